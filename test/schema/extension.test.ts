// prosody-schema.json: what it may say, what is told about mistakes and where, and what the schema makes of it.

import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import { explainField, explainOption } from "../../server/src/core/features/explain.ts";
import { extendKnowledge } from "../../server/src/core/schema/extendKnowledge.ts";
import { parseExtension } from "../../server/src/core/schema/extension.ts";
import { extensionFile } from "../../server/src/core/schema/extensionSpec.ts";
import { Schema } from "../../server/src/core/schema/schema.ts";
import type { FieldEntry } from "../../server/src/core/schema/types.ts";
import { typeSpec } from "../../server/src/core/schema/spec.ts";
import { schemaFor } from "../support/knowledge.ts";

/** Problems as `text at the place → message`. */
function problems(text: string): readonly string[] {
  return parseExtension(text).problems.map(({ span, message }) => `${text.slice(span.start, span.end)} → ${message}`);
}

function schemaWith(file: object): Schema {
  const { extension, problems: wrong } = parseExtension(JSON.stringify(file));
  expect(wrong).toEqual([]);
  return new Schema(
    extendKnowledge(readKnowledge(), [{ knowledge: extension, address: "file:///srv/prosody-schema.json" }]),
    "13.0",
  );
}

const GOOD = {
  $schema: "https://example.org/any",
  modules: {
    greeter: {
      summary: "Greets people.",
      depends: [{ name: "http" }],
      options: { greeting: { type: "string", default: "Hi", scope: "host" } },
    },
    auth_ours: {},
  },
  options: {
    deep: {
      summary: "A table.",
      type: { is: "record", fields: { n: { summary: "A number.", type: { is: "integer", min: 1 } } } },
      modules: ["greeter"],
    },
  },
  variables: { OUR_GREETING: { summary: "What to say.", type: "string" } },
} as const;

describe("in the schema", () => {
  test("modules, options and variables are known", () => {
    const schema = schemaWith(GOOD);
    expect(schema.module("greeter")).toMatchObject({ origin: "own", kind: "module", summary: "Greets people." });
    expect(schema.module("auth_ours")).toMatchObject({ kind: "auth" });
    expect(schema.option("greeting")).toMatchObject({ origin: "own", default: "Hi", scope: "host", modules: ["greeter"] });
    expect(schema.option("deep")).toMatchObject({ modules: ["greeter"], page: "file:///srv/prosody-schema.json" });
    expect(schema.variable("OUR_GREETING")).toMatchObject({ summary: "What to say.", availability: "now" });
  });

  test("the rest stays as it was", () => {
    const [before, after] = [schemaFor("13.0"), schemaWith(GOOD)];
    expect(after.options.size).toBe(before.options.size + 2);
    expect(after.modules.size).toBe(before.modules.size + 2);
    expect(after.option("admins")).toEqual(before.option("admins"));
  });

  test("an option declared by name has the last word, a module's option has not", () => {
    expect(schemaWith({ options: { c2s_timeout: { type: "string" } } }).option("c2s_timeout")).toMatchObject({
      origin: "bundled",
      type: "string",
      scope: "global",
    });
    expect(schemaWith({ modules: { x: { options: { c2s_timeout: { type: "string" } } } } }).option("c2s_timeout")).toEqual(
      schemaFor("13.0").option("c2s_timeout"),
    );
  });

  test("later files win", () => {
    const of = (value: string): Parameters<typeof extendKnowledge>[1][number] => ({
      knowledge: parseExtension(JSON.stringify({ options: { a: { type: "string", default: value } } })).extension,
      address: `file:///${value}`,
    });
    const schema = new Schema(extendKnowledge(readKnowledge(), [of("one"), of("two")]), "13.0");
    expect(schema.option("a")).toMatchObject({ default: "two", page: "file:///two" });
  });
});

describe("problems", () => {
  test("none in a good file", () => {
    expect(problems(JSON.stringify(GOOD, undefined, 2))).toEqual([]);
    expect(problems("{}")).toEqual([]);
  });

  test.each([
    ['{"options": {"a": {"type": "strng"}}}', '"strng" → `"strng"` is no kind of value. Possible: `"any"`'],
    ['{"options": {"a": {}}}', '"a" → `type` is missing.'],
    ['{"options": {"a": {"type": "string", "defautl": 1}}}', '"defautl" → `defautl` means nothing here.'],
    [
      '{"options": {"a": {"type": "string", "scope": "all"}}}',
      '"all" → `"all"` is not possible here. Possible: `"global"`, `"host"`.',
    ],
    ['{"options": {"a b": {"type": "string"}}}', '"a b" → `a b` is no possible name'],
    ['{"options": {"a": {"type": {"is": "lst", "items": "string"}}}}', '"lst" → `"lst"` is no kind of value with details.'],
    ['{"options": {"a": {"type": {"is": "list"}}}}', '"type" → `items` is missing.'],
    ['{"options": {"a": {"type": {"is": "list", "items": "strng"}}}}', '"strng" → `"strng"` is no kind of value.'],
    ['{"options": {"a": {"type": {"items": "string"}}}}', '{"items": "string"} → `is` is missing'],
    ['{"options": {"a": {"type": 5}}}', "5 → `5` is not possible here."],
    ['{"options": []}', "[] → Expected an object, not an array."],
    ['{"modules": {"mod_x": {}}}', '"mod_x" → Modules are named without `mod_`: `x`.'],
    ['{"modules": {"x": {"summary": ""}}}', '"" → This must not be empty.'],
    ['{"moduls": {}}', '"moduls" → `moduls` means nothing here.'],
    ['{"variables": {"A": {"type": "string"}}}', '"A" → `summary` is missing.'],
    ["[]", "[] → Expected an object, not an array."],
    ["", " → This is no valid JSON: value expected."],
    ['{"options": {"a": }}', "} → This is no valid JSON: value expected."],
  ])("%s", (text, expected) => {
    const [first = "", ...more] = problems(text);
    expect(first.slice(0, expected.length)).toBe(expected);
    expect(more).toEqual([]);
  });

  test("a wrong entry and a half-typed end do not spoil the others", () => {
    const { extension, problems: wrong } = parseExtension(
      '{"options": {"a": {"type": "string"}, "b": {"type": 5}, "c": {"type": "any"}, "d": {',
    );
    expect(Object.keys(extension.options)).toEqual(["a", "c"]);
    expect(wrong.length).toBeGreaterThan(0);
  });

  test("nothing makes it throw", () => {
    const texts = [
      "null",
      "5",
      '{"options": null}',
      '{"options": {"__proto__": {"type": "string"}}}',
      "\u0000",
      "[".repeat(100_000),
      '{"a":'.repeat(100_000),
    ];
    for (const text of texts) expect(() => parseExtension(text)).not.toThrow();
  });
});

test("the published JSON Schema is made from the spec (renew it with: npx vitest run test/schema/extension.test.ts -u)", async () => {
  z.globalRegistry.add(typeSpec, {
    id: "type",
    description: "What values are possible: a kind, a kind with details, or several of them.",
  });
  const schema = {
    ...z.toJSONSchema(extensionFile, { target: "draft-7", io: "input" }),
    title: "Own modules and options of a Prosody configuration",
  };
  const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 130 });
  await expect(text).toMatchFileSnapshot("../../syntaxes/prosody-schema.schema.json");
});

describe("what a workspace declares brings no links, images or commands", () => {
  test.each([
    "command:x",
    "file:///etc/passwd",
    "vscode://a/b",
    "javascript:x",
    "https://a b",
    "https://a)![x](b",
    "HTTPS://a",
    "",
  ])("%j as a link", (link) => {
    const { extension, problems: found } = parseExtension(JSON.stringify({ options: { a: { type: "any", link } } }));
    expect(found.map(({ message }) => message)).toEqual([
      `\`${JSON.stringify(link)}\` is not a web address. Use one that starts with \`https://\`.`,
    ]);
    expect(extension.options).toEqual({});
  });

  test.each(["https://example.org/a?b=c&d=%20#e", "http://[::1]:80/~x"])("%j is a link", (link) => {
    expect(parseExtension(JSON.stringify({ options: { a: { type: "any", link } } })).problems).toEqual([]);
  });

  const HOSTILE = [
    "![x](https://a.example/p.png)",
    "[x](command:y)",
    "[x]: command:y",
    "<https://a.example>",
    '<img src="https://a.example">',
    "see https://a.example",
    "` a `` b ` [x](command:y) ` c",
    "``[x](command:y)`",
    "\\[x](command:y)",
    "`a` ` [x](command:y)",
  ];

  /** As far as anything but text can come of it: code in backticks is taken out, then what is escaped. */
  function active(markdown: string): string {
    const [, ...spans] = markdown.includes("``") ? [] : markdown.split(/(?<!\\)`/);
    const code = spans.filter((_, i) => i % 2 === 0 && i < spans.length - 1);
    const text = code.reduce((rest, span) => rest.replace(`\`${span}\``, ""), markdown);
    return text.replace(/\\[^]/g, "");
  }

  test.each(HOSTILE)("%j as a summary", (summary) => {
    const fields = { k: { summary, type: { is: "enum", values: [{ value: "v", summary }] }, unit: summary } };
    const schema = schemaWith({
      options: { a: { type: { is: "record", fields }, summary, unit: summary } },
      modules: { m: { summary } },
      variables: { V: { summary, type: "string" } },
    });
    const texts = [schema.option("a"), schema.module("m"), schema.variable("V")].flatMap((found) =>
      [...JSON.stringify(found).matchAll(/"(?:summary|unit)":("(?:[^"\\]|\\.)*")/g)].map(
        ([, text = ""]) => JSON.parse(text) as string,
      ),
    );
    expect(texts.length).toBeGreaterThanOrEqual(7);
    for (const text of texts) expect(active(text)).not.toMatch(/[[\]<]|:\/\//);
  });

  test("code in backticks stays as it is", () => {
    expect(schemaWith({ options: { a: { type: "any", summary: "Like `a[1]`, but [not]." } } }).option("a")?.summary).toBe(
      "Like `a[1]`, but \\[not\\].",
    );
  });

  test("code does not end before its end", () => {
    const hostile = "`![x](https://a.example)\n```\n![x](https://a.example)";
    const type = { is: "record", fields: { [hostile]: { summary: "x", type: { is: "enum", values: [hostile] } } } } as const;
    const schema = schemaWith({ options: { a: { type, example: hostile, default: hostile } } });
    const option = schema.option("a");
    if (option === undefined) throw new Error("not there");
    const markdown = explainOption(option, schema);
    expect(markdown).toContain(`\n\`\`\`\`prosody\n${hostile}\n\`\`\`\`\n`);
    const outside = markdown.replace(/````[^]*````/, "").replace(/`[^`\n]*`/g, "");
    expect(outside).not.toContain("![");
    expect(explainField("a", hostile, type.fields[hostile] as FieldEntry).replace(/`[^`\n]*`/g, "")).not.toContain("![");
  });
});
