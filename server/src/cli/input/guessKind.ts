// What a file is when the user named it, whatever its name: unlike in a folder, every file that is named gets checked.

import { kindOf } from "../../core/source.ts";
import type { FileKind } from "../../core/source.ts";

export function guessKind(path: string): FileKind {
  const known = kindOf(path);
  if (known !== undefined) return known;
  const name = /[^/\\]*$/.exec(path)?.[0] ?? "";
  // prosody.env.example, env.list, .env-production, envfile, /etc/environment
  const soundsLikeEnv = !name.endsWith(".lua") && /(?:^|[._-])env(?:file|ironment)?(?:$|[._-])/i.test(name);
  return soundsLikeEnv ? "env" : "lua";
}
