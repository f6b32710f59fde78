// Which of the files in a folder describe containers of Prosody's image. Their names do not say it, their texts do; many files have such
// names, so that only so many are looked into.

import { mayConcernContainers } from "../../core/source.ts";
import { readRegular } from "../../disk/readRegular.ts";

const MAX_TEXTS = 3_000;
const MAX_BYTES_OF_ONE = 1_000_000;
const MAX_BYTES = 50_000_000;

export class ContainerTexts {
  private texts = 0;
  private bytes = 0;

  constructor(private readonly folder: string) {}

  /** Some were not looked into. */
  get exhausted(): boolean {
    return this.texts >= MAX_TEXTS || this.bytes >= MAX_BYTES;
  }

  /** What cannot be read is none of our business, as most such files are. */
  async concernUs(path: string, size: number): Promise<boolean> {
    if (this.exhausted || size > MAX_BYTES_OF_ONE) return false;
    this.texts++;
    this.bytes += size;
    const read = await readRegular(path, [this.folder], MAX_BYTES_OF_ONE);
    return read.ok && mayConcernContainers(new TextDecoder().decode(read.bytes));
  }
}
