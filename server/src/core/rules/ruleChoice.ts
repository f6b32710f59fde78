// Which rules have a say in some settings. Most rules concern a few options, and a part of a file sets a dozen.

import type { Setting } from "../model/config.ts";
import type { Schema } from "../schema/schema.ts";
import type { LuaRule } from "./rule.ts";

const MOST_CHOICES = 1000;

export class RuleChoice {
  /** Said once of all, and what would be silent anyway: such a rule still tells whether it knew enough. */
  readonly general: readonly LuaRule[];
  private readonly ofParts: readonly LuaRule[];
  /** By the names of the options. */
  private readonly chosen = new Map<string, readonly LuaRule[]>();

  constructor(
    rules: readonly LuaRule[],
    private readonly schema: Schema,
  ) {
    this.general = rules.filter(({ scope, concerns }) => scope === "configuration" || concerns !== undefined);
    this.ofParts = rules.filter(({ scope }) => scope !== "configuration");
  }

  for(settings: readonly Setting[]): readonly LuaRule[] {
    const names = [...new Set(settings.map(({ name }) => name))];
    const key = names.join("\n");
    let rules = this.chosen.get(key);
    if (rules === undefined) {
      rules = this.ofParts.filter(
        ({ concerns }) => concerns === undefined || names.some((name) => isConcerned(concerns, name, this.schema)),
      );
      // While somebody types a name, there is another one with each letter.
      if (this.chosen.size >= MOST_CHOICES) this.chosen.clear();
      this.chosen.set(key, rules);
    }
    return rules;
  }
}

function isConcerned(concerns: NonNullable<LuaRule["concerns"]>, name: string, schema: Schema): boolean {
  const all = schema.once(newAnswers);
  let names = all.get(concerns);
  if (names === undefined) {
    names = new Map();
    all.set(concerns, names);
  }
  let answer = names.get(name);
  if (answer === undefined) {
    answer = concerns(name, schema.option(name), schema);
    names.set(name, answer);
  }
  return answer;
}

/** By what is asked, then by the name of the option. */
function newAnswers(): Map<NonNullable<LuaRule["concerns"]>, Map<string, boolean>> {
  return new Map();
}
