// What is meant by a line on which loading stops, where there is one right reading: a directive with the wrong arguments, an option that is
// added to in a way that does not exist, a text that ends too early.

import type { LuaAnalysis } from "../analyse.ts";

import { withoutInnerQuotes } from "../text/innerQuotes.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { code } from "./lua/shared/words.ts";
import type { Fix } from "./rule.ts";

type Token = LuaAnalysis["syntax"]["tokens"][number];

/** In the order in which they are tried. */
const READINGS: readonly ((line: readonly Token[], analysis: LuaAnalysis) => Fix | undefined)[] = [
  innerQuotes,
  hostWithModule,
  bracesAroundName,
  appended,
  missingEquals,
  joined,
];

export function refusalFixes(line: readonly Token[], analysis: LuaAnalysis): readonly Fix[] {
  for (const reading of READINGS) {
    const fix = reading(line, analysis);
    if (fix !== undefined) return [fix];
  }
  return [];
}

/** A text whose quotes inside end it too early; undefined where there is none. */
export function innerQuotes(line: readonly Token[], { text }: LuaAnalysis): Fix | undefined {
  const glued = line.find(({ kind, end }, i) => {
    const next = line[i + 1];
    return kind === "string" && next?.start === end && (next.kind === "name" || next.kind === "number");
  });
  const edit = glued === undefined ? undefined : withoutInnerQuotes(text, glued.start);
  return edit === undefined ? undefined : fix("Write it as one text", edit);
}

/** `VirtualHost "rooms.example.org" "muc"`. */
function hostWithModule([directive, name, module]: readonly Token[]): Fix | undefined {
  const isHost = directive?.text === "VirtualHost" && name?.kind === "string" && module?.kind === "string";
  return isHost ? fix(`Change to ${code("Component")}`, { span: spanOf(directive), newText: "Component" }) : undefined;
}

/** `VirtualHost { "example.org" }`. */
function bracesAroundName([directive, open, name, close]: readonly Token[], { text }: LuaAnalysis): Fix | undefined {
  const isName = open?.text === "{" && name?.kind === "string" && close?.text === "}";
  if (!isName || !["VirtualHost", "Component", "Include"].includes(directive?.text ?? "")) return undefined;
  return fix("Remove the braces", { span: { start: open.start, end: close.end }, newText: text.slice(name.start, name.end) });
}

/** `option.append { … }`, `option:append "text"`, `option.insert("text")`, and `option:append { … }` where there is nothing to add to. */
function appended([option, dot, method, ...rest]: readonly Token[], { text, file }: LuaAnalysis): Fix | undefined {
  if (option?.kind !== "name" || method?.kind !== "name" || !/^[.:]$/.test(dot?.text ?? "")) return undefined;
  if (!/^(?:append|push|add|insert)$/.test(method.text)) return undefined;
  const [first, second, third] = rest;
  const value = first?.text === "(" ? second : first;
  if (value?.kind !== "string" && value?.text !== "{") return undefined;
  const section = file.settingsAround(option.start).at(-1)?.section;
  const isSet = file.settingsNamed(option.text).some((one) => one.span.end <= option.start && one.section.host === section?.host);
  const isItem = value.kind === "string";
  const closes = isItem && first?.text === "(" ? third?.text === ")" : isItem;
  if (isItem && !closes) return undefined;
  const end = isItem ? (first?.text === "(" ? (third?.end ?? value.end) : value.end) : (dot?.end ?? 0);
  const item = isItem ? ` { ${text.slice(value.start, value.end)} }` : "";
  if (!isItem && dot?.text === ".") {
    return fix(`Change to ${code(":append")}`, { span: { start: dot.start, end: method.end }, newText: ":append" });
  }
  if (isItem && isSet)
    return fix(`Change to ${code(":append")}`, { span: { start: option.end, end }, newText: `:append${item}` });
  if (isSet) return undefined;
  return fix("Set it with `=`", { span: { start: option.end, end: isItem ? end : method.end }, newText: ` =${item}` });
}

/** `option "text"` and `option { … }`. */
function missingEquals([option, value]: readonly Token[], { file }: LuaAnalysis): Fix | undefined {
  const isValue = value?.kind === "string" || value?.text === "{";
  if (option?.kind !== "name" || !isValue || /^[A-Z]/.test(option.text)) return undefined;
  if (file.settingsNamed(option.text).some((one) => one.form === "assign" && one.span.end <= option.start)) return undefined;
  return fix("Insert =", { span: { start: option.end, end: option.end }, newText: " =" });
}

/** `"text" + "text"`. */
function joined(line: readonly Token[]): Fix | undefined {
  const plus = line.find(({ text }, i) => text === "+" && (line[i - 1]?.kind === "string" || line[i + 1]?.kind === "string"));
  return plus === undefined ? undefined : fix("Join with `..`", { span: spanOf(plus), newText: ".." });
}

function fix(title: string, edit: TextEdit): Fix {
  return { title, edits: [edit], safe: false };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
