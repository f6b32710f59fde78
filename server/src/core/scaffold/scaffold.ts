// What a scaffold makes: the changed configuration, files and variables with new secrets, and what the user still has to do.

import { Draft } from "./draft.ts";
import { placeSecret } from "./secrets.ts";
import type { SecretMaker, SecretPlace } from "./secrets.ts";
import type { Schema } from "../schema/schema.ts";

export interface Scaffold {
  /** Of the configuration, all of it. */
  readonly text: string;
  /** New files, by path from the folder of the configuration on. */
  readonly files: readonly { readonly path: string; readonly text: string; readonly secret?: true }[];
  /** New variables, for the env file that the server runs with. */
  readonly variables: Readonly<Record<string, string>>;
  /** Sentences. */
  readonly notes: readonly string[];
}

/** Carries a draft through the steps of a scaffold. */
export class Work {
  private constructor(
    readonly draft: Draft,
    private readonly secrets: readonly SecretPlace[],
    private readonly todo: readonly string[],
    readonly schema: Schema,
    private readonly maker: SecretMaker,
  ) {}

  static on(text: string, schema: Schema, maker: SecretMaker): Work {
    return new Work(Draft.of(text), [], [], schema, maker);
  }

  /** Changes the configuration. */
  with(change: (draft: Draft) => Draft): Work {
    return new Work(change(this.draft), this.secrets, this.todo, this.schema, this.maker);
  }

  /** Something that is left for the user. */
  say(sentence: string): Work {
    return new Work(this.draft, this.secrets, [...this.todo, sentence], this.schema, this.maker);
  }

  /** A new secret, for whoever sets it. Nothing is made where the option is set already. */
  withSecret(name: string, change: (work: Work, lua: string) => Work): Work {
    const place = placeSecret(name, this.maker);
    const before = this.draft.text;
    const done = change(this, place.lua);
    if (!done.draft.text.includes(place.lua) || before.includes(place.lua)) return done;
    return new Work(done.draft, [...done.secrets, place], done.todo, done.schema, done.maker);
  }

  get result(): Scaffold {
    return {
      text: this.draft.text,
      files: this.secrets.flatMap(({ file }) => (file === undefined ? [] : [{ ...file, secret: true as const }])),
      variables: Object.fromEntries(
        this.secrets.flatMap(({ variable }) => (variable === undefined ? [] : [[variable.name, variable.value]])),
      ),
      notes: [...this.draft.notes, ...this.todo],
    };
  }
}
