// Every option's snippet in every version, accepted with all its defaults, is a setting that our own rules find nothing wrong with.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { settingSnippet } from "../../server/src/core/features/completion/snippetText.ts";
import { candidatesFor } from "../../server/src/core/features/completion/values.ts";
import { check } from "../../server/src/core/rules/check.ts";
import type { OptionInfo, Schema } from "../../server/src/core/schema/schema.ts";
import { VERSIONS } from "../../server/src/core/schema/types.ts";
import { isDeprecated } from "../../server/src/core/schema/version.ts";
import { schemaFor } from "../support/knowledge.ts";
import { expandSnippet } from "../support/snippet.ts";

/** What completion can offer somewhere. */
function offered(schema: Schema): readonly OptionInfo[] {
  return [...schema.options.values()].filter((option) => option.availability === "now" && !isDeprecated(option, schema.version));
}

/**
 * A place is left empty where we know no value that could stand there: a number without a default, or what takes anything. Until
 * somebody types one, the value is missing, and saying so is right.
 */
const EMPTY_VALUE = " = $1";

/** A config in which the option may stand. */
function around(option: OptionInfo, setting: string): string {
  return option.component === "only" ? `Component "x.example" "muc"\n${setting}\n` : `${setting}\n`;
}

describe.each(VERSIONS)("%s", (version) => {
  const schema = schemaFor(version);

  test("snippets are clean settings", () => {
    const found = offered(schema).flatMap((option) => {
      const snippet = settingSnippet(option);
      const findings = check(analyse("lua", around(option, expandSnippet(snippet))), schema);
      const wrong = findings.filter(({ severity, rule }) => {
        if (snippet.endsWith(EMPTY_VALUE) && rule === "syntax/missing-value") return false;
        return severity === "error" || severity === "warning";
      });
      return wrong.map(({ rule, message }) => `${snippet} — ${rule}: ${message}`);
    });
    expect(found).toEqual([]);
  });

  test("an empty place is only left where no value is known", () => {
    const empty = offered(schema).filter((option) => settingSnippet(option).endsWith(EMPTY_VALUE));
    expect(empty.filter((option) => typeof option.default === "number" || typeof option.default === "boolean")).toEqual([]);
  });

  test("a snippet sets its own option", () => {
    for (const option of offered(schema)) {
      const { file } = analyse("lua", expandSnippet(settingSnippet(option)));
      expect(file.kind === "lua" && file.settings.map((setting) => setting.name), option.name).toEqual([option.name]);
    }
  });

  test("the choices of a snippet are offered for the value too", () => {
    for (const option of offered(schema)) {
      const choices = choicesOf(settingSnippet(option));
      const { type } = option;
      const items = typeof type === "object" && "is" in type && type.is === "list" ? type.items : type;
      const known = new Set([type, items].flatMap((member) => candidatesFor(member, schema)).map((candidate) => candidate.text));
      expect(
        choices.filter((choice) => !known.has(choice)),
        option.name,
      ).toEqual([]);
    }
  });
});

function choicesOf(snippet: string): readonly string[] {
  const list = /\$\{\d+\|((?:\\.|[^|\\])*)\|\}/.exec(snippet)?.[1];
  if (list === undefined) return [];
  return [...list.matchAll(/(?:\\.|[^,\\])+/g)].map(([choice]) => choice.replace(/\\(.)/g, "$1").replace(/^"(.*)"$/, "$1"));
}
