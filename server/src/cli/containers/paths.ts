// Relative paths of env files and mounts, taken from one folder and written for another: a compose file counts from its own folder, a
// command from the current one, and a Quadlet unit is saved where no relative path leads back from.

import { dirname, join, relative, resolve, sep } from "node:path";
import type { ContainerAnswers } from "../../core/generate/answers.ts";
import type { Form } from "../../core/generate/forms.ts";

/** From paths that count from the folder of `file` to such that count from the current folder. */
export function fromFolderOf(file: string, answers: ContainerAnswers): ContainerAnswers {
  const folder = dirname(file);
  return folder === "." ? answers : rebased(answers, (path) => join(folder, path));
}

/** From paths that count from the current folder to those that the form needs, which is written to `output` if anywhere. */
export function placedFor(form: Form, output: string | undefined, answers: ContainerAnswers): ContainerAnswers {
  // A unit is for Linux, where what is whole on Windows leads nowhere.
  if (form === "quadlet") return process.platform === "win32" ? answers : rebased(answers, (path) => resolve(path));
  const folder = output === undefined ? "." : dirname(output);
  if (form !== "compose" || folder === ".") return answers;
  return rebased(answers, (path) => relative(resolve(folder), resolve(path)) || ".");
}

function rebased(answers: ContainerAnswers, rebase: (path: string) => string): ContainerAnswers {
  const moved = (path: string): string => (isRelative(path) ? rebase(path).split(sep).join("/") : path);
  return {
    ...answers,
    envFiles: answers.envFiles.map((file) => ({ ...file, path: moved(file.path) })),
    mounts: answers.mounts.map((mount) =>
      mount.kind === "bind" && mount.source !== undefined ? { ...mount, source: asPath(moved(mount.source)) } : mount,
    ),
  };
}

/** Variables and `~` stand for what is not known here, and mostly for something whole. */
function isRelative(path: string): boolean {
  return !/^(?:[/\\~$]|[A-Za-z]:[/\\])/.test(path);
}

/** Without a dot it would be taken for the name of a volume. */
function asPath(source: string): string {
  return isRelative(source) && !/^\.{1,2}(?:\/|$)/.test(source) ? `./${source}` : source;
}
