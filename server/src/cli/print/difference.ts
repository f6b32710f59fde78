// What differs between two effective configurations, for people: hosts that come or go, and by host each option before → after, as
// Lua source. Secrets are not shown, only that they differ.

import { isList } from "../../core/effective/read.ts";
import { sameValue } from "../../core/effective/diff.ts";
import type { ConfigDifference, OptionChange } from "../../core/effective/diff.ts";
import { INTERNAL_OPTIONS, headingOf, showValue } from "../../core/effective/show.ts";
import type { ConfigValue, HostOptions } from "../../core/effective/types.ts";
import type { Schema } from "../../core/schema/schema.ts";
import type { Colours } from "./colours.ts";
import { printable } from "./printable.ts";

export interface Compared {
  readonly before: HostOptions;
  readonly after: HostOptions;
}

export function formatDifference(difference: ConfigDifference, compared: Compared, schema: Schema, colours: Colours): string {
  const { addedHosts, removedHosts, changes } = difference;
  const heading = (host: string, config: HostOptions): string => printable(headingOf(host, config[host] ?? {}));
  const hosts = [
    ...addedHosts.map((host) => colours.green(`added: ${heading(host, compared.after)}\n`)),
    ...removedHosts.map((host) => colours.red(`removed: ${heading(host, compared.before)}\n`)),
  ];
  const blocks = [...new Set(changes.map(({ host }) => host))].map((host) => {
    const [was, is] = [heading(host, compared.before), heading(host, compared.after)];
    // The headings say what becomes of it in clearer words than what Prosody notes in its table.
    const shown = changes.filter((change) => change.host === host && (was === is || !INTERNAL_OPTIONS.has(change.option)));
    const lines = shown.map((change) => changeLine(change, schema, colours));
    return `${colours.bold(was === is ? is : `${was} → ${is}`)}\n${lines.join("")}`;
  });
  if (hosts.length + blocks.length === 0) return "No difference.\n";
  return [...(hosts.length === 0 ? [] : [hosts.join("")]), ...blocks].join("\n");
}

function changeLine({ option, before, after }: OptionChange, schema: Schema, colours: Colours): string {
  const show = (value: ConfigValue | undefined): string =>
    value === undefined ? "not set" : printable(showValue(option, value, schema));
  const arrow = (was: string, is: string): string => `${colours.red(was)} → ${colours.green(is)}`;
  const [was, is] = [show(before), show(after)];
  if (before === undefined || after === undefined || (was !== is && !isCut(was) && !isCut(is)))
    return `  ${option} = ${arrow(was, is)}\n`;
  const [less, more] = differingParts(before, after);
  const [left, right] = [show(less), show(more)];
  if (left !== right) return `  ${option}, where it differs: ${arrow(left, right)}\n`;
  if (sameValue(less, more)) return `  ${option} = ${is}, in another order\n`;
  return `  ${option} = ${left}, which differs\n`;
}

/** A quoted text that ends so has its closing quote behind it. */
function isCut(shown: string): boolean {
  return shown.endsWith("…");
}

/** Of tables only what the other does not have alike; both without anything: it is a matter of order. */
function differingParts(before: ConfigValue, after: ConfigValue): readonly [ConfigValue, ConfigValue] {
  if (typeof before !== "object" || typeof after !== "object") return [before, after];
  if (isList(before) && isList(after)) return [itemsBeyond(before, after), itemsBeyond(after, before)];
  if (isList(before) || isList(after)) return [before, after];
  const [left, right] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [was, is] = [left.get(key), right.get(key)];
    if (sameValue(was, is)) {
      left.delete(key);
      right.delete(key);
    } else if (was !== undefined && is !== undefined) {
      const [less, more] = differingParts(was, is);
      // Nothing would be left to see of what is only in another order.
      if (sameValue(less, more)) continue;
      left.set(key, less);
      right.set(key, more);
    }
  }
  return [Object.fromEntries(left), Object.fromEntries(right)];
}

function itemsBeyond(items: readonly ConfigValue[], others: readonly ConfigValue[]): readonly ConfigValue[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(JSON.stringify(other), (counts.get(JSON.stringify(other)) ?? 0) + 1);
  return items.filter((item) => {
    const key = JSON.stringify(item);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}
