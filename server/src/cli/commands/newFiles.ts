// What `prosody-config new` does: makes the text, and prints it or writes it together with new secrets. Nothing is overwritten unasked.

import { dirname, join } from "node:path";
import type { Feature } from "../../core/scaffold/features.ts";
import { scaffoldAddition, scaffoldServer } from "../../core/scaffold/run.ts";
import type { Offer } from "../../core/scaffold/refusals.ts";
import type { Addition, Scaffolded } from "../../core/scaffold/run.ts";
import { secretStyle } from "../../core/scaffold/secrets.ts";
import { Schema } from "../../core/schema/schema.ts";
import type { Version } from "../../core/schema/types.ts";
import { readKnowledgeFiles } from "../../nodeKnowledge.ts";
import { randomSecret } from "../../randomSecret.ts";
import { replaceText } from "../../disk/writeWhole.ts";
import { unwritable } from "../input/problem.ts";
import { versionFor } from "../input/projectSettings.ts";
import { readUtf8 } from "../input/readInput.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem, printProblems } from "../print/output.ts";
import type { ExitCode } from "../program.ts";
import { writeFiles } from "../writeFiles.ts";

interface Common {
  readonly prosodyVersion?: Version;
  readonly json?: boolean;
}

export interface ServerOptions extends Common {
  readonly domain: string;
  readonly admin?: string;
  readonly install: "package" | "container";
  readonly storage: "internal" | "SQLite3" | "PostgreSQL" | "MySQL";
  readonly feature: readonly Feature[];
  readonly retention?: number;
  readonly turnHost?: string;
  readonly output?: string;
}

export interface AdditionOptions extends Common {
  readonly write?: boolean;
}

export async function newServerIn(options: ServerOptions): Promise<ExitCode> {
  const { domain, admin, install, storage, feature, retention, turnHost, output } = options;
  const prosodyVersion = await versionFor(
    options.prosodyVersion,
    output === undefined ? undefined : join(output, "prosody.cfg.lua"),
  );
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
  return report(await writeNew(output, { "prosody.cfg.lua": made.text, ...secretFiles(made) }), made, options);
}

export async function addTo(file: string, addition: Addition, options: AdditionOptions): Promise<ExitCode> {
  const read = await readUtf8({ from: "file", path: file, kind: "lua" });
  if (!read.ok) {
    printProblem(read.problem);
    return 2;
  }
  const prosodyVersion = await versionFor(options.prosodyVersion, file);
  const schema = new Schema(readKnowledgeFiles(), prosodyVersion);
  const maker = { random: randomSecret, style: secretStyle(prosodyVersion, /\bENV_\w/.test(read.text)) };
  const made = scaffoldAddition(read.text, addition, schema, maker);
  if (!made.ok) return refuse(file, `${made.reason}${made.offer === undefined ? "" : ` ${offered(made.offer)}`}`);
  if (options.write !== true) return print(made, options);
  const folder = dirname(file);
  // The secrets first: a configuration without them would not load.
  if ((await writeNew(folder, secretFiles(made))) === 2) return 2;
  const written = await replaceText(file, read.text, made.text);
  if (!written.ok) {
    printProblem(unwritable(file, written));
    return 2;
  }
  return report(0, made, options);
}

/** The command that would do. */
function offered(offer: Offer): string {
  switch (offer.kind) {
    case "component":
      return `\`prosody-config new component NAME --module ${offer.module}\` adds one.`;
    case "module":
      return `\`prosody-config new module ${offer.name}\` enables that.`;
    case "externalComponent":
      return "`prosody-config new external-component NAME` adds one.";
  }
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
async function writeNew(folder: string, files: Readonly<Record<string, string>>): Promise<ExitCode> {
  const placed = Object.entries(files).map(([path, text]) => {
    return { path: join(folder, path), text, within: [folder], secret: !path.endsWith(".cfg.lua") };
  });
  return printProblems(await writeFiles(placed));
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
