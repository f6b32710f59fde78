// Entries of an object that may be unknown: those that are undefined are left out, as an optional one is there or not.

type Known<Entries> = { readonly [Key in keyof Entries]?: Exclude<Entries[Key], undefined> };

export function known<Entries extends object>(entries: Entries): Known<Entries> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Known<Entries>;
}
