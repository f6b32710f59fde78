// `prosody-config new`: a new configuration, or something added to one. Prints the result, or writes it; nothing is overwritten unasked.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { Feature } from "../../core/scaffold/features.ts";
import { scaffoldAddition, scaffoldServer } from "../../core/scaffold/run.ts";
import type { Addition, Scaffolded } from "../../core/scaffold/run.ts";
import { secretStyle } from "../../core/scaffold/secrets.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { randomSecret } from "../../randomSecret.ts";
import { problemOf } from "../input/problem.ts";
import { readInput } from "../input/readInput.ts";
import { CURRENT_VERSION, prosodyVersionOption } from "../options.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import type { Done, ExitCode } from "../program.ts";

interface Common {
  readonly prosodyVersion: Version;
  readonly json?: boolean;
}

interface ServerOptions extends Common {
  readonly domain: string;
  readonly admin?: string;
  readonly install: "package" | "container";
  readonly storage: "internal" | "SQLite3" | "PostgreSQL" | "MySQL";
  readonly feature: readonly Feature[];
  readonly retention?: number;
  readonly turnHost?: string;
  readonly output?: string;
}

interface AdditionOptions extends Common {
  readonly write?: boolean;
}

export function addNewCommand(program: Command, done: Done): void {
  const group = program.command("new").description("write a new configuration, or add something to one");
  common(
    group
      .command("server")
      .description("a secure configuration for one domain")
      .requiredOption("--domain <DOMAIN>", "the domain of the addresses, such as example.org")
      .option("--admin <ADDRESS>", "the administrator")
      .addOption(new Option("--install <HOW>", "how Prosody runs").choices(["package", "container"]).default("package"))
      .addOption(
        new Option("--storage <KIND>", "where accounts and messages are kept")
          .choices(["internal", "SQLite3", "PostgreSQL", "MySQL"])
          .default("internal"),
      )
      .addOption(new Option("--feature <NAME...>", `what it offers besides: ${FEATURES.join(", ")}`).default([], "none"))
      .addOption(new Option("--retention <DAYS>", "for how long messages and files are kept").argParser(days))
      .option("--turn-host <NAME>", "the TURN server, when it is not the domain itself")
      .option("-o, --output <FOLDER>", "write the files there; what is there already is kept"),
  )
    .addHelpText("after", DETAILS)
    .action((options: ServerOptions) => {
      done(newServerIn(options));
    });
  const add = (name: string, argument: string | undefined, description: string): Command => {
    const command = group.command(name).description(description);
    if (argument !== undefined) command.argument(argument);
    return common(command.argument("<FILE>", "the configuration").option("--write", "change the file instead of printing it"));
  };
  const run = async (file: string, addition: Addition, options: AdditionOptions): Promise<void> => {
    done(await addTo(file, addition, options));
  };
  add("host", "<NAME>", "a VirtualHost").action((name: string, file: string, options: AdditionOptions) =>
    run(file, { kind: "host", name }, options),
  );
  add("component", "<NAME>", "a Component of a module of Prosody")
    .requiredOption("--module <MODULE>", "muc, http_file_share, pubsub …")
    .action((name: string, file: string, options: AdditionOptions & { readonly module: string }) =>
      run(file, { kind: "component", name, module: options.module }, options),
    );
  add("external-component", "<NAME>", "a Component that is a program of its own, with a new secret").action(
    (name: string, file: string, options: AdditionOptions) => run(file, { kind: "externalComponent", name }, options),
  );
  add("module", "<NAME>", "a module, enabled for the whole server or for one host")
    .option("--host <NAME>", "only there", "*")
    .action((name: string, file: string, options: AdditionOptions & { readonly host: string }) =>
      run(file, { kind: "module", name, host: options.host }, options),
    );
  add("turn", "<HOST>", "audio and video calls by way of a TURN server").action(
    (host: string, file: string, options: AdditionOptions) => run(file, { kind: "turn", host }, options),
  );
  add("sql", undefined, "storage in an SQL database")
    .addOption(new Option("--driver <DRIVER>", "the database").choices(["SQLite3", "PostgreSQL", "MySQL"]).default("PostgreSQL"))
    .action((file: string, options: AdditionOptions & { readonly driver: "SQLite3" | "PostgreSQL" | "MySQL" }) =>
      run(file, { kind: "sql", driver: options.driver }, options),
    );
  add("reverse-proxy", "<URL>", "web services behind a reverse proxy").action(
    (url: string, file: string, options: AdditionOptions) => run(file, { kind: "reverseProxy", url }, options),
  );
  add("openmetrics", undefined, "figures for Prometheus").action((file: string, options: AdditionOptions) =>
    run(file, { kind: "openMetrics" }, options),
  );
}

/** Those of the scaffold, which is not loaded for the help. */
const FEATURES: readonly Feature[] = ["groupChat", "fileSharing", "web", "calls", "push", "archive", "invites", "monitoring"];

const DETAILS = `
New secrets come from a secure random source and are only ever written into files of their own, never into the configuration and never
to standard output: without --output they are left out.

Exit codes:
  0  done
  2  wrong use, or something is there already

Examples:
  prosody-config new server --domain example.org --admin admin@example.org --feature groupChat fileSharing -o prosody
  prosody-config new host example.net --write /etc/prosody/prosody.cfg.lua
  prosody-config new module mam prosody.cfg.lua | diff -u prosody.cfg.lua -`;

function common(command: Command): Command {
  return command
    .addOption(prosodyVersionOption("the version of your server").default(CURRENT_VERSION))
    .option("--json", "for programs; secrets are left out");
}

function days(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("It is a number of days.");
  return Number(text);
}

function newServerIn(options: ServerOptions): ExitCode {
  const { domain, admin, install, storage, feature, retention, turnHost, prosodyVersion, output } = options;
  const schema = new Schema(readKnowledgeFiles(), prosodyVersion);
  const made = scaffoldServer(
    {
      domain,
      install,
      storage,
      features: feature,
      ...(admin === undefined ? {} : { admin }),
      ...(retention === undefined ? {} : { retention }),
      ...(turnHost === undefined ? {} : { turnHost }),
    },
    schema,
    { random: randomSecret, style: secretStyle(prosodyVersion, install === "container") },
  );
  if (!made.ok) return refuse(domain, made.reason);
  if (output === undefined) return print(made, options);
  return report(writeNew(output, { "prosody.cfg.lua": made.text, ...secretFiles(made) }), made, options);
}

async function addTo(file: string, addition: Addition, options: AdditionOptions): Promise<ExitCode> {
  const read = await readInput({ from: "file", path: file, kind: "lua" });
  if (!read.ok) {
    printProblem(read.problem);
    return 2;
  }
  const schema = new Schema(readKnowledgeFiles(), options.prosodyVersion);
  const maker = { random: randomSecret, style: secretStyle(options.prosodyVersion, /\bENV_\w/.test(read.text)) };
  const made = scaffoldAddition(read.text, addition, schema, maker);
  if (!made.ok) return refuse(file, made.reason);
  if (options.write !== true) return print(made, options);
  const folder = dirname(file);
  // The secrets first: a configuration without them would not load.
  const written = writeNew(folder, secretFiles(made));
  if (written === 2) return 2;
  try {
    // A file that changed meanwhile is somebody else's work.
    if (readFileSync(file, "utf8") !== read.text) return refuse(file, "It changed meanwhile, so nothing was written.");
    writeFileSync(file, made.text);
  } catch (error) {
    printProblem(problemOf(file, error));
    return 2;
  }
  return report(0, made, options);
}

type Made = Extract<Scaffolded, { readonly ok: true }>;

function secretFiles({ files, variables }: Made): Readonly<Record<string, string>> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  return {
    ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
    ...(lines.length === 0 ? {} : { "prosody.env": lines.join("") }),
  };
}

/** None of them may be there. */
function writeNew(folder: string, files: Readonly<Record<string, string>>): ExitCode {
  const there = Object.keys(files).filter((path) => existsSync(join(folder, path)));
  if (there.length > 0) {
    for (const path of there) printProblem({ path: join(folder, path), reason: "is there already, so nothing was written" });
    return 2;
  }
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: "wx", mode: path.endsWith(".cfg.lua") ? 0o644 : 0o600 });
    } catch (error) {
      printProblem(problemOf(file, error));
      return 2;
    }
  }
  return 0;
}

function print(made: Made, { json }: Common): ExitCode {
  const { text, notes, files, variables } = made;
  if (json === true) {
    printOut(toJson({ text, notes, secrets: { files: files.map(({ path }) => path), variables: Object.keys(variables) } }));
    return 0;
  }
  notes.forEach(printNote);
  const left = [...files.map(({ path }) => path), ...Object.keys(variables)];
  if (left.length > 0) printNote(`new secrets are not printed; this reads them from ${left.join(", ")}`);
  printOut(text);
  return 0;
}

function report(code: ExitCode, { notes, files, variables }: Made, { json }: Common): ExitCode {
  if (code !== 0) return code;
  const written = [...files.map(({ path }) => path), ...(Object.keys(variables).length === 0 ? [] : ["prosody.env"])];
  if (json === true) printOut(toJson({ notes, secrets: written }));
  else {
    notes.forEach(printNote);
    if (written.length > 0)
      printNote(`new secrets are in ${written.join(", ")}; keep them from others and out of version control`);
  }
  return 0;
}

function refuse(subject: string, reason: string): ExitCode {
  printProblem({ path: subject, reason: `was left as it is: ${reason.replace(/\.$/, "")}` });
  return 2;
}
