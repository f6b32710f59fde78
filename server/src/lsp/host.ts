// What the server needs from where it runs. The two mains (Node and web worker) provide it.

import type { Knowledge } from "../core/schema/knowledge.ts";
import type { Exposure } from "../core/model/project.ts";
import type { Thread } from "../sandbox/thread.ts";
import type { InitializationOptions } from "../protocol.ts";
import type { Files } from "../workspace/files.ts";

export interface Host {
  /** Called once, when the first file needs it. */
  loadKnowledge(options: InitializationOptions): Knowledge;
  /** The address of the folder with the pages of the rules, `RULE.md` each; absent where other programs cannot open it. */
  readonly rulePages?: string;
  /** What evaluates configurations; undefined where it cannot be had. */
  startThread?(options: InitializationOptions): Thread;
  /** Milliseconds of processor time; absent where there is no such clock. */
  readonly processorTime?: () => number;
  /** The files of the machine that the server runs on. */
  readonly files?: Files;
  /** Who else sees the file at a `file:` address; absent where it cannot be told. */
  exposureOf?(uri: string): Promise<Exposure>;
}
