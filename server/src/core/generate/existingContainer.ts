// Commands for administering the image: what its entrypoint makes of them is easily got wrong. It takes the first word after the image
// for a command of prosodyctl unless that is `prosody`, so `prosodyctl` itself must not stand there; inside a running container
// there is no entrypoint, and it must.

import type { ContainerAnswers } from "./answers.ts";
import { withRegistry } from "./image.ts";
import type { Engine } from "./engines.ts";
import { mountWords } from "./mounts.ts";
import type { WordGroups } from "./shell/shell.ts";

export type Task =
  "check" | "checkAll" | "addAccount" | "changePassword" | "console" | "reload" | "shell" | "log" | "checkBeforehand";

export interface Administration {
  readonly task: Task;
  /** What it does, in a few words. */
  readonly title: string;
  readonly groups: WordGroups;
  /** It is about an account, whose address stands in it. */
  readonly account?: true;
}

/** By its name, or as a service of a compose file, whose container is called whatever Compose likes. */
export interface RunningContainer {
  readonly kind: "container" | "service";
  readonly name: string;
}

const SOMEBODY = "user@example.com";

/** In the container that runs already. */
export function administration(engine: Engine, { kind, name }: RunningContainer, account = SOMEBODY): readonly Administration[] {
  const program = kind === "service" ? [engine, "compose"] : [engine];
  // Compose takes a terminal where there is one.
  const [plain, asked] = kind === "service" ? [["exec"], ["exec"]] : [["exec"], ["exec", "-it"]];
  const inside = (...words: readonly string[]): WordGroups => [[...program, ...plain, name, "prosodyctl", ...words]];
  const asking = (...words: readonly string[]): WordGroups => [[...program, ...asked, name, ...words]];
  return [
    { task: "check", title: "Check the configuration in the running container", groups: inside("check", "config") },
    { task: "checkAll", title: "Check DNS, certificates and connectivity too", groups: inside("check") },
    // These ask for the password, so that it stands on no command line.
    {
      task: "addAccount",
      title: "Add a user (asks for the password)",
      groups: asking("prosodyctl", "adduser", account),
      account: true,
    },
    {
      task: "changePassword",
      title: "Change a user's password (asks for it)",
      groups: asking("prosodyctl", "passwd", account),
      account: true,
    },
    { task: "console", title: "Open Prosody's own console", groups: asking("prosodyctl", "shell") },
    // There is no pidfile in the container, by which prosodyctl would reload it otherwise.
    { task: "reload", title: "Read the configuration anew", groups: inside("shell", "config", "reload") },
    { task: "shell", title: "Open a shell in the container", groups: asking("bash") },
    { task: "log", title: "Follow the log", groups: [[...program, "logs", "--follow", name]] },
  ];
}

/** With the same settings, before there is a container: nothing is published, kept or named. */
export function checkBeforehand(answers: ContainerAnswers): Administration {
  const { engine, image, envFiles, mounts, hostname } = answers;
  return {
    task: "checkBeforehand",
    title: "Check the configuration before the first start",
    groups: [
      [engine, "run", "--rm"],
      ...(hostname === undefined ? [] : [["--hostname", hostname]]),
      ...envFiles.map(({ path }) => ["--env-file", path]),
      ...mounts.filter(({ kind }) => kind === "bind").map((mount) => mountWords(mount)),
      [engine === "podman" ? withRegistry(image) : image, "check", "config"],
    ],
  };
}
