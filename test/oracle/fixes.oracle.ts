// Whatever a real Prosody loads still loads after `check --fix` and after `--fix-unsafe`, with no version chosen and with each one, and
// comes to the same but for what is said. PROSODY_CORPUS names a folder of configurations to try instead of ours.

import { describe, expect, test } from "vitest";
import { diffConfigs } from "../../server/src/core/effective/diff.ts";
import type { ConfigValue, HostOptions } from "../../server/src/core/effective/types.ts";
import { configurations } from "./configurations.ts";
import { mended } from "./mended.ts";
import type { Mended } from "./mended.ts";
import { askReal, reals } from "./real.ts";
import type { Loaded } from "./real.ts";

const SEED = Number(process.env["ORACLE_SEED"] ?? 20_240_613);
const COUNT = Number(process.env["ORACLE_COUNT"] ?? 600) / 10;

const given = configurations(COUNT, SEED);

/** What a value says: its items, and its keys with theirs. Lists of modules and addresses have no order to Prosody, and one is a list. */
function itemsOf(value: ConfigValue | undefined, path = ""): readonly string[] {
  if (value === undefined) return [];
  if (typeof value !== "object") return [`${path}${String(value)}`];
  if (Array.isArray(value)) return (value as readonly ConfigValue[]).flatMap((item) => itemsOf(item, path));
  return Object.entries(value).flatMap(([key, item]) => itemsOf(item, `${path}${key} `));
}

/** What is another one and was not named. */
function unsaid(before: HostOptions, after: HostOptions, { said }: Mended): readonly string[] {
  const { addedHosts, removedHosts, changes } = diffConfigs(before, after);
  const isNamed = (words: string): boolean => words.split(" ").every((word) => said.toLowerCase().includes(word.toLowerCase()));
  // "Change to `http_file_share`, with its options"
  const modules = said.includes("with its options") ? [...said.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name) : [];
  const changed = changes.flatMap(({ host, option, ...values }) => {
    if (isNamed(option) || modules.some((name) => option.startsWith(`${name}_`))) return [];
    const [was, is] = [new Set(itemsOf(values.before)), new Set(itemsOf(values.after))];
    const items = [...[...was].filter((item) => !is.has(item)), ...[...is].filter((item) => !was.has(item))];
    return items.filter((item) => !isNamed(item)).map((item) => `${host} ${option} ${item}`);
  });
  return [...[...addedHosts, ...removedHosts].filter((host) => !isNamed(host)), ...changed];
}

function configOf(loaded: Loaded | undefined): HostOptions | undefined {
  return loaded !== undefined && "config" in loaded ? (loaded.config as HostOptions) : undefined;
}

describe.each(reals)("Prosody $version", (real) => {
  const asked = (texts: readonly string[]): readonly Loaded[] =>
    askReal(
      real,
      texts.map((text) => ({ "prosody.cfg.lua": text })),
      {},
    );
  const before = asked(given.map(({ text }) => text)).map(configOf);

  test.each([
    ["no version chosen, --fix", undefined, "safe"],
    ["no version chosen, --fix-unsafe", undefined, "unsafe"],
    ["its version chosen, --fix", real.version, "safe"],
    ["its version chosen, --fix-unsafe", real.version, "unsafe"],
  ] as const)("%s", async (_name, version, mending) => {
    const texts = given.map(({ text }) => text);
    const after = await mended(texts, version, mending);
    const loaded = asked(after.map(({ text }) => text));
    const wrong = given.flatMap(({ name }, i) => {
      const [was, now, one] = [before[i], loaded[i], after[i]];
      if (was === undefined || now === undefined || one === undefined) return [];
      const is = configOf(now);
      const changed = is === undefined ? [`does not load any more: ${JSON.stringify(now)}`] : unsaid(was, is, one);
      // Fixes that were asked for may bring others about, of which the first check knew nothing.
      const what = mending === "unsafe" && one.foundMore && is !== undefined ? [] : changed;
      return what.length === 0 ? [] : [`${name} (${one.rules.join(", ")}): ${what.join("; ")}`];
    });
    expect(wrong).toEqual([]);
    // Otherwise it would test little.
    expect(before.filter((one) => one !== undefined).length).toBeGreaterThan(given.length / 2);
    // What depends on the version is left alone while that is assumed.
    const share = version === undefined && mending === "safe" ? 8 : 3;
    expect(after.filter(({ rules }) => rules.length > 0).length).toBeGreaterThan(given.length / share);
  });
});
