// A `docker run` or `podman run` line that somebody pasted, as answers. What is not understood is named, so that nothing is lost
// without a word; values are not shown, as there may be secrets among them.

import type {
  ContainerAnswers,
  EnvFileAnswer,
  Extra,
  HealthCheck,
  MountAnswer,
  Pair,
  PublishedPort,
  VariableAnswer,
} from "../generate/answers.ts";
import { extraForm } from "../generate/extras.ts";
import { withoutRegistry } from "../generate/image.ts";
import type { Engine } from "../generate/engines.ts";
import type { Note } from "../generate/note.ts";
import { readPort } from "../generate/ports.ts";
import { readFlags } from "./fromCommandFlags.ts";
import type { Flag } from "./fromCommandFlags.ts";
import { readMount, readTmpfs, readVolume } from "./fromCommandMounts.ts";
import { readLine } from "./fromCommandWords.ts";

export type FromCommand =
  | { readonly ok: true; readonly answers: ContainerAnswers; readonly notes: readonly Note[] }
  | { readonly ok: false; readonly reason: string };

/** Longer texts are no command lines. */
const LONGEST = 100_000;

export function fromCommand(text: string): FromCommand {
  if (text.length > LONGEST) return { ok: false, reason: "The text is too long for a command line." };
  const line = readLine(text);
  if (line.open) return { ok: false, reason: "A quote in the command has no end." };
  const found = line.commands.map(runCommand);
  const run = found.find((one) => one !== undefined);
  if (run === undefined) return { ok: false, reason: "There is no `docker run` or `podman run` in the text." };
  const notes: Note[] = [];
  if (found.length > 1)
    notes.push({ id: "several-commands", text: "Of several commands only the first that runs a container is taken." });
  if (line.replaced.length > 0) {
    const names = line.replaced.map((one) => `\`${one}\``).join(", ");
    notes.push({ id: "replaced-by-shell", text: `The shell would replace ${names}; here it stands as it is.` });
  }
  if (run.before.length > 0)
    notes.push({ id: "before-run", text: `What stands before \`run\` is left out: ${run.before.join(" ")}.` });
  return answersOf(run.engine, run.words, notes);
}

interface Run {
  readonly engine: Engine;
  /** Between the program and `run`. */
  readonly before: readonly string[];
  readonly words: readonly string[];
}

function runCommand(words: readonly string[]): Run | undefined {
  const at = words.findIndex((word) => /(?:^|[\\/])(?:docker|podman)(?:\.exe)?$/.test(word));
  if (at < 0 || !words.slice(0, at).every((word) => /^(?:[$#>&]|sudo|doas|exec|[A-Za-z_]\w*=.*)$/s.test(word))) return undefined;
  const verb = words.findIndex((word, i) => i > at && (word === "run" || word === "create"));
  if (verb < 0) return undefined;
  const before = words.slice(at + 1, verb).filter((word) => word !== "container");
  return { engine: (words[at] ?? "").includes("podman") ? "podman" : "docker", before, words: words.slice(verb + 1) };
}

function answersOf(engine: Engine, words: readonly string[], notes: readonly Note[]): FromCommand {
  const { flags, rest } = readFlags(words);
  const [image, ...command] = rest;
  // Written again, a dash would make a flag of it.
  if (image === undefined || image === "" || image.startsWith("-")) return { ok: false, reason: "The command names no image." };
  const reader = new FlagReader(engine);
  for (const flag of flags) reader.take(flag);
  return { ok: true, answers: reader.answers(withoutRegistry(image), command), notes: [...notes, ...reader.notes()] };
}

/** Only for how the command itself goes on in the terminal. */
const OF_THE_TERMINAL = new Set([
  "--attach",
  "--cidfile",
  "--detach-keys",
  "--disable-content-trust",
  "--quiet",
  "--replace",
  "--sig-proxy",
]);

type Check = Extract<HealthCheck, { kind: "check" }>;

class FlagReader {
  private readonly single = new Map<string, string>();
  private readonly switches = new Set<string>();
  private readonly envFiles: EnvFileAnswer[] = [];
  private readonly variables: VariableAnswer[] = [];
  private readonly ports: PublishedPort[] = [];
  private readonly mounts: MountAnswer[] = [];
  private readonly networks: string[] = [];
  private readonly labels: Pair[] = [];
  private readonly logOptions: Pair[] = [];
  private readonly extras = new Map<string, string[]>();
  private readonly lost = new Set<string>();
  private readonly needless = new Set<string>();
  private readonly remarks: string[] = [];

  constructor(private readonly engine: Engine) {}

  take({ name, value }: Flag): void {
    if (OF_THE_TERMINAL.has(name)) this.needless.add(name);
    else if (value === undefined) this.takeSwitch(name);
    else if (!this.takeList(name, value)) this.takeSingle(name, value);
  }

  private takeSwitch(name: string): void {
    if (["--detach", "--rm", "--no-healthcheck"].includes(name)) this.switches.add(name);
    else if (extraForm(name)?.kind === "switch") this.extras.set(name, []);
    else this.lost.add(name);
  }

  private takeList(name: string, value: string): boolean {
    switch (name) {
      case "--env":
        this.variables.push(variable(value));
        return true;
      case "--env-file":
        this.envFiles.push({ path: value, dialect: "literal" });
        return true;
      case "--publish": {
        const ports = readPort(value);
        if (ports === undefined) this.lost.add(`${name} ${value}`);
        else this.ports.push(...ports);
        return true;
      }
      case "--volume":
        this.mounts.push(readVolume(value));
        return true;
      case "--mount": {
        const { mount, lost } = readMount(value);
        if (mount !== undefined) this.mounts.push(mount);
        for (const field of lost) this.remarks.push(`Of a mount, ${field} is left out.`);
        return true;
      }
      case "--tmpfs":
        this.mounts.push(readTmpfs(value));
        return true;
      case "--network":
        if (value.includes(",") || value.includes("=")) this.lost.add(`${name} ${value}`);
        else this.networks.push(value);
        return true;
      case "--label":
        this.labels.push(pair(value));
        return true;
      case "--log-opt":
        this.logOptions.push(pair(value));
        return true;
      default:
        return false;
    }
  }

  private takeSingle(name: string, value: string): void {
    const kind = extraForm(name)?.kind;
    if (SINGLE.has(name)) this.single.set(name, value);
    else if (kind === undefined || kind === "switch") this.lost.add(name);
    else if (kind === "list" || kind === "pairs") this.extras.set(name, [...(this.extras.get(name) ?? []), value]);
    // The last one counts.
    else this.extras.set(name, [value]);
  }

  answers(image: string, command: readonly string[]): ContainerAnswers {
    const entrypoint = this.single.get("--entrypoint");
    const healthCheck = this.healthCheck();
    return {
      engine: this.engine,
      ...this.one("name", "--name"),
      image,
      detach: this.switches.has("--detach"),
      remove: this.switches.has("--rm"),
      ...this.one("restart", "--restart"),
      ...this.one("hostname", "--hostname"),
      envFiles: this.envFiles,
      // Of several values the last one counts.
      variables: [...new Map(this.variables.map((each) => [each.name, each])).values()],
      ports: this.ports,
      mounts: this.mounts,
      networks: this.networks,
      ...this.one("user", "--user"),
      ...this.one("memory", "--memory"),
      ...(healthCheck === undefined ? {} : { healthCheck }),
      labels: this.labels,
      ...this.one("logDriver", "--log-driver"),
      logOptions: this.logOptions,
      ...(entrypoint === undefined ? {} : { entrypoint: [entrypoint] }),
      command,
      extras: [...this.extras].map(([flag, values]): Extra => ({ flag, values })),
    };
  }

  /** What a flag says, as a part of the answers. */
  private one(key: keyof ContainerAnswers | keyof Check, flag: string): object {
    const value = this.single.get(flag);
    return value === undefined ? {} : { [key]: value };
  }

  private healthCheck(): HealthCheck | undefined {
    if (this.switches.has("--no-healthcheck")) return { kind: "none" };
    const shell = this.single.get("--health-cmd");
    if (shell === undefined) return undefined;
    const retries = Number(this.single.get("--health-retries") ?? NaN);
    return {
      kind: "check",
      test: { shell },
      ...this.one("interval", "--health-interval"),
      ...this.one("timeout", "--health-timeout"),
      ...this.one("startPeriod", "--health-start-period"),
      ...(Number.isInteger(retries) ? { retries } : {}),
    };
  }

  notes(): readonly Note[] {
    const orphaned = this.single.has("--health-cmd")
      ? []
      : [...this.single.keys()].filter((name) => name.startsWith("--health-"));
    const lost = [...this.lost, ...orphaned];
    const needless = [...this.needless].join(", ");
    return [
      ...this.remarks,
      ...(lost.length === 0 ? [] : [`Not taken over, since it has no counterpart or is not known: ${lost.join(", ")}.`]),
      ...(needless === "" ? [] : [`Left out, since it concerns the command itself only: ${needless}.`]),
    ].map((text) => ({ id: "left-out", text }));
  }
}

const SINGLE = new Set(
  (
    "--name --restart --hostname --user --memory --entrypoint --log-driver --health-cmd --health-interval --health-timeout " +
    "--health-start-period --health-retries"
  ).split(" "),
);

function pair(text: string): Pair {
  const cut = text.indexOf("=");
  return cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut + 1)];
}

function variable(text: string): VariableAnswer {
  const cut = text.indexOf("=");
  return cut < 0 ? { name: text } : { name: text.slice(0, cut), value: text.slice(cut + 1) };
}
