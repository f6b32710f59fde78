// Which of the files in a folder describe containers of Prosody's image. Their names do not say it, their texts do; many files have such
// names, so that only so many are looked into.

import { readFileSync } from "node:fs";
import { mayConcernContainers } from "../../core/source.ts";

const MAX_TEXTS = 3_000;
const MAX_BYTES_OF_ONE = 1_000_000;
const MAX_BYTES = 50_000_000;

export class ContainerTexts {
  private texts = 0;
  private bytes = 0;

  /** Some were not looked into. */
  get exhausted(): boolean {
    return this.texts >= MAX_TEXTS || this.bytes >= MAX_BYTES;
  }

  /** What cannot be read is none of our business, as most such files are. */
  concernUs(path: string, size: number): boolean {
    if (this.exhausted || size > MAX_BYTES_OF_ONE) return false;
    this.texts++;
    this.bytes += size;
    try {
      return mayConcernContainers(readFileSync(path, "utf8"));
    } catch {
      return false;
    }
  }
}
