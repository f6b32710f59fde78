// Values of a compose file, whatever they are: asked for by key as a text, a list or pairs. Remembers which keys nobody asked for.

import { isRecord } from "../schema/jsonText.ts";
import { interpolate } from "../syntax/env/interpolate.ts";
import type { YamlNode } from "../syntax/yaml/tree.ts";

/** Plain data of a tree; what tools read in different ways stands as it is written. */
export function plainValue(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "list") return node.items.map(plainValue);
  if (node.kind === "scalar") return typeof node.value === "symbol" ? node.source : node.value;
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.source, plainValue(value)]));
}

export class Plain {
  private readonly content: Readonly<Record<string, unknown>>;
  private readonly asked = new Set<string>();
  private readonly lost = new Set<string>();
  private readonly inners = new Map<string, Plain>();
  /** Something depends on variables that are not here. */
  unresolved = false;

  constructor(
    content: unknown,
    private readonly outer?: Plain,
  ) {
    this.content = isRecord(content) ? content : {};
  }

  /** A single value as text. */
  static scalar(value: unknown): string | undefined {
    if (typeof value === "string") return value;
    return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
  }

  has(key: string): boolean {
    return this.value(key) !== undefined;
  }

  keys(): readonly string[] {
    return Object.keys(this.content);
  }

  text(key: string): string | undefined {
    return this.resolved(this.value(key));
  }

  map(key: string): Readonly<Record<string, unknown>> {
    const value = this.value(key);
    return isRecord(value) ? value : {};
  }

  inner(key: string): Plain {
    const inner = new Plain(this.value(key), this);
    this.inners.set(key, inner);
    return inner;
  }

  /** A list, or one item as a list of one. */
  items(key: string): readonly unknown[] {
    const value = this.value(key);
    const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    return list.map((item) => this.deep(item));
  }

  list(key: string): readonly string[] {
    return this.items(key).flatMap((item) => Plain.scalar(item) ?? []);
  }

  /** A command: a list of words, or one text, which Compose cuts up like a shell. */
  words(key: string): readonly string[] {
    const value = this.value(key);
    if (Array.isArray(value)) return this.list(key);
    const text = this.resolved(value);
    return text === undefined ? [] : splitWords(text);
  }

  /** A list of names, or a map by name. */
  names(key: string): readonly string[] {
    const value = this.value(key);
    return isRecord(value) ? Object.keys(value) : this.list(key);
  }

  /** A map, or a list of `NAME=value`. */
  pairs(key: string): readonly (readonly [string, string])[] {
    return this.pairsOrNames(key).map(([name, value]) => [name, value ?? ""]);
  }

  pairsOrNames(key: string): readonly (readonly [string, string | undefined])[] {
    const value = this.value(key);
    if (isRecord(value)) return Object.entries(value).map(([name, inner]) => [name, this.resolved(inner)]);
    return this.list(key).map((line) => {
      const cut = line.search(key === "extra_hosts" ? /[=:]/ : /=/);
      return cut < 0 ? [line, undefined] : [line.slice(0, cut), line.slice(cut + 1)];
    });
  }

  /** Nothing came of an entry below the key. */
  lose(key: string): readonly [] {
    this.lost.add(key);
    return [];
  }

  /** Keys that nobody asked for, or of which something is missing. */
  unread(): readonly string[] {
    const below = [...this.inners].flatMap(([key, inner]) => inner.unread().map((name) => `${key}.${name}`));
    return [...this.keys().filter((key) => !this.asked.has(key)), ...this.lost, ...below];
  }

  private value(key: string): unknown {
    this.asked.add(key);
    return Object.hasOwn(this.content, key) ? this.content[key] : undefined;
  }

  private deep(value: unknown): unknown {
    if (typeof value === "string") return this.resolved(value);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.deep(inner)]));
  }

  private resolved(value: unknown): string | undefined {
    const text = Plain.scalar(value);
    if (text?.includes("$") !== true) return text;
    const result = interpolate(text, { resolve: () => ({ kind: "unknown" }), budget: 0 });
    if (!result.uncertain && result.problems.length === 0) return result.value;
    this.giveUp();
    return text;
  }

  private giveUp(): void {
    this.unresolved = true;
    this.outer?.giveUp();
  }
}

/** Blanks and quotes, nothing else. */
function splitWords(text: string): readonly string[] {
  const words = text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
  return words.map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_whole, double?: string, single?: string, escaped?: string) =>
      double === undefined ? (single ?? escaped ?? "") : double.replace(/\\(["\\$`])/g, "$1"),
    ),
  );
}
