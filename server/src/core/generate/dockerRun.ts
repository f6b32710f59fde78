// The answers as a command line for docker or podman: an argv, in groups that belong on one line. Variables with a value stand on it
// only where the user has put them there; writing it for a shell is shell/render.ts.

import { publishValue } from "./answers.ts";
import type { ContainerAnswers, HealthCheck } from "./answers.ts";
import { extraForm } from "./extras.ts";
import { shellTest } from "./healthCheck.ts";
import { withRegistry } from "./image.ts";
import { mountWords } from "./mounts.ts";
import type { WordGroups } from "./shell/shell.ts";

export function dockerRun(answers: ContainerAnswers): WordGroups {
  const { engine, image, detach, remove, restart, name, hostname, envFiles, variables, ports, mounts } = answers;
  const [entrypoint, ...more] = answers.entrypoint ?? [];
  const one = (flag: string, value: string | undefined): WordGroups => (value === undefined ? [] : [[flag, value]]);
  return [
    [engine, "run"],
    ...(detach ? [["--detach"]] : []),
    ...(remove ? [["--rm"]] : []),
    ...one("--restart", restart),
    ...one("--name", name),
    ...one("--hostname", hostname),
    ...envFiles.map(({ path }) => ["--env-file", path]),
    ...variables.map((variable) => [
      "--env",
      variable.value === undefined ? variable.name : `${variable.name}=${variable.value}`,
    ]),
    ...ports.map((port) => ["--publish", publishValue(port)]),
    ...mounts.map((mount) => mountWords(mount)),
    ...answers.networks.map((network) => ["--network", network]),
    ...one("--user", answers.user),
    ...one("--memory", answers.memory),
    ...healthWords(answers.healthCheck),
    ...one("--log-driver", answers.logDriver),
    ...answers.logOptions.map(([key, value]) => ["--log-opt", `${key}=${value}`]),
    ...answers.labels.map(([key, value]) => ["--label", value === "" ? key : `${key}=${value}`]),
    ...answers.extras.flatMap(({ flag, values }) =>
      extraForm(flag)?.kind === "switch" ? [[flag]] : values.map((value) => [flag, value]),
    ),
    ...one("--entrypoint", entrypoint),
    [engine === "podman" ? withRegistry(image) : image, ...more, ...answers.command],
  ];
}

function healthWords(check: HealthCheck | undefined): WordGroups {
  if (check === undefined) return [];
  if (check.kind === "none") return [["--no-healthcheck"]];
  const { interval, timeout, startPeriod, retries } = check;
  const words = [
    ["--health-interval", interval],
    ["--health-timeout", timeout],
    ["--health-start-period", startPeriod],
    ["--health-retries", retries === undefined ? undefined : String(retries)],
  ] as const;
  return [
    ["--health-cmd", shellTest(check.test)],
    words.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value])),
  ].filter((group) => group.length > 0);
}
