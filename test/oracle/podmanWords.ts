// The words that podman is started with: from the line in the service that Quadlet made, and from our command line, both in a form
// that can be compared.

import { resolve } from "node:path";
import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { dockerRun } from "../../server/src/core/generate/dockerRun.ts";
import { extraForm } from "../../server/src/core/generate/extras.ts";
import { bySystemd, splitWords } from "../generate/quadletReader.ts";

/** Flags and values in a fixed order, then the image and what follows it. */
export interface Words {
  readonly flags: readonly string[];
  readonly rest: readonly string[];
}

const LONG: Readonly<Record<string, string>> = { "-d": "--detach", "-v": "--volume", "-e": "--env", "-h": "--hostname" };

/** What each of its services has, and what a service has instead of a restart policy. */
const OF_QUADLET = /^--(?:cidfile|replace|rm|cgroups|sdnotify|detach|restart)$/;

const SWITCHES = new Set(["--detach", "--rm", "--replace", "--no-healthcheck"]);

const isSwitch = (flag: string): boolean => SWITCHES.has(flag) || extraForm(flag)?.kind === "switch";

export function startedWords(line: string, folder: string): Words {
  const [, , ...words] = splitWords(line).map(bySystemdUnlessSpecifier);
  return read(words, folder);
}

/** Quadlet's own words use systemd's specifiers; ours never do. */
function bySystemdUnlessSpecifier(word: string): string {
  return word.startsWith("--cidfile=") ? word : bySystemd(word);
}

export function wantedWords(given: ContainerAnswers): Words {
  const { flags, rest } = read(
    dockerRun({ ...given, engine: "podman" })
      .flat()
      .slice(2),
    "/folder",
  );
  // Quadlet has no way to hand over an empty word; a note says so.
  const end = rest.indexOf("");
  return { flags, rest: end < 0 ? rest : rest.slice(0, end) };
}

function read(words: readonly string[], folder: string): Words {
  const flags: string[] = [];
  let i = 0;
  for (; words[i]?.startsWith("-") === true; i++) {
    const [, name = "", joined] = /^(-\w|--[a-z-]+)(?:=([^]*))?$/.exec(words[i] ?? "") ?? [];
    const flag = LONG[name] ?? name;
    const value = isSwitch(flag) ? undefined : (joined ?? words[++i]);
    if (!OF_QUADLET.test(flag)) flags.push(value === undefined ? flag : `${flag} ${plain(flag, value, folder)}`);
  }
  return { flags: flags.sort(), rest: words.slice(i) };
}

/** Paths are from the folder of the unit on; without a value a label is an empty one. */
function plain(flag: string, value: string, folder: string): string {
  if (flag === "--cap-add" || flag === "--cap-drop") return value.toUpperCase();
  if (flag === "--label") return value.includes("=") ? value : `${value}=`;
  if (flag === "--env-file") return value.startsWith("/") ? value.replace(folder, "") : resolve("/", value);
  if (flag === "--volume" || flag === "--mount") {
    return value.replace(folder, "").replace(/^(type=bind,"?source=)?\.\.?\//, "$1/");
  }
  return value;
}
