// What a file is when the user named it, whatever its name: unlike in a folder, every file that is named gets checked.

import { containerKindOf, kindOf } from "../../core/source.ts";
import type { ContainerKind, FileKind } from "../../core/source.ts";

/** Settings, or how a description of containers is read. */
export type InputKind = FileKind | ContainerKind;

export function isFileKind(kind: InputKind): kind is FileKind {
  return kind === "lua" || kind === "env";
}

/** Of what may be anything that is checked. Where the name says nothing, `head` does, the beginning of the text. */
export function guessInputKind(path: string, head: () => string = () => ""): InputKind {
  const known = kindOf(path) ?? containerKindOf(path) ?? (soundsLikeEnv(path) ? "env" : undefined);
  // prosody.cfg.lua.j2
  if (known !== undefined || /\.lua(?:\.\w+)?$/i.test(path)) return known ?? "lua";
  const text = head();
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? "lua";
}

/** No Lua begins like that. */
const SIGNS: readonly (readonly [RegExp, InputKind])[] = [
  [/^(?:\uFEFF?(?:[ \t]*#.*)?\r?\n)*[ \t]*(?:FROM|ARG)[ \t]+[\w$./"{-]/i, "dockerfile"],
  [/^#!.*\b(?:ba|da|z|k)?sh\b/, "shellScript"],
  [/^\[Container\][ \t]*\r?$/m, "quadlet"],
  [/^services:[ \t]*(?:#.*)?\r?$/m, "compose"],
  [/^apiVersion:[ \t]*\S/m, "kubernetes"],
  [/^(?:\uFEFF?[ \t]*(?:#.*)?\r?\n)*(?:export[ \t]+)?[A-Z][A-Z0-9_]*=/, "env"],
];

/** Of what is known to hold settings. */
export function guessKind(path: string): FileKind {
  return kindOf(path) ?? (soundsLikeEnv(path) ? "env" : "lua");
}

/** prosody.env.example, env.list, .env-production, envfile, /etc/environment */
function soundsLikeEnv(path: string): boolean {
  const name = /(?<![^/\\])[^/\\]*$/.exec(path)?.[0] ?? "";
  return !name.endsWith(".lua") && /(?:^|[._-])env(?:file|ironment)?(?:$|[._-])/i.test(name);
}
