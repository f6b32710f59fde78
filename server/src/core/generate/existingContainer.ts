// Commands for administering the image: what its entrypoint makes of them is easily got wrong. It takes the first word after the image
// for a command of prosodyctl unless that is `prosody`, so `prosodyctl` itself must not stand there; inside a running container
// there is no entrypoint, and it must.

import type { ContainerAnswers } from "./answers.ts";
import { withRegistry } from "./image.ts";
import type { Engine } from "./image.ts";
import { mountWords } from "./mounts.ts";
import type { WordGroups } from "./shell/shell.ts";

export interface Administration {
  /** What it does, in a few words. */
  readonly title: string;
  readonly groups: WordGroups;
}

/** In the container that runs already. */
export function administration(engine: Engine, container: string): readonly Administration[] {
  const inside = (...words: readonly string[]): WordGroups => [[engine, "exec", container, "prosodyctl", ...words]];
  const asking = (...words: readonly string[]): WordGroups => [[engine, "exec", "-it", container, ...words]];
  return [
    { title: "Check the configuration in the running container", groups: inside("check", "config") },
    { title: "Check DNS, certificates and connectivity too", groups: inside("check") },
    // Asks for the password, so that it stands on no command line.
    { title: "Add a user (asks for the password)", groups: asking("prosodyctl", "adduser", "user@example.com") },
    { title: "Open Prosody's own console", groups: asking("prosodyctl", "shell") },
    { title: "Open a shell in the container", groups: asking("bash") },
    { title: "Follow the log", groups: [[engine, "logs", "--follow", container]] },
  ];
}

/** With the same settings, before there is a container: nothing is published, kept or named. */
export function checkBeforehand(answers: ContainerAnswers): Administration {
  const { engine, image, envFiles, mounts, hostname } = answers;
  return {
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
