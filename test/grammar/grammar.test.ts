// What colour a piece of a configuration gets. A case is a text with one marked piece and the innermost scope that the piece
// must have; the engine is the one VS Code uses, so what passes here is what people see.
import { describe, expect, it } from "vitest";
import { loadProsodyGrammar, tokenise } from "./tokenise.ts";

const grammar = await loadProsodyGrammar();

interface Case {
  /** The piece in question stands between « and ». */
  readonly text: string;
  /** Innermost scope without the final `.prosody`; `source` for plain text. */
  readonly scope: string;
}

const groups: Readonly<Record<string, readonly Case[]>> = {
  comments: [
    { text: "-- «plain»", scope: "comment.line.double-dash" },
    { text: "x = 1 --«tail»", scope: "comment.line.double-dash" },
    { text: "--[[ a\n«b»\n]] x = 1", scope: "comment.block" },
    { text: "--[==[ a ]] «b» ]==]", scope: "comment.block" },
    { text: "--[[ a ]] «x» = 1", scope: "support.type.property-name.option" },
    { text: "--[[\na\n]]\n«x» = 1", scope: "support.type.property-name.option" },
    { text: "--[ «not a block»\nx = 1", scope: "comment.line.double-dash" },
    { text: "--[ not a block\n«x» = 1", scope: "support.type.property-name.option" },
    { text: "--- «doc»", scope: "comment.line.double-dash" },
    { text: "«#!/usr/bin/env lua»\nx = 1", scope: "invalid.illegal.shebang" },
  ],
  pragmas: [
    { text: "-- «prosody-ignore-next-line» unknown-option", scope: "keyword.other.pragma" },
    { text: "x = 1 -- «prosody-ignore» unknown-option", scope: "keyword.other.pragma" },
    { text: "-- «prosody-ignore-file» unknown-option", scope: "keyword.other.pragma" },
    { text: "-- prosody-ignore-next-line« unknown-option, unknown-module» because", scope: "entity.name.tag.rule" },
    { text: "-- prosody-ignore-next-line unknown-option« because»", scope: "comment.line.double-dash" },
    { text: "-- see« prosody-ignore» in the docs", scope: "comment.line.double-dash" },
    { text: 'x = "«-- prosody-ignore»"', scope: "string.quoted.double" },
  ],
  strings: [
    { text: 'x = "«a»"', scope: "string.quoted.double" },
    { text: "x = '«a»'", scope: "string.quoted.single" },
    { text: "x = [[«a»]]", scope: "string.quoted.other.multiline" },
    { text: "x = [==[ ]] «a» ]==]", scope: "string.quoted.other.multiline" },
    { text: "x = [=[\na\n«]=]»", scope: "punctuation.definition.string.end" },
    { text: 'x = "a\\\n«b»"', scope: "string.quoted.double" },
    { text: 'x = "a\\z\n\n   «b»"', scope: "string.quoted.double" },
    { text: 'x = "a\\z  «b»", 1', scope: "string.quoted.double" },
    { text: 'x = "é«☃»"', scope: "string.quoted.double" },
    ...["a", "b", "f", "n", "r", "t", "v", "\\", '"', "'", "x7F", "65", "065", "u{1F600}", "z"].map((escape) => ({
      text: `x = "«\\${escape}»"`,
      scope: "constant.character.escape",
    })),
    ...["q", "/", "xZ", "u0041"].map((escape) => ({
      text: `x = "«\\${escape.slice(0, 1)}»${escape.slice(1)}"`,
      scope: "invalid.illegal.escape",
    })),
  ],
  numbers: [
    ...["0", "3", "345", "3.0", "3.", ".5", "3.1416", "314.16e-2", "0.31416E1", "34e1"].map((number) => ({
      text: `x = «${number}»`,
      scope: "constant.numeric.decimal",
    })),
    ...["0xff", "0xBEBADA", "0x0.1E", "0xA23p-4", "0X1.921FB54442D18P+1", "0x.8"].map((number) => ({
      text: `x = «${number}»`,
      scope: "constant.numeric.hex",
    })),
    ...["10kb", "1..2", "0xZZ", "3e", "1.2.3.4"].map((number) => ({ text: `x = «${number}»`, scope: "invalid.illegal.number" })),
    { text: "«c2s1» = 1", scope: "support.type.property-name.option" },
  ],
  keywords: [
    ...["break", "do", "else", "elseif", "end", "goto", "if", "in", "repeat", "return", "then", "until", "while", "for"].map(
      (word) => ({
        text: `«${word}» `,
        scope: "keyword.control",
      }),
    ),
    ...["and", "or", "not"].map((word) => ({ text: `x = a «${word}» b`, scope: "keyword.operator.logical" })),
    ...["true", "false", "nil"].map((word) => ({ text: `x = «${word}»`, scope: "constant.language" })),
    { text: "«local» x = 1", scope: "storage.modifier.local" },
    { text: "«local» function f() end", scope: "storage.modifier.local" },
    { text: "local «x» = 1", scope: "variable.other.local" },
    { text: "local x <«const»> = 1", scope: "storage.modifier.attribute" },
    { text: "local x <close>, «y» = 1, 2", scope: "variable.other.local" },
    { text: "for «host», name in pairs(x) do", scope: "variable.other.local" },
    { text: "for «i» = 1, 2 do", scope: "variable.other.local" },
    { text: "goto «done»", scope: "entity.name.label" },
    { text: "::«done»::", scope: "entity.name.label" },
    { text: "«ending» = 1", scope: "support.type.property-name.option" },
    { text: "«format» = 1", scope: "support.type.property-name.option" },
  ],
  operators: [
    ...["+", "-", "*", "/", "//", "%", "^"].map((sign) => ({ text: `x = a «${sign}» b`, scope: "keyword.operator.arithmetic" })),
    ...["==", "~=", "<=", ">=", "<", ">"].map((sign) => ({ text: `x = a «${sign}» b`, scope: "keyword.operator.comparison" })),
    ...["&", "|", "~", "<<", ">>"].map((sign) => ({ text: `x = a «${sign}» b`, scope: "keyword.operator.bitwise" })),
    ...["!=", "&&", "||"].map((sign) => ({ text: `x = a «${sign}» b`, scope: "invalid.illegal.operator" })),
    { text: "x «=» 1", scope: "keyword.operator.assignment" },
    { text: 'x = "a" «..» b', scope: "keyword.operator.concatenation" },
    { text: "x = «#»t", scope: "keyword.operator.length" },
    { text: "x = f(«...»)", scope: "variable.language.vararg" },
  ],
  functions: [
    { text: "function «f»(a) end", scope: "entity.name.function" },
    { text: "function «a.b:c»() end", scope: "entity.name.function" },
    { text: "x = function(«a», b) end", scope: "variable.parameter" },
    { text: "x = function(a, «...») end", scope: "variable.parameter.vararg" },
    { text: "x = «f»(1)", scope: "entity.name.function.call" },
    { text: "x = «f» { }", scope: "entity.name.function.call" },
    { text: 'x = name:«lower» ""', scope: "entity.name.function.call" },
    { text: "x = «tonumber»(y)", scope: "support.function.library" },
    { text: "x = «Lua».os.time()", scope: "support.class.lua" },
    { text: "x = «os».time()", scope: "support.class.library" },
    { text: "x = a.«b»", scope: "variable.other.property" },
  ],
  directives: [
    { text: '«VirtualHost» "example.org"', scope: "keyword.control.directive.section" },
    { text: 'VirtualHost "«example.org»"', scope: "entity.name.type.host" },
    { text: "VirtualHost '«example.org»'", scope: "entity.name.type.host" },
    { text: "VirtualHost [[«example.org»]]", scope: "entity.name.type.host" },
    { text: 'VirtualHost("«example.org»")', scope: "entity.name.type.host" },
    { text: "VirtualHost(«ENV_DOMAIN»)", scope: "variable.other.constant.environment" },
    { text: 'VirtualHost "a"\n\t«enabled» = true', scope: "support.type.property-name.option" },
    { text: 'VirtualHost "a" { «enabled» = true }', scope: "support.type.property-name.option" },
    { text: 'VirtualHost "a" -- note\n{\n«enabled» = true }', scope: "support.type.property-name.option" },
    { text: 'VirtualHost "a" { ssl = { «key» = "k" } }', scope: "variable.other.property.key" },
    { text: 'VirtualHost "a" { } «x» = 1', scope: "support.type.property-name.option" },
    { text: '«Host» "example.org"', scope: "keyword.control.directive.section" },
    { text: 'sql = { «host» = "db" }', scope: "variable.other.property.key" },
    { text: "x = «host»", scope: "variable.other.readwrite" },
    { text: '«Component» "a"', scope: "keyword.control.directive.section" },
    { text: 'Component "«a.b»" "muc"', scope: "entity.name.type.host" },
    { text: 'Component "a.b" "«muc»"', scope: "entity.name.type.module" },
    { text: "Component 'a.b' '«muc»'", scope: "entity.name.type.module" },
    { text: 'Component ("«a.b»") ("muc")', scope: "entity.name.type.host" },
    { text: 'Component ("a.b") ("«muc»")', scope: "entity.name.type.module" },
    { text: 'Component "a" "muc"\n\t«name» = "x"', scope: "support.type.property-name.option" },
    { text: 'Component "a" "muc" { «name» = "x" }', scope: "support.type.property-name.option" },
    { text: '«Include» "conf.d/*.cfg.lua"', scope: "keyword.control.directive.include" },
    { text: 'Include "«conf.d/*.cfg.lua»"', scope: "string.quoted.double" },
    { text: '«include» "x.lua"', scope: "keyword.control.directive.include" },
    { text: '«RunScript» "x.lua"', scope: "keyword.control.directive.include" },
    ...["FileContents", "FileLine", "FileLines", "Credential"].map((word) => ({
      text: `x = «${word}» "y"`,
      scope: "support.function.directive.file",
    })),
    { text: "x = «ENV_NAME» or 1", scope: "variable.other.constant.environment" },
    { text: 'x = "a"..«ENV_NAME»', scope: "variable.other.constant.environment" },
    { text: "x = «MY_ENV_NAME»", scope: "variable.other.readwrite" },
  ],
  options: [
    { text: "«admins» = { }", scope: "support.type.property-name.option" },
    { text: "  «admins»={ }", scope: "support.type.property-name.option" },
    { text: "a = 1; «b» = 2", scope: "support.type.property-name.option" },
    { text: "if x then «a» = 1 end", scope: "support.type.property-name.option" },
    { text: "if «a» == 1 then", scope: "variable.other.readwrite" },
    { text: "x = { «a» = 1 }", scope: "variable.other.property.key" },
    { text: 'x = { ["«a»"] = 1 }', scope: "string.quoted.double" },
    { text: "x = { [«1»] = 1 }", scope: "constant.numeric.decimal" },
    { text: "x = { «a» }", scope: "variable.other.readwrite" },
    { text: 'admins:«append» { "a@b" }', scope: "support.function.append" },
    { text: "x = “«y»”", scope: "variable.other.readwrite" },
    { text: "x = «“»y”", scope: "invalid.illegal.character" },
    { text: "«\uFEFF»x = 1", scope: "invalid.illegal.character" },
  ],
  modules: [
    { text: 'modules_enabled = { "«mam»" }', scope: "entity.name.type.module" },
    { text: 'modules_enabled = {\n\t"a";\n\t-- note\n\t"«mam»";\n}', scope: "entity.name.type.module" },
    { text: "modules_disabled = { '«s2s»' }", scope: "entity.name.type.module" },
    { text: 'modules_enabled:append { "«mam»" }', scope: "entity.name.type.module" },
    { text: 'modules_enabled:append({ "«mam»" })', scope: "entity.name.type.module" },
    { text: 'modules_enabled { "«mam»" }', scope: "entity.name.type.module" },
    { text: 'VirtualHost "a" { modules_enabled = { "«mam»" } }', scope: "entity.name.type.module" },
    { text: 'modules_enabled = { "a" }\nadmins = { "«b»" }', scope: "string.quoted.double" },
    { text: "modules_enabled = { «ENV_MODULE» }", scope: "variable.other.constant.environment" },
  ],
  "half-typed text": [
    { text: 'VirtualHost "exam\n«name» = "x"', scope: "support.type.property-name.option" },
    { text: 'VirtualHost "«exam»\nname = "x"', scope: "entity.name.type.host" },
    { text: 'VirtualHost\n«name» = "x"', scope: "support.type.property-name.option" },
    { text: "«VirtualHost»", scope: "keyword.control.directive.section" },
    { text: 'Component "a" "m\n«name» = "x"', scope: "support.type.property-name.option" },
    { text: 'Component "a" \n«name» = "x"', scope: "support.type.property-name.option" },
    { text: 'modules_enabled = {\n\t"disco"\nauthentication = "«internal»"', scope: "string.quoted.double" },
    { text: 'modules_enabled = {\n\t"disco"\n«authentication» = "internal"', scope: "support.type.property-name.option" },
    { text: 'modules_enabled = {\n\t"disc\n\t"«roster»"\n}', scope: "entity.name.type.module" },
    { text: 'modules_enabled =\nVirtualHost "«a»"', scope: "entity.name.type.host" },
    { text: "modules_enabled:app\n«x» = 1", scope: "support.type.property-name.option" },
    { text: 'log = {\n  info = "a\nVirtualHost "b"\n  «name» = "x"', scope: "support.type.property-name.option" },
    { text: 'x = f({ a = {\nVirtualHost "b"\n  «name» = "x"', scope: "support.type.property-name.option" },
    { text: 'x = f(\nInclude "y"\n«name» = "x"', scope: "support.type.property-name.option" },
    { text: "x = \n«y» = 1", scope: "support.type.property-name.option" },
    { text: "c2s_requ\n«y» = 1", scope: "support.type.property-name.option" },
    { text: "local\n«y» = 1", scope: "support.type.property-name.option" },
    { text: "for\n«y» = 1", scope: "support.type.property-name.option" },
    { text: 'function f(a\nVirtualHost "«b»"', scope: "entity.name.type.host" },
    { text: "function\n«y» = 1", scope: "support.type.property-name.option" },
    { text: "x = ENV_\n«y» = 1", scope: "support.type.property-name.option" },
    { text: "} «y» = 1", scope: "support.type.property-name.option" },
    { text: "-- prosody-ignore-next-line\n«y» = 1", scope: "support.type.property-name.option" },
  ],
};

describe("grammar", () => {
  for (const [group, cases] of Object.entries(groups)) {
    it.each(cases)(`${group}: $text is $scope`, ({ text, scope }) => {
      expect(scopeOfMarked(text)).toBe(scope);
    });
  }

  it("colours Windows lines as it does others", () => {
    expect(scopeOfMarked('VirtualHost "a\r\n«name» = "x"')).toBe("support.type.property-name.option");
  });

  it("gives no token outside strings and comments a scope that an editor would take for either", () => {
    const tokens = tokenise(grammar, 'x = string.format("a", 1) -- b').flatMap((line) => line.tokens);
    const word = tokens.find((token) => token.text === "string");
    expect(word?.scopes.some((scope) => /\b(comment|string)\b/.test(scope))).toBe(false);
  });
});

function scopeOfMarked(marked: string): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replace("«", "").replace("»", "");
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const line = tokenise(grammar, text)[text.slice(0, lineStart).split(/\r\n|\r|\n/).length - 1];
  const piece = text.slice(start, end);
  let column = lineStart;
  for (const token of line?.tokens ?? []) {
    const first = column;
    column += token.text.length;
    if (first <= start && start < column) {
      expect(token.text.includes(piece), `the token is ${JSON.stringify(token.text)}`).toBe(true);
      return (token.scopes.at(-1) ?? "").replace(/\.prosody$/, "");
    }
  }
  return "no token there";
}
