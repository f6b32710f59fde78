// Where secrets may be in a Lua configuration, told by its tokens alone, so that it works the same in a text that does not parse. What
// belongs to no option that is known to hold no secret is taken for one.

import { isKnownGlobal } from "../model/evaluate.ts";
import { isUnion } from "../schema/kinds/describe.ts";
import type { Schema } from "../schema/schema.ts";
import type { TypeSpec } from "../schema/types.ts";
import { nextToken } from "../syntax/lua/scanner.ts";
import type { Token } from "../syntax/lua/scanner.ts";
import type { Span } from "../text/span.ts";
import { isSecretName, secretsInAddress, secretsInComment } from "./words.ts";

/** What a value belongs to. */
interface Owner {
  readonly shows: boolean;
  readonly types: readonly TypeSpec[];
  /** Its keys are options. */
  readonly isSection: boolean;
}

const SECTION: Owner = { shows: true, types: [], isSection: true };
const UNKNOWN: Owner = { shows: false, types: [], isSection: false };

const OPENING: ReadonlySet<string> = new Set(["{", "("]);
const CLOSING: ReadonlySet<string> = new Set(["}", ")"]);
/** Keywords after which a value goes on. */
const IN_VALUES: ReadonlySet<string> = new Set(["true", "false", "nil", "and", "or", "not"]);

const SEPARATORS: ReadonlySet<string> = new Set([",", ";"]);

/** Their arguments are names of hosts, modules and files. */
const DIRECTIVES: ReadonlySet<string> = new Set(
  "VirtualHost Host host Component component Include include FileContents FileLine FileLines Credential".split(" "),
);

export function secretsInLua(text: string, schema: Schema): readonly Span[] {
  const hidden: Span[] = [];
  /** Of the tables that are open, outermost first. */
  const around: Owner[] = [];
  let owner = UNKNOWN;
  /** Where the last one is. */
  let key = -1;
  /** The end of the line on which the name of a secret was last. */
  let secretUntil = -1;
  const tokens = allTokens(text, schema, hidden);
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (token.kind === "symbol") {
      if (OPENING.has(token.text)) around.push(owner);
      // What a function is given may be anything.
      if (token.text === "(" && !DIRECTIVES.has(before?.text ?? "")) owner = UNKNOWN;
      if (CLOSING.has(token.text)) owner = around.pop() ?? UNKNOWN;
      else if (SEPARATORS.has(token.text)) owner = around.at(-1) ?? UNKNOWN;
      // Nobody knows of what.
      else if (token.text === "=" && key !== i - (before?.text === "]" ? 2 : 1)) owner = UNKNOWN;
      return;
    }
    if (token.problem === "unfinished-string") hidden.push(fromFirstQuote(token, text));
    if (token.kind === "keyword") {
      if (!IN_VALUES.has(token.text)) owner = UNKNOWN;
      return;
    }
    const isBeside = token.start < secretUntil;
    const begins = beginsHere(token, before, text) && !(isBeside && before?.text === "{");
    const name = keyAt(tokens, i, text);
    if (isSecret(name ?? wordOf(token, text), schema)) secretUntil = lineEnd(text, token.end);
    if (name !== undefined && (begins || (owner.shows && before?.kind === "string"))) {
      key = i;
      owner = before?.text === "local" ? UNKNOWN : ownerOf(name, around.at(-1) ?? SECTION, schema);
      return;
    }
    if (token.kind === "name") {
      if (DIRECTIVES.has(token.text) && (begins || owner.shows || before?.text === "=")) {
        owner = SECTION;
        return;
      }
      const isAppended = begins && (after?.text === "{" || after?.text === ":");
      if (isAppended) owner = ownerOf(token.text, SECTION, schema);
      else if (isSecret(token.text, schema)) owner = UNKNOWN;
      else if (begins && (around.length === 0 || after?.text === "(" || after?.kind === "string")) owner = UNKNOWN;
      if (isAppended || isHarmless(token, before)) return;
    }
    // What goes on over several lines may have taken in other statements.
    const isLong = token.kind === "string" && /[\r\n]/.test(text.slice(token.start, token.end));
    const isStray = around.length === 0 && owner !== SECTION && !goesOnAfter(before);
    const isArgument = DIRECTIVES.has((before?.text === "(" ? tokens[i - 2] : before)?.text ?? "");
    if (!owner.shows || token.kind === "error" || isLong || isStray || (isBeside && !isArgument))
      hidden.push(inside(token, text));
    else hidden.push(...secretsInAddress(text, inside(token, text)));
  });
  return hidden;
}

/** Of a string what it says, if it is short enough for a name. */
function wordOf({ kind, text: word, start, end }: Token, text: string): string {
  return kind === "string" && end - start < 50 ? text.slice(start + 1, end - 1) : word;
}

function isSecret(name: string, schema: Schema): boolean {
  return isSecretName(name) || schema.option(name)?.secret === true;
}

function goesOnAfter(before: Token | undefined): boolean {
  return before?.kind === "keyword" || (before?.kind === "symbol" && !CLOSING.has(before.text));
}

/** Of the line: with a quote too many or too few, what stands between quotes may be anything. */
function fromFirstQuote({ start, end }: Token, text: string): Span {
  let first = start;
  for (let at = start - 1; at >= 0 && !isLineBreak(text, at); at--) if (`"'`.includes(text.charAt(at))) first = at;
  return { start: first, end };
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text, at)) at++;
  return at;
}

function isLineBreak(text: string, at: number): boolean {
  return "\r\n".includes(text.charAt(at));
}

/** Without comments, of which is noted what they may hide. */
function allTokens(text: string, schema: Schema, hidden: Span[]): readonly Token[] {
  const tokens: Token[] = [];
  let secretUntil = -1;
  for (let token = nextToken(text, 0); token.kind !== "end"; token = nextToken(text, token.end)) {
    const isComment = token.kind === "comment" || token.problem === "unfinished-comment";
    if (!isComment) tokens.push(token);
    else if (token.start < secretUntil) hidden.push(token);
    else hidden.push(...secretsInComment(text, token));
    if (token.kind === "name" && isSecret(token.text, schema)) secretUntil = lineEnd(text, token.end);
  }
  return tokens;
}

/** `name =` or `["name"] =`. */
function keyAt(tokens: readonly Token[], i: number, text: string): string | undefined {
  const [token, one, two] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (token?.kind === "name") return one?.text === "=" ? token.text : undefined;
  if (token?.kind !== "string" || tokens[i - 1]?.text !== "[" || one?.text !== "]" || two?.text !== "=") return undefined;
  return text.slice(token.start + 1, token.end - 1);
}

/** A statement or an entry: what looks like one in the middle of a line may be the rest of a secret without its quotes. */
function beginsHere(token: Token, before: Token | undefined, text: string): boolean {
  if (before === undefined || before.text === "{" || before.text === "local" || SEPARATORS.has(before.text)) return true;
  return before.text !== "=" && /[\r\n]/.test(text.slice(before.end, token.start));
}

function ownerOf(name: string, around: Owner, schema: Schema): Owner {
  if (isSecret(name, schema)) return UNKNOWN;
  const option = schema.option(name);
  const types = around.isSection ? [] : around.types.flatMap((type) => typesInside(type, name));
  if (types.includes("secret")) return UNKNOWN;
  const known = types.filter((type) => type !== "secret");
  if (known.length > 0) return { shows: true, types: known, isSection: false };
  // Also inside of a table, which may lack its closing bracket.
  return option === undefined ? UNKNOWN : { shows: true, types: [option.type], isSection: false };
}

/** Of the values that a type has under a key. */
function typesInside(type: TypeSpec, key: string): readonly (TypeSpec | "secret")[] {
  if (typeof type === "string") return [];
  if (isUnion(type)) return type.flatMap((member) => typesInside(member, key));
  if (type.is === "list") return typesInside(type.items, key);
  if (type.is === "map") return [type.values];
  if (type.is !== "record") return [];
  if (!Object.hasOwn(type.fields, key)) return type.items === undefined ? [] : typesInside(type.items, key);
  const field = type.fields[key];
  return field === undefined ? [] : field.secret === true ? ["secret"] : [field.type];
}

/** Names of Lua and Prosody, and of environment variables. */
function isHarmless({ text }: Token, before: Token | undefined): boolean {
  return (
    isKnownGlobal(text) || text.startsWith("ENV_") || (before?.text === "." && text === "getenv") || before?.text === "local"
  );
}

/** Quotes stay. */
function inside({ kind, start, end }: Token, text: string): Span {
  const hasQuotes = kind === "string" && text.charAt(start) !== "[";
  return hasQuotes ? { start: start + 1, end: end - 1 } : { start, end };
}
