// Conversions: variables to a configuration, a command line to a container in all forms and back again.

import { envToConfig } from "../../../server/src/core/convert/convert.ts";
import { fromCommand } from "../../../server/src/core/convert/fromCommand.ts";
import { syntaxOf } from "../../../server/src/core/convert/fromCommandWords.ts";
import { composeServiceNames, fromComposeService } from "../../../server/src/core/convert/fromComposeService.ts";
import { variablesToFile } from "../../../server/src/core/convert/variablesToFile.ts";
import { environmentOf } from "../../../server/src/core/effective/environment.ts";
import type { ContainerAnswers } from "../../../server/src/core/generate/answers.ts";
import { compose } from "../../../server/src/core/generate/compose.ts";
import { dockerRun } from "../../../server/src/core/generate/dockerRun.ts";
import { kubernetes } from "../../../server/src/core/generate/kubernetes.ts";
import { quadlet } from "../../../server/src/core/generate/quadlet.ts";
import { renderCommand } from "../../../server/src/core/generate/shell/render.ts";
import { SHELLS } from "../../../server/src/core/generate/shell/shells.ts";
import { analyse } from "../../../server/src/core/analyse.ts";
import { normal } from "../../generate/arbitraryAnswers.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { bases } from "../bases.ts";
import { SECRET, mustKeepSecret } from "../secrets.ts";
import { must, numbersOf, oneOf } from "../target.ts";
import type { Target } from "../target.ts";
import { containers } from "./containers.ts";
import { env, hidesSecret } from "./env.ts";

export const envToLua: Target = {
  name: "envToLua",
  weight: 5,
  bases: env.bases,
  pieces: env.pieces,
  hold: (text) => {
    const analysis = analyse("env", text, { dialect: "docker" });
    if (analysis.kind !== "env") return;
    const { variables } = environmentOf(analysis.file);
    const version = oneOf(["0.12", "13.0"] as const, numbersOf(text));
    const made = envToConfig({ variables, version, hostname: "box" });
    if (!made.ok) {
      if (hidesSecret(text)) mustKeepSecret("the reason", made.reason);
      return;
    }
    const [config] = made.files;
    must(config !== undefined, "there is no configuration");
    must(analyseLua(config.text).syntax.issues.length === 0, "the configuration does not parse");
    if (hidesSecret(text)) mustKeepSecret("what is shown", [made.notes, made.files.map(({ shown }) => shown)]);
  },
};

/** What can be written for any container, and what it must keep. */
function mustWrite(answers: ContainerAnswers, number: (limit: number) => number): void {
  for (const write of [compose, quadlet, kubernetes]) write(answers);
  const { answers: rest } = variablesToFile(answers, "x.env", oneOf(["literal", "compose"] as const, number));
  const isSecret = (one: ContainerAnswers["variables"][number]): boolean => one.value?.includes(SECRET) === true;
  for (const shell of SHELLS) {
    const line = renderCommand(dockerRun(rest), shell, "oneLine");
    if (line.ok && answers.variables.some(isSecret) && !rest.variables.some(isSecret) && !othersHaveSecret(answers))
      mustKeepSecret(`a command for ${shell}`, line.text);
  }
  const words = renderCommand(dockerRun(answers), "sh", "oneLine");
  // What looks like a line for another shell is read as one.
  if (!words.ok || syntaxOf(words.text) !== "sh") return;
  const again = fromCommand(words.text);
  must(again.ok, "the command cannot be read again");
  must(sameAnswers(again.answers, answers), "the command says something else when it is read again");
}

function othersHaveSecret(answers: ContainerAnswers): boolean {
  return JSON.stringify({ ...answers, variables: [] }).includes(SECRET);
}

/** A command line knows one kind of env file. */
function sameAnswers(one: ContainerAnswers, other: ContainerAnswers): boolean {
  const literal = (answers: ContainerAnswers): string =>
    JSON.stringify(normal({ ...answers, envFiles: answers.envFiles.map(({ path }) => ({ path, dialect: "literal" })) }));
  return literal(one) === literal(other);
}

const shellPieces = containers.find(({ name }) => name === "shellScript")?.pieces ?? [];

export const command: Target = {
  name: "command",
  weight: 14,
  bases: () => [
    ...bases("shellScript"),
    "docker run -d -e A=b -p 5222:5222 -v ./a:/b:ro --mount type=bind,src=/a,dst=/b --name x img cmd 'a b'\n",
  ],
  pieces: [
    ...shellPieces, "docker run ", "--mount type=tmpfs,dst=/x ", "--health-cmd 'x y' ", "--memory=1g ", "--network host ", "--restart=always ", "--label a=b ",
    "--log-opt max-size=1m ", "--user 1:1 ", "--entrypoint sh ", "--ulimit nofile=1:2 ", "--rm ", "-it ", "^\n", "`\n", "%cd%", "$PWD", "sudo ", "img ",
  ], // prettier-ignore
  hold: (text) => {
    const found = fromCommand(text);
    if (found.ok) mustWrite(found.answers, numbersOf(text));
  },
};

export const composeService: Target = {
  name: "composeService",
  weight: 5,
  bases: () => bases("compose"),
  pieces: containers.find(({ name }) => name === "compose")?.pieces ?? [],
  hold: (text) => {
    const number = numbersOf(text);
    const [name = "x"] = composeServiceNames(text);
    const found = fromComposeService(text, name, oneOf(["docker", "podman"] as const, number));
    if (!found.ok) return;
    const { text: written } = compose(found.answers);
    const [service = ""] = composeServiceNames(written);
    const again = fromComposeService(written, service, found.answers.engine);
    must(again.ok, "the compose file cannot be read again");
    dockerRun(found.answers);
  },
};
