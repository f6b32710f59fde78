// The answers as a Quadlet unit: podman makes a systemd service of it. What has no key of its own goes by PodmanArgs, so that nothing is
// lost.

import { publishValue } from "./answers.ts";
import type { ContainerAnswers, Extra, MountAnswer, Written } from "./answers.ts";
import { extraForm } from "./extras.ts";
import type { ExtraForm } from "./extras.ts";
import { shellTest } from "./healthCheck.ts";
import { withRegistry } from "./image.ts";
import { asPath, mountWords } from "./mounts.ts";
import type { Note } from "./note.ts";
import { plainValue, quotedWord, rawValue } from "./quadletText.ts";

export function quadlet(answers: ContainerAnswers): Written {
  const notes: Note[] = [];
  const name = answers.name ?? "prosody";
  const text = [
    ["[Unit]", "Description=Prosody XMPP server"],
    ["[Container]", ...containerLines(answers)],
    ["[Service]", ...serviceLines(answers, notes)],
    ["[Install]", "WantedBy=multi-user.target default.target"],
  ]
    .filter((section) => section.length > 1)
    .map((section) => `${section.join("\n")}\n`)
    .join("\n");
  notes.unshift({
    id: "start-of-unit",
    text:
      `Save it as ${name}.container in ~/.config/containers/systemd (or /etc/containers/systemd for root), then: ` +
      `\`systemctl --user daemon-reload\` and \`systemctl --user start ${name}\` (for root without --user). ` +
      "A unit of a user ends with the last session unless `loginctl enable-linger` is set.",
  });
  const relative = relativePaths(answers);
  if (relative.length > 0) {
    notes.push({
      id: "relative-path",
      text: `podman takes ${relative.join(" and ")} from the folder of the unit: where that is another one, write the whole path, which begins with / (or with %h for the home of the user).`,
    });
  }
  if (answers.envFiles.some(({ dialect }) => dialect === "compose")) {
    notes.push({
      id: "env-file-literal",
      text: "podman takes the lines of the env file literally: write plain NAME=value lines for it.",
    });
  }
  if (execWords(answers).includes("")) {
    notes.push({
      id: "empty-word",
      text: "Quadlet loses an empty word of the command and all that comes after it: put the command into a script of its own.",
    });
  }
  return { text, notes };
}

/** Of the command, as far as Entrypoint does not hold it. */
function execWords({ entrypoint = [], command }: ContainerAnswers): readonly string[] {
  return [...entrypoint.slice(1), ...command];
}

function relativePaths({ envFiles, mounts }: ContainerAnswers): readonly string[] {
  const sources = mounts.flatMap(({ kind, source }) => (kind === "bind" && source !== undefined ? [asPath(source)] : []));
  return [...envFiles.map(({ path }) => path), ...sources].filter((path) => !/^[/~%]/.test(path));
}

/** Lines of keys; words that no key can carry become arguments. */
class Lines {
  private readonly lines: string[] = [];
  private readonly words: string[] = [];

  key(key: string, value: string | undefined, otherwise: readonly string[]): void {
    if (value === undefined) this.argument(...otherwise);
    else this.lines.push(`${key}=${value}`);
  }

  plain(key: string, value: string | undefined, flag: string): void {
    if (value !== undefined) this.key(key, plainValue(value), [flag, value]);
  }

  /** Quadlet takes an empty word for the end of the list. */
  argument(...words: readonly string[]): void {
    if (words[1] === "") this.words.push(`${words[0] ?? ""}=`);
    else this.words.push(...words);
  }

  result(): readonly string[] {
    if (this.words.length === 0) return this.lines;
    return [...this.lines, `PodmanArgs=${this.words.map(quotedWord).join(" ")}`];
  }
}

function containerLines(answers: ContainerAnswers): readonly string[] {
  const lines = new Lines();
  const { image, name, hostname, envFiles, variables, ports, mounts, networks, healthCheck } = answers;
  lines.plain("Image", withRegistry(image), "");
  lines.plain("ContainerName", name, "--name");
  lines.plain("HostName", hostname, "--hostname");
  for (const { path } of envFiles) lines.key("EnvironmentFile", quotedWord(path), []);
  for (const one of variables) {
    if (one.value === undefined) lines.argument("--env", one.name);
    else lines.key("Environment", quotedWord(`${one.name}=${one.value}`), []);
  }
  for (const port of ports) lines.key("PublishPort", publishValue(port), []);
  for (const mount of mounts) addMount(lines, mount);
  for (const network of networks) lines.key("Network", rawValue(network), ["--network", network]);
  lines.plain("User", answers.user, "--user");
  // A key of its own came with podman 5.5 only.
  if (answers.memory !== undefined) lines.argument("--memory", answers.memory);
  if (healthCheck?.kind === "none") lines.argument("--no-healthcheck");
  if (healthCheck?.kind === "check") {
    lines.plain("HealthCmd", shellTest(healthCheck.test), "--health-cmd");
    lines.plain("HealthInterval", healthCheck.interval, "--health-interval");
    lines.plain("HealthTimeout", healthCheck.timeout, "--health-timeout");
    lines.plain("HealthStartPeriod", healthCheck.startPeriod, "--health-start-period");
    lines.plain("HealthRetries", healthCheck.retries === undefined ? undefined : String(healthCheck.retries), "--health-retries");
  }
  lines.plain("LogDriver", answers.logDriver, "--log-driver");
  for (const [key, value] of answers.logOptions) lines.argument("--log-opt", `${key}=${value}`);
  for (const [key, value] of answers.labels) lines.key("Label", quotedWord(`${key}=${value}`), []);
  for (const extra of answers.extras) addExtra(lines, extra);
  lines.plain("Entrypoint", answers.entrypoint?.[0], "--entrypoint");
  const command = execWords(answers);
  if (command.length > 0) lines.key("Exec", command.map(quotedWord).join(" "), []);
  return lines.result();
}

function addMount(lines: Lines, mount: MountAnswer): void {
  const [flag = "", value = ""] = mountWords(mount);
  if (flag === "--mount") lines.key("Mount", quotedWord(value), []);
  else lines.key(flag === "--tmpfs" ? "Tmpfs" : "Volume", rawValue(value), [flag, value]);
}

function addExtra(lines: Lines, { flag, values }: Extra): void {
  const form = extraForm(flag);
  if (flag === "--security-opt") {
    for (const value of values) {
      if (/^no-new-privileges(?:[:=]true)?$/.test(value)) lines.key("NoNewPrivileges", "true", []);
      else lines.argument(flag, value);
    }
  } else if (form?.kind === "switch") {
    if (form.quadlet === undefined) lines.argument(flag);
    else lines.key(form.quadlet, "true", []);
  } else {
    for (const value of values) {
      if (form?.quadlet === undefined) lines.argument(flag, value);
      else lines.key(form.quadlet, extraValue(form, value), [flag, value]);
    }
  }
}

function extraValue({ kind, quadletSyntax }: ExtraForm, value: string): string | undefined {
  if (quadletSyntax === "words") return quotedWord(value);
  if (kind === "text" || kind === "number") return plainValue(value);
  // Some lists are cut at blanks and some are not.
  return /[\s"']/.test(value) ? undefined : rawValue(value);
}

/** systemd starts the service again, not podman the container. */
function serviceLines({ restart }: ContainerAnswers, notes: Note[]): readonly string[] {
  if (restart === undefined || restart === "no") return [];
  const [policy, times] = restart.split(":");
  if (times !== undefined)
    notes.push({
      id: "restart-uncounted",
      text: `systemd does not count to ${times}: it gives up only when the service fails too fast.`,
    });
  // Starting includes fetching the image, for which the usual minute and a half may be too short.
  return [`Restart=${policy === "on-failure" ? "on-failure" : "always"}`, "TimeoutStartSec=900"];
}
