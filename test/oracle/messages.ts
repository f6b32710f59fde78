// What a real `prosodyctl check config` can say, recognised by a few of its words, and which line of the parity table each message
// belongs to. What none of these recognises makes the test fail, so that nothing new is overlooked.

export interface Message {
  /** Of the parity table. */
  readonly id: string;
  readonly says: RegExp;
  /** What it names; ours has to point at each of them. */
  readonly names?: (match: RegExpMatchArray) => readonly string[];
}

/** Something that prosodyctl said of one configuration. */
export interface Said {
  readonly id: string;
  readonly names: readonly string[];
}

/** Items of a list, without its ornaments: `'a', 'b'` or one on each line. */
const items = (text = ""): readonly string[] => text.match(/[^\s,'"{}]+/g) ?? [];

const MESSAGES: readonly Message[] = [
  { id: "config.no-hosts", says: /No hosts are defined, please add.*/ },
  { id: "config.globally-disabled", says: /No hosts are enabled\. Remove.*/ },
  { id: "config.all-hosts-disabled", says: /All hosts are disabled\. Remove.*/ },
  { id: "config.no-global-options", says: /No global options defined\.[^]*?configure#overview/ },
  {
    id: "config.no-global-modules-enabled",
    says: /No global modules_enabled is set\?(?:\nConsider moving these modules[^\n]*\n[^\n]*)?/,
  },
  {
    id: "config.module-list-not-table",
    says: /The (\w+) in the .+ section should not be a \w+ but a list[^\n]*\n[^\n]*/,
    names: ([, option = ""]) => [option],
  },
  {
    id: "config.module-list-not-strings",
    says: /The (\w+) in the .+ section should be a list of strings[^\n]*\n[^\n]*\nIt should not contain key[^\n]*/,
  },
  {
    id: "config.module-also-component",
    says: /mod_(\w+) is enabled both in modules_enabled and as Component[^\n]*\n[^\n]*\n[^\n]*/,
    names: ([, module = ""]) => [module],
  },
  {
    id: "config.obsolete-global-option",
    says: /You have some obsolete options you can remove[^\n]*\n([^\n]*)/,
    names: ([, list]) => items(list),
  },
  {
    id: "config.deprecated-global-option",
    says: /You have some deprecated options in the global section:\n((?:'\w+' -- [^\n]*\n?)+)/,
    names: ([, lines = ""]) => [...lines.matchAll(/^'(\w+)'/gm)].map(([, name = ""]) => name),
  },
  {
    id: "config.misplaced-global-option",
    says: /You have \d+ options? set under .+ that should be[^]*?You need to move the following options?: ([^\n]*)/,
    names: ([, list]) => items(list),
  },
  { id: "config.subdomain-name", says: /Suggestion: If (?:\S+) is a new host[^\n]*\n[^\n]*\n[^\n]*doc\/dns/ },
  {
    id: "config.mod-prefix",
    says: /Modules in modules_enabled should not have the 'mod_' prefix included\.\nChange '(\w+)' to '\w+'\./,
    names: ([, module = ""]) => [module],
  },
  {
    id: "config.auth-module-in-list",
    says: /Authentication modules should not be added[^]*?Remove '(\w+)' from[^]*?doc\/authentication/,
    names: ([, module = ""]) => [module],
  },
  {
    id: "config.storage-module-in-list",
    says: /storage modules should not be added[^]*?Remove '(\w+)' from[^]*?doc\/storage/,
    names: ([, module = ""]) => [module],
  },
  { id: "config.conflict-vcard", says: /Both mod_vcard_legacy and mod_vcard are enabled[^\n]*\n[^\n]*/ },
  { id: "config.conflict-pep", says: /Both mod_pep_simple and mod_pep are enabled[^\n]*\n[^\n]*/ },
  { id: "config.module-posix", says: /mod_posix is loaded in your configuration file[^\n]*\n[^\n]*/ },
  {
    id: "config.default-storage-unneeded",
    says: /The 'default_storage' option is not needed[^\n]*/,
    names: () => ["default_storage"],
  },
  { id: "config.encryption-without-luasec", says: /You require encryption but LuaSec is not available\.\n[^\n]*/ },
  { id: "config.encryption-without-tls-module", says: /You require encryption but mod_tls is not enabled\.\n[^\n]*/ },
  { id: "config.public-registration", says: /Public registration is enabled on:[^]*?which is more secure\./ },
  {
    id: "config.disco-items-invalid",
    says: /Some hosts in your configuration file have an invalid 'disco_items' option\.[^\n]*\n[^\n]*(?:\n- [^\n]+)+/,
  },
  {
    id: "config.orphan-component",
    says: /Your configuration contains the following unreferenced components:\n([^]*?)\nClients may not[^]*?mod_disco#items/,
    names: ([, list = ""]) => list.split("\n"),
  },
  {
    id: "config.hostname-invalid",
    says: /Your configuration contains invalid host names:\n([^]*?)\nClients may not[^]*?to correct this issue\./,
    names: ([, list = ""]) => list.split("\n"),
  },
  {
    id: "config.hostname-a-label",
    says: /Your configuration contains incorrectly-encoded hostnames:\n([^]*?)\nClients may not[^]*?Prosody's config file\./,
    names: ([, lines = ""]) => [...lines.matchAll(/^'(\S+)' \(/gm)].map(([, name = ""]) => name),
  },
  { id: "config.missing-features", says: /Some of your hosts may be missing features[^\n]*\n[^\n]*/ },
  { id: "runtime.vcard-and-vcard-legacy", says: /modulemanager\s+error\s+The mod_vcard_legacy plugin replaces mod_vcard[^\n]*/ },
  { id: "config.tls-profile-unknown", says: /unknown tls_profile[^\n]*/i },
];

/** Said along with a report of host names. */
const ADVICE = /WARNING: Changing the name of a VirtualHost[^\n]*\n[^\n]*/;

const FRAME =
  /^(?:Checking config\.\.\.|The following configuration files have been loaded:|- +\S+\.cfg\.lua|Done\.|Problems found, see above\.|All checks passed, congratulations!)$/;

/** What the report of one run says; `unknown` is what is left of it. */
export function readReport(output: string): { readonly said: readonly Said[]; readonly unknown: string } {
  const lines = output
    .slice(Math.max(output.indexOf("Checking config..."), 0))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !FRAME.test(line));
  let rest = `${lines.join("\n")}\n`;
  const said: Said[] = [];
  for (const { id, says, names } of MESSAGES) {
    for (let match = says.exec(rest); match !== null; match = says.exec(rest)) {
      said.push({ id, names: names?.(match) ?? [] });
      rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
    }
  }
  return { said, unknown: rest.replace(ADVICE, "").trim() };
}

export const MESSAGE_IDS: readonly string[] = MESSAGES.map(({ id }) => id);
