// Refactorings against the evaluation: what a configuration amounts to is the same before and after, and a setting that moves is there
// where the title says.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffConfigs } from "../../server/src/core/effective/diff.ts";
import type { ConfigDifference } from "../../server/src/core/effective/diff.ts";
import { nameprep } from "../../server/src/core/effective/nameprep.ts";
import type { ConfigValue, HostOptions } from "../../server/src/core/effective/types.ts";
import type { Project } from "../../server/src/core/model/project.ts";
import type { Refactoring } from "../../server/src/core/refactor/index.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import type { Files } from "../effective/evaluateFiles.ts";
import { ENVIRONMENT, generate } from "../oracle/generate.ts";
import { schemaFor } from "../support/knowledge.ts";
import { luaAnalysis, refactoringsAt } from "./checkRefactoring.ts";

const MAIN = "p.cfg.lua";

async function evaluated(files: Files): Promise<HostOptions | undefined> {
  const result = await evaluateFiles(files, { environment: ENVIRONMENT });
  return result.status === "ok" ? result.config : undefined;
}

/** Lists of modules are sets to Prosody. */
function withSortedModules(config: HostOptions): HostOptions {
  const sorted = (value: ConfigValue): ConfigValue =>
    Array.isArray(value)
      ? [...(value as readonly ConfigValue[])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : value;
  return Object.fromEntries(
    Object.entries(config).map(([host, options]) => [
      host,
      Object.fromEntries(
        Object.entries(options).map(([name, value]) => [name, name === "modules_enabled" ? sorted(value) : value]),
      ),
    ]),
  );
}

/** All that is offered at the beginning of any setting, section or list. */
function everyRefactoring(text: string, files: Files): readonly Refactoring[] {
  const project: Project = {
    path: MAIN,
    files: Object.entries(files).flatMap(([path, content]) =>
      path.endsWith(".lua") && typeof content === "string"
        ? [{ path, name: path, text: content, file: luaAnalysis(content).file }]
        : [],
    ),
    complete: true,
    matches: () => undefined,
  };
  const { file } = luaAnalysis(text);
  const starts = [
    ...file.settings.map(({ value, nameSpan }) => [nameSpan.start, value.span.start + 1]),
    ...file.sections.map(({ header }) => [header.start]),
  ];
  const found = [...new Set(starts.flat())].flatMap((offset) => refactoringsAt(text, offset, `/srv/${MAIN}`, project));
  return [...new Map(found.map((one) => [`${one.title} ${JSON.stringify(one.edits)}`, one])).values()];
}

const HEADINGS = new Set(
  schemaFor().moduleGroups.flatMap(({ title, also = [] }) => [title, ...also].map((heading) => `-- ${heading.toLowerCase()}`)),
);

/** All comments, but for the headings that sorting puts in place of one another. */
function commentsIn(...texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) =>
      luaAnalysis(text).syntax.tokens.flatMap(({ kind, start, end }) =>
        kind === "comment" ? [text.slice(start, end).trim()] : [],
      ),
    )
    .filter((comment) => !HEADINGS.has(comment.toLowerCase()))
    .sort();
}

async function checkAll(files: Files): Promise<number> {
  const text = files[MAIN];
  if (typeof text !== "string") throw new Error("there is no main file");
  const before = await evaluated(files);
  if (before === undefined) return 0;
  const all = everyRefactoring(text, files);
  for (const { title, kind, edits, create } of all) {
    const changed = applyEdits(text, edits);
    if (changed === undefined) throw new Error(`the edits of "${title}" overlap`);
    if (create !== undefined && files[create.path] !== undefined) continue;
    const after = await evaluated({ ...files, [MAIN]: changed, ...(create === undefined ? {} : { [create.path]: create.text }) });
    const account = `${title}\n--- before\n${text}\n--- after\n${changed}\n--- beside\n${create?.text ?? ""}`;
    if (after === undefined) throw new Error(`does not load any more: ${account}`);
    const comments = commentsIn(changed, create?.text ?? "");
    expect({ account, comments }).toEqual({ account, comments: commentsIn(text) });
    const difference = diffConfigs(withSortedModules(before), withSortedModules(after));
    if (kind === "move") checkMove(title, difference, before, after, account);
    else expect({ account, difference }).toEqual({ account, difference: { addedHosts: [], removedHosts: [], changes: [] } });
  }
  return all.length;
}

/** One option of two sections changed: from one to the other. */
function checkMove(
  title: string,
  { addedHosts, removedHosts, changes }: ConfigDifference,
  before: HostOptions,
  after: HostOptions,
  account: string,
): void {
  const option = /^Move `([^`]+)`/.exec(title)?.[1] ?? "";
  const named = /"([^"]+)"/.exec(title)?.[1];
  const host = named === undefined ? "*" : (nameprep(named) ?? named);
  const other = changes.filter((change) => change.option !== option);
  expect({ account, addedHosts, removedHosts, other }).toEqual({ account, addedHosts: [], removedHosts: [], other: [] });
  const gone = changes.find((change) => change.after === undefined);
  const came = changes.find((change) => change.before === undefined);
  // One that was nil was not there before either.
  if (gone === undefined && came === undefined) return;
  expect({ account, gone: gone?.before, where: came?.host, count: changes.length }).toEqual({
    account,
    gone: came?.after,
    where: host,
    count: 2,
  });
  expect(before[host]?.[option]).toBeUndefined();
  expect(after[gone?.host ?? ""]?.[option]).toBeUndefined();
}

const words = fc.constantFrom("motd_text", "allow_registration", "c2s_ports", "muc_room_locking", "custom", "ssl");
const value = fc.constantFrom("true", '"text"', "{ 1, 2 }", '{ a = "x"; b = { true } }', "ENV_SET", 'ENV_X or "y"', "5 * 3");
const comment = fc.constantFrom("", "", "", " -- behind", "; -- after");
const above = fc.constantFrom("", "", "", "  -- above\n", "\n-- apart\n\n");
const setting = fc.tuple(above, words, value, comment).map(([over, name, it, behind]) => `${over}  ${name} = ${it}${behind}\n`);
const module = fc.tuple(
  fc.constantFrom("", "\n", "    -- above\n", '    --"mam"; -- later\n', "    -- Generally required\n"),
  fc.constantFrom("tls", "roster", "ping", "bosh", "own_one", "conversejs", "muc_mam"),
  fc.constantFrom(";", ","),
  fc.constantFrom("", " -- word", " "),
);
const list = fc
  .array(module, { minLength: 1, maxLength: 7 })
  .map(
    (items) =>
      `  modules_enabled = {\n${items.map(([over, name, separator, end]) => `${over}    "${name}"${separator}${end}\n`).join("")}  }\n`,
  );
const body = fc
  .array(fc.oneof({ weight: 4, arbitrary: setting }, { weight: 1, arbitrary: list }), { maxLength: 4 })
  .map((all) => all.join(""));
const header = fc.constantFrom(
  'VirtualHost "a.example"\n',
  '-- Ours\nVirtualHost "B.example"\n',
  'Component "r.example" "muc" -- rooms\n',
  'Component "u.example" "http_file_share"\n',
);
const ending = fc.constantFrom("", "", 'Include "conf.d/*.cfg.lua"\n', '\n-- More\nInclude "inc.cfg.lua"\n');
const plain = fc
  .tuple(body, fc.uniqueArray(header, { maxLength: 3 }), fc.array(body, { minLength: 3, maxLength: 3 }), ending, fc.boolean())
  .map(([global, headers, bodies, end, carriage]): Files => {
    const text = `${global}${headers.map((one, i) => `${one}${bodies[i] ?? ""}`).join("\n")}${end}`;
    return {
      [MAIN]: carriage ? text.replaceAll("\n", "\r\n") : text,
      "conf.d/z.cfg.lua": "zeta = 1\n",
      "inc.cfg.lua": 'VirtualHost "inc.example"\n',
    };
  });

describe("refactorings keep the effective configuration", () => {
  test("of configurations as people write them", async () => {
    let count = 0;
    for (const files of fc.sample(plain, { seed: 7, numRuns: 25 })) count += await checkAll(files);
    expect(count).toBeGreaterThan(100);
  }, 60_000);

  test("of programs that nobody would write", async () => {
    let count = 0;
    for (const files of generate(11, 80)) count += await checkAll(files);
    expect(count).toBeGreaterThan(30);
  }, 60_000);
});
