// What the server needs from where it runs. The two mains (Node and web worker) provide it.

import type { Knowledge } from "../core/schema/knowledge.ts";
import type { InitializationOptions } from "../protocol.ts";

export interface Host {
  /** Called once, when the first file needs it. */
  loadKnowledge(options: InitializationOptions): Knowledge;
}
