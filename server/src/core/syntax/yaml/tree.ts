// YAML as a tree with places: aliases followed, merges carried out. Reads any text without throwing and in bounded time: what cannot be
// understood, or would take too long, is not there.

import { Composer, Lexer, Parser, isAlias, isMap, isNode, isPair, isScalar, isSeq, visit } from "yaml";
import type { Document } from "yaml";
import type { Span } from "../../text/span.ts";
import { SCALAR_TAGS, UNCLEAR } from "./scalars.ts";

interface NodeBase {
  readonly span: Span;
  /** Stands at another place, from where an alias or a merge takes it: a change there changes more than this. */
  readonly shared: boolean;
}

export interface YamlScalar extends NodeBase {
  readonly kind: "scalar";
  /** Null: nothing. `UNCLEAR`: tools make different texts of it. */
  readonly value: string | null | typeof UNCLEAR;
  /** As written, without quotes. */
  readonly source: string;
  readonly style: "plain" | "single" | "double" | "block";
  /** `!!str 30`: what it is has been said. */
  readonly tagged: boolean;
  /** Where the value stands unit for unit. */
  readonly verbatim?: Span;
  /** Between the brackets of a list or map. */
  readonly inFlow: boolean;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
  readonly shared: boolean;
}

export interface YamlMap extends NodeBase {
  readonly kind: "map";
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
}

export interface YamlList extends NodeBase {
  readonly kind: "list";
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** The library looks through all anchors for every alias. */
const MOST_REFERENCES = 1_000;

/** Longer files are none of ours; the library takes seconds for a million characters of nonsense. */
const LONGEST = 250_000;

/** The library's reader calls itself for each level. */
const DEEPEST = 100;

/** With all that aliases repeat. */
const MOST_NODES = 200_000;

const MOST_DOCUMENTS = 200;

const OPTIONS = {
  schema: "failsafe",
  customTags: SCALAR_TAGS,
  // Looking for doubles takes quadratic time.
  uniqueKeys: false,
  // Nothing for the console.
  logLevel: "error",
} as const;

/** The contents of the first documents, in their order. */
export function readYaml(text: string, documents = MOST_DOCUMENTS): readonly YamlNode[] {
  if (text.length > LONGEST || tooDeep(text)) return [];
  try {
    const found: YamlNode[] = [];
    let left = documents;
    // By its parts the library takes less room than by its one function, which explains mistakes too.
    for (const document of new Composer(OPTIONS).compose(new Parser().parse(text), true, text.length)) {
      if (tooManyReferences(document)) return [];
      const node = new Tree(text).node(document.contents, false, false);
      if (node !== undefined) found.push(node);
      if (--left <= 0) break;
    }
    return found;
  } catch {
    // Nesting or repetition without end.
    return [];
  }
}

/** From each `#` that begins a comment to the end of its line. */
export function yamlComments(text: string): readonly Span[] {
  if (text.length > LONGEST || tooDeep(text)) return [];
  const found: Span[] = [];
  let at = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // Marks of the lexer itself, which stand for nothing in the text.
    if (lexeme === "\u0002" || lexeme === "\u0018" || lexeme === "\u001f") continue;
    if (lexeme.startsWith("#")) found.push({ start: at, end: at + lexeme.length });
    at += lexeme.length;
  }
  return found;
}

/** Brackets in strings count too; nobody has so many of them. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > DEEPEST) return true;
    if (depth < 0) depth = 0;
  }
  return false;
}

function tooManyReferences(document: Document): boolean {
  let references = 0;
  visit(document, (_key, node) => {
    if (isNode(node) && (isAlias(node) || node.anchor !== undefined)) references++;
    return references > MOST_REFERENCES ? visit.BREAK : undefined;
  });
  return references > MOST_REFERENCES;
}

class Tree {
  private readonly anchors = new Map<string, unknown>();
  /** Nodes whose contents are being read: an alias among them would never end. */
  private readonly open = new Set<unknown>();
  private left = MOST_NODES;

  constructor(private readonly text: string) {}

  node(node: unknown, shared: boolean, inFlow: boolean): YamlNode | undefined {
    if (--this.left < 0) throw new RangeError("too many nodes");
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      return target === undefined || this.open.has(target) ? undefined : this.node(target, true, inFlow);
    }
    if (!isNode(node)) return undefined;
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    const span = spanOf(node.range, this.text);
    if (isScalar(node)) {
      return { ...this.scalar(node.value, node.type, span, shared, inFlow), tagged: node.tag !== undefined };
    }
    this.open.add(node);
    try {
      if (isMap(node)) {
        const flow = node.flow === true;
        return { kind: "map", span, shared, flow, entries: this.entries(node.items, shared, inFlow || flow) };
      }
      if (isSeq(node)) {
        const flow = node.flow === true;
        const items = node.items.flatMap((item) => this.node(item, shared, inFlow || flow) ?? []);
        return { kind: "list", span, shared, flow, items };
      }
      return undefined;
    } finally {
      this.open.delete(node);
    }
  }

  private entries(pairs: readonly unknown[], shared: boolean, inFlow: boolean): readonly YamlEntry[] {
    const own: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    for (const pair of pairs) {
      if (!isPair(pair)) continue;
      const key = this.node(pair.key, shared, inFlow);
      const value = this.node(pair.value, shared, inFlow);
      if (key?.kind !== "scalar") continue;
      if (key.source === "<<" && key.style === "plain") merged.push(...mergedEntries(value));
      else own.push({ key, value, shared });
    }
    if (merged.length === 0) return own;
    this.left -= merged.length;
    // What is written there wins, then what is merged first.
    const names = new Set(own.map(({ key }) => key.source));
    const added = merged.filter(({ key }) => {
      const isNew = !names.has(key.source);
      names.add(key.source);
      return isNew;
    });
    return [...added, ...own];
  }

  private scalar(value: unknown, type: unknown, span: Span, shared: boolean, inFlow: boolean): Omit<YamlScalar, "tagged"> {
    const style =
      type === "QUOTE_SINGLE" ? "single" : type === "QUOTE_DOUBLE" ? "double" : type === "PLAIN" ? "plain" : ("block" as const);
    const quotes = style === "single" || style === "double" ? 1 : 0;
    // An open quote has no other end.
    const inner = { start: span.start + quotes, end: Math.max(span.start + quotes, span.end - quotes) };
    const source = this.text.slice(inner.start, inner.end);
    const known = typeof value === "string" || value === null ? value : UNCLEAR;
    const verbatim = style !== "block" && source === known ? { verbatim: inner } : {};
    return { kind: "scalar", span, shared, inFlow, value: known, source, style, ...verbatim };
  }
}

function mergedEntries(value: YamlNode | undefined): readonly YamlEntry[] {
  if (value?.kind === "list") return value.items.flatMap(mergedEntries);
  return value?.kind === "map" ? value.entries.map((entry) => ({ ...entry, shared: true })) : [];
}

/** Without the line breaks and comments that the library counts to a node. */
function spanOf(range: readonly [number, number, number] | null | undefined, text: string): Span {
  const [start, end] = range ?? [0, 0];
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** The value of a key; of several, the last. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === "map" ? node.entries.findLast((entry) => entry.key.source === key) : undefined;
}

export function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryOf(node, key)?.value;
}

/** A list's items; a single value counts as a list of one. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || isNothing(node)) return [];
  return node.kind === "list" ? node.items : [node];
}

export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === "map" ? node.entries : [];
}

export function isNothing(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === "scalar" && node.value === null);
}

/** A scalar's text, when it is clear. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

export { UNCLEAR } from "./scalars.ts";
