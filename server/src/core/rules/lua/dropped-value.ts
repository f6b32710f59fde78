// Values that Lua drops without a word: the second one of `option = 1, 2`, and what follows a comma in the parentheses of a directive.

import type { Section, Setting } from "../../model/config.ts";
import type { Span } from "../../text/span.ts";
import type { Fix, LuaRule, Report } from "../rule.ts";
import { code } from "./shared/words.ts";

export const droppedValue: LuaRule = {
  kind: "lua",
  id: "dropped-value",
  severity: "error",
  check({ file, text, report }) {
    for (const { path, span } of file.includes) {
      const rest = behind(text, path.span.end, span.end);
      if (rest !== undefined)
        report({
          span: rest,
          message: "`Include` reads one file, and Lua drops what follows the comma. Write one `Include` for each.",
        });
    }
    for (const setting of file.settings) {
      const found = droppedBy(setting, text);
      // A host or a file that is dropped is lost; of an option, something is left.
      if (found !== undefined) report({ ...found, severity: "warning" });
    }
    for (const section of file.sections) {
      const found = droppedArgument(section, text);
      if (found !== undefined) report(found);
    }
  },
};

/** From the comma on. */
function behind(text: string, from: number, end: number): Span | undefined {
  const gap = /^[\s)]*(?=,)/.exec(text.slice(from, end));
  return gap === null ? undefined : { start: from + gap[0].length, end };
}

function droppedBy({ name, nameSpan, value, span, form }: Setting, text: string): Report | undefined {
  if (form === "append") {
    const rest = behind(text, value.span.end, span.end);
    return (
      rest && {
        span: rest,
        message: `Only the first list is added to ${code(name)}; Lua drops what follows the comma. Put all items into one list.`,
      }
    );
  }
  if (form !== "assign" || !/^\s*=[\s(]*$/.test(text.slice(nameSpan.end, value.span.start))) return undefined;
  const rest = behind(text, value.span.end, span.end);
  if (rest === undefined) return undefined;
  const dropped = text.slice(rest.start + 1, rest.end);
  if (/^\s*(?:VirtualHost|Component|Include|Host|host|component|include)\b/.test(dropped)) {
    const message = `The comma goes on with the statement: ${code(name)} is set in the section that follows. Remove the comma.`;
    return { span: { start: rest.start, end: rest.start + 1 }, message, fixes: () => [without(rest.start, name)] };
  }
  return {
    span: { start: value.span.start, end: rest.end },
    message: `Lua takes only the first value for ${code(name)} and drops what follows the comma. Put all of them into braces.`,
    fixes: () => [inBraces(text, { start: value.span.start, end: rest.end })],
  };
}

function without(start: number, name: string): Fix {
  return { title: "Remove the comma", edits: [{ span: { start, end: start + 1 }, newText: "" }], safe: false, changes: [name] };
}

function inBraces(text: string, span: Span): Fix {
  return {
    title: "Put the values into braces",
    edits: [{ span, newText: `{ ${text.slice(span.start, span.end)} }` }],
    safe: false,
  };
}

function droppedArgument({ name, directive, header, kind }: Section, text: string): Report | undefined {
  const rest = name === undefined || directive === undefined ? undefined : behind(text, name.span.end, header.end);
  if (name === undefined || directive === undefined || rest === undefined) return undefined;
  const close = text.slice(0, header.end).indexOf(")", rest.start);
  const value = text.slice(rest.start + 1, Math.max(close, rest.start + 1)).trim();
  const isModule = kind === "component" && /^(["'])\w+\1$/.test(value);
  const end = close + 1;
  return {
    span: { start: rest.start, end: Math.max(end - 1, rest.start + 1) },
    message: isModule
      ? `Lua drops this argument, so the component has no module and waits for an external one. Write ${code('Component "…" "module"')}.`
      : `${code(directive.text)} takes one argument, and Lua drops what follows the comma.`,
    ...(isModule && end > rest.start ? { fixes: () => [asChain(text, directive.span.end, name.span, end, value)] } : {}),
  };
}

/** `Component("a", "muc")` as `Component "a" "muc"`. */
function asChain(text: string, start: number, name: Span, end: number, module: string): Fix {
  const newText = ` ${text.slice(name.start, name.end)} ${module}`;
  return { title: "Write it without parentheses", edits: [{ span: { start, end }, newText }], safe: false };
}
