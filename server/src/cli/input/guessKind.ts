// What a file is when the user named it, whatever its name: unlike in a folder, every file that is named gets checked.

import { containerKindOf, kindOf } from "../../core/source.ts";
import type { ContainerKind, FileKind } from "../../core/source.ts";

/** Settings, or how a description of containers is read. */
export type InputKind = FileKind | ContainerKind;

export function isFileKind(kind: InputKind): kind is FileKind {
  return kind === "lua" || kind === "env";
}

/** Of what may be anything that is checked. */
export function guessInputKind(path: string): InputKind {
  return kindOf(path) ?? containerKindOf(path) ?? guessKind(path);
}

/** Of what is known to hold settings. */
export function guessKind(path: string): FileKind {
  const known = kindOf(path);
  if (known !== undefined) return known;
  const name = /[^/\\]*$/.exec(path)?.[0] ?? "";
  // prosody.env.example, env.list, .env-production, envfile, /etc/environment
  const soundsLikeEnv = !name.endsWith(".lua") && /(?:^|[._-])env(?:file|ironment)?(?:$|[._-])/i.test(name);
  return soundsLikeEnv ? "env" : "lua";
}
