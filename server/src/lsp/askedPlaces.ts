// Places at which proposals were asked for last, by numbers: an editor asks for more about one of them by its number.

import type { CompletionParams } from "vscode-languageserver";

export interface AskedPlace {
  readonly uri: string;
  readonly position: CompletionParams["position"];
}

/** An editor shows one list at a time, and asks for the next while it does. */
const MOST_PLACES = 20;

export class AskedPlaces {
  private readonly places = new Map<unknown, AskedPlace>();
  private last = 0;

  /** The number of the place. */
  keep(place: AskedPlace): number {
    this.last++;
    this.places.set(this.last, place);
    this.places.delete(this.last - MOST_PLACES);
    return this.last;
  }

  at(number: unknown): AskedPlace | undefined {
    return this.places.get(number);
  }
}
