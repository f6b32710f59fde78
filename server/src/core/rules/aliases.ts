// Rules that have another name by now, or that are a part of another rule: settings and comments that name them keep their effect.

/** The present id by the former one. */
export const RULE_ALIASES: Readonly<Record<string, string>> = {
  // Hard to tell from `quoted-value`.
  "quotes-in-value": "literal-quotes",
};

export function currentRuleId(id: string): string {
  return Object.hasOwn(RULE_ALIASES, id) ? (RULE_ALIASES[id] ?? id) : id;
}

/** What is given by rule, under present ids. Where both are named, the present one counts. */
export function byCurrentRuleId<T>(given: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const former = Object.keys(RULE_ALIASES).filter((id) => Object.hasOwn(given, id));
  if (former.length === 0) return given;
  const entries = Object.entries(given);
  const isFormer = ([id]: readonly [string, T]): boolean => former.includes(id);
  const renamed = entries.filter(isFormer).map(([id, value]) => [currentRuleId(id), value] as const);
  return Object.fromEntries([...renamed, ...entries.filter((entry) => !isFormer(entry))]);
}
