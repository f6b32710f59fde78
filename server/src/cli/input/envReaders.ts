// Which tools read an env file that the user names, by the files in its folder and those above it.

import type { EnvReader } from "../../core/model/envReaders.ts";
import { openWorkspace } from "../openWorkspace.ts";
import { toAddress } from "./paths.ts";

export function envReadersOf(path: string): Promise<readonly EnvReader[]> {
  return openWorkspace({}, { files: [path] }).workspace.envReaders(toAddress(path));
}
