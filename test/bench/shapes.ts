// Texts that grow in one direction, for what a person or a program may write a thousand times. Each says what is done with it, so that
// doubling it shows whether the work grows with the text or faster.

import { checkFiles, checkText, completeText, fixText, refactorText } from "./core.ts";
import type { Kind } from "./core.ts";
import { asFiles, asLua, provider } from "./provider.ts";

export interface Shape {
  readonly name: string;
  /** Of repetitions, to begin with and at most: some readers leave longer texts alone. */
  readonly from: number;
  readonly most: number;
  /** Whether there is something to be found in it. */
  readonly finds: boolean;
  /** What is to be measured, for so many repetitions; it says how much it found. */
  readonly prepare: (count: number) => () => number;
}

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("");

const host = (i: number): string => `VirtualHost "h${i}.example.org"\n`;
const ssl = (i: number): string => `\tssl = { key = "certs/h${i}.key"; certificate = "certs/h${i}.crt" }\n`;
const modules = '\tmodules_enabled = { "mam"; "carbons" }\n';
const rooms = (i: number): string =>
  `Component "rooms.h${i}.example.org" "muc"\n\tname = "Rooms"\n\tmuc_log_expires_after = "1w"\n`;
const ignored = (i: number): string => `-- prosody-ignore-next-line unknown-option\nabout_x${i} = ${i}\n`;
const ignoredVariable = (i: number): string =>
  `# prosody-ignore-next-line duplicate-variable\nPROSODY_ADMINS=a${i}@example.org\n`;
const needless = (i: number): string => `# prosody-ignore-next-line quoted-value\nPROSODY_S2S_REQUIRE_ENCRYPTION_${i}=true\n`;
/** Without one, an env file is not taken as the image's. */
const ONE_KNOWN = "PROSODY_LOGLEVEL=info\n";
const list = (count: number): string => times(count, (i) => `"mod_${i}"; `);
const twice = (i: number): string => `"own${i}"; "own${i}"; `;
const variables = (prefix: string): string => `${prefix}PROSODY_ADMINS`;

const texts: Readonly<Record<string, readonly [Kind, (count: number) => string]>> = {
  "hosts with ssl": ["lua", (count) => times(count, (i) => host(i) + ssl(i))],
  "hosts with ssl and modules": ["lua", (count) => times(count, (i) => host(i) + ssl(i) + modules)],
  "hosts with rooms": ["lua", (count) => times(count, (i) => host(i) + rooms(i))],
  "a hosting provider's hosts": ["lua", (count) => asLua(provider(count))],
  "suppressing comments": ["lua", (count) => times(count, ignored)],
  "suppressing comments in an env file": ["env", (count) => times(count, ignoredVariable)],
  "needless suppressing comments in an env file": ["env", (count) => ONE_KNOWN + times(count, needless)],
  "entries of limits": ["lua", (count) => `limits = {\n${times(count, (i) => `\tx${i} = { rate = "10kb/s" };\n`)}}\n`],
  "modules enabled and disabled": [
    "lua",
    (count) => `modules_enabled = { ${list(count)}}\nmodules_disabled = { ${list(count)}}\n`,
  ],
  "variables made of each other": [
    "lua",
    (count) => `local v0 = { "x" }\n${times(count, (i) => `local v${i + 1} = { v${i} }\n`)}`,
  ],
  "one table for many hosts": [
    "lua",
    (count) => `local modules = { "mam"; "mam" }\n${times(count, (i) => `${host(i)}\tmodules_enabled = modules\n`)}`,
  ],
  "the same option again and again": ["lua", (count) => times(count, (i) => `admins = { "a${i}@example.org" }\n`)],
  "unknown options": ["lua", (count) => times(count, (i) => `c2s_requre_encryptio${i} = true\n`)],
  "a variable again and again, Compose": [
    "compose",
    (count) =>
      `services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    environment:\n${times(count, (i) => `      - ${variables("")}=a${i}@example.org\n`)}`,
  ],
  "a variable again and again, Kubernetes": [
    "kubernetes",
    (count) =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: chat\nspec:\n  containers:\n    - name: prosody\n      image: prosodyim/prosody:13.0\n      env:\n${times(count, (i) => `        - name: ${variables("")}\n          value: a${i}@example.org\n`)}`,
  ],
  "a variable again and again, Quadlet": [
    "quadlet",
    (count) =>
      `[Container]\nImage=docker.io/prosodyim/prosody:13.0\n${times(count, (i) => `Environment=${variables("")}=a${i}@example.org\n`)}`,
  ],
  "a variable again and again, Dockerfile": [
    "dockerfile",
    (count) => `FROM prosodyim/prosody:13.0\n${times(count, (i) => `ENV ${variables("")}=a${i}@example.org\n`)}`,
  ],
  "a variable again and again, env file": ["env", (count) => times(count, (i) => `${variables("")}=a${i}@example.org\n`)],
  "unknown PROSODY_ names": ["env", (count) => ONE_KNOWN + times(count, (i) => `PROSODY_S2S_REQUIRE_ENCRYPTION_${i}=true\n`)],
  "blanks in a rate": ["lua", (count) => `limits = { c2s = { rate = "0${" ".repeat(count)}x" } }\n`],
  "blanks before a word": ["lua", (count) => `admins = { "a@example.org" }${" ".repeat(count)}x = 1\n`],
  "blanks in a text": ["lua", (count) => `admins = { "${" ".repeat(count)}x" }\n`],
  "blanks before a word in an env file": ["env", (count) => `PROSODY_ADMINS=a${" ".repeat(count)}x\n`],
  "blanks before a word in a Quadlet unit": [
    "quadlet",
    (count) => `[Container]\nImage=docker.io/prosodyim/prosody:13.0\nEnvironment=PROSODY_ADMINS=a${" ".repeat(count)}x\n`,
  ],
};

/** Nothing is wrong with these. */
const SILENT = new Set(["hosts with ssl", "hosts with ssl and modules", "hosts with rooms", "suppressing comments"]);

/** Readers of containers leave more than a million characters alone. */
const mostOf = (kind: Kind, make: (count: number) => string): number =>
  kind === "lua" || kind === "env" ? 1_000_000 : Math.floor(400_000 / (make(20).length - make(10).length)) * 10;

const checks = Object.entries(texts).map(([name, [kind, make]]): Shape => {
  const prepare = (count: number): (() => number) => {
    const text = make(count);
    return () => checkText(kind, text);
  };
  // What makes hosts dear only shows among many of them.
  const from = name.startsWith("hosts") ? 512 : 64;
  return { name: `check: ${name}`, from, most: mostOf(kind, make), finds: !SILENT.has(name), prepare };
});

/** For fixes alone: a check of it makes nothing but findings, and the collector of garbage decides how long that takes. */
const modulesTwice: readonly [Kind, (count: number) => string] = [
  "lua",
  (count) => `modules_enabled = { ${times(count, twice)}}\n`,
];

const fixes = Object.entries({
  "needless suppressing comments in an env file": texts["needless suppressing comments in an env file"],
  "modules that are named twice": modulesTwice,
  "modules enabled and disabled": texts["modules enabled and disabled"],
}).map(([name, [kind, make] = ["lua", String] as const]): Shape => {
  const prepare = (count: number): (() => number) => {
    const text = make(count);
    return () => fixText(kind, text);
  };
  return { name: `fix all: ${name}`, from: 64, most: 100_000, finds: true, prepare };
});

export const SHAPES: readonly Shape[] = [
  ...checks,
  ...fixes,
  {
    name: "check: customers in files of their own",
    from: 16,
    most: 10_000,
    finds: true,
    prepare: (count) => {
      const files = asFiles(provider(count));
      return () => checkFiles(files);
    },
  },
  {
    name: "completion: nested braces",
    from: 64,
    most: 500_000,
    finds: false,
    prepare: (count) => () => completeText("lua", `x = ${"{".repeat(count)}`, count + 4),
  },
  {
    name: "refactorings: a long list of modules",
    from: 64,
    // Longer texts are not refactored.
    most: 16_000,
    finds: true,
    prepare: (count) => {
      const text = `modules_enabled = { ${list(count)}}\n`;
      return () => refactorText(text, 3);
    },
  },
];
