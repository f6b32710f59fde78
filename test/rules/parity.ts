// What `prosodyctl check` and Prosody's log can say, and which of our rules says it too, or why none does. Data for the test beside it
// and for the page of the documentation that compares the two.

import type { Version } from "../../server/src/core/schema/types.ts";

export type Parity = Covered | Missing;

export interface Covered {
  /** Ids of ours that report it. */
  readonly rules: readonly [string, ...string[]];
  /** Where one of these speaks, it names what is behind it, and saying both would be too much. */
  readonly instead?: readonly string[];
  /** Where ours says more or less, and why. */
  readonly note?: string;
  /** A configuration in which the first of the rules reports it; absent where that takes more than one file. */
  readonly example?: string;
  /** It takes knowing that there is no other file. */
  readonly alone?: true;
  /** For which version, when not the current one. */
  readonly version?: Version;
}

export interface Missing {
  /** Why nothing of ours reports it. */
  readonly reason: string;
}

const NETWORK = "Needs the network: the configuration does not tell what DNS and the outside world answer.";
const CERTIFICATE_FILES = "Needs the file system: it is about the certificate's file and not about what is written here.";
const LIBRARIES = "Needs the machine: it depends on which libraries are installed there.";
const PORTS_AND_DNS =
  "Needs the network: another port than the usual one is fine with the right DNS record, and the record is not written here.";
const CRASH = "Upstream bug, not copied: prosodyctl stops with an error of its own, while Prosody itself can live with it.";
const ADVICE =
  "Advice and no mistake: the server does what is written. It would be said of nearly every configuration and drown what is wrong.";
const ALL_FILES =
  "Needs all files: what seems to be missing may stand in a file that includes this one, and a part looks just the same as such a main file.";

export const PARITY: Readonly<Record<string, Parity>> = {
  // Certificates
  "certs.context-error": {
    rules: ["unknown-value"],
    note: "An unknown `tls_profile` is found. The other reasons lie in the files of certificate and key.",
    example: 'tls_profile = "moderne"\n',
  },
  "certs.expired": { reason: CERTIFICATE_FILES },
  "certs.no-certificate": { reason: CERTIFICATE_FILES },
  "certs.no-key": { reason: CERTIFICATE_FILES },
  "certs.not-valid-c2s": { reason: CERTIFICATE_FILES },
  "certs.not-valid-https": { reason: CERTIFICATE_FILES },
  "certs.not-valid-s2s": { reason: CERTIFICATE_FILES },
  "certs.unreadable": { reason: CERTIFICATE_FILES },

  // The configuration: hosts
  "config.all-hosts-disabled": {
    rules: ["no-enabled-host"],
    note: "Only where all files of the configuration are known.",
    example: 'modules_enabled = { "roster" }\nVirtualHost "example.org"\n\tenabled = false\n',
  },
  "config.globally-disabled": {
    rules: ["no-enabled-host"],
    note: "Only where all files of the configuration are known.",
    example: 'modules_enabled = { "roster" }\nenabled = false\nVirtualHost "example.org"\n',
  },
  "config.no-hosts": {
    rules: ["no-enabled-host"],
    note: "Only where all files are known: what seems to be missing may stand in a file that includes this one.",
    example: 'admins = { "admin@example.org" }\n',
    alone: true,
  },
  "config.no-global-options": { reason: ALL_FILES },
  "config.orphan-component": {
    rules: ["orphan-component"],
    instead: ["no-enabled-host"],
    note: "Only where all files of the configuration are known.",
    example: 'modules_enabled = { "disco" }\nVirtualHost "example.org"\nComponent "rooms.example.net" "muc"\n',
  },
  "config.misplaced-global-option": {
    rules: ["global-option-in-host", "port-option-in-host", "deprecated-option", "unknown-option"],
    note: "Every option that Prosody reads globally is reported, not only those of its list; old and unknown names as such. Options of other modules count when their name is one that network services have. A name that merely ends in `_port` does not: `ldap_port` may well be the port of another server.",
    example: 'VirtualHost "example.org"\n\tpidfile = "/run/prosody/prosody.pid"\n',
  },

  "config.hostname-a-label": { rules: ["invalid-host-name"], example: 'VirtualHost "xn--bcher-kva.example"\n' },
  "config.hostname-invalid": {
    rules: ["invalid-host-name"],
    note: "What a template has yet to fill in, such as `{domain}`, is left alone.",
    example: 'VirtualHost "example org"\n',
  },
  "config.subdomain-name": {
    reason:
      "Advice for new servers and no mistake: prosodyctl says it of every host called `chat.…` or `xmpp.…`, and a host that has users cannot be renamed.",
  },
  "config.public-registration": {
    rules: ["open-registration"],
    example: 'modules_enabled = { "register" }\nallow_registration = true\nVirtualHost "example.org"\n',
  },

  // The configuration: modules
  "config.auth-module-in-list": { rules: ["provider-in-modules"], example: 'modules_enabled = { "auth_ldap" }\n' },
  "config.storage-module-in-list": { rules: ["provider-in-modules"], example: 'modules_enabled = { "storage_sql" }\n' },
  "config.mod-prefix": { rules: ["module-prefix"], example: 'modules_enabled = { "mod_mam" }\n' },
  "config.conflict-pep": {
    rules: ["deprecated-module"],
    note: "`pep_simple` is reported with and without `pep`.",
    example: 'modules_enabled = { "pep"; "pep_simple" }\n',
  },
  "config.conflict-vcard": {
    rules: ["conflicting-modules"],
    note: "Prosody's check puts the modules of all hosts together; here both have to be on the same host, since two hosts may well differ.",
    example: 'modules_enabled = { "vcard"; "vcard_legacy" }\n',
  },
  "config.module-admin-telnet": { rules: ["deprecated-module"], example: 'modules_enabled = { "admin_telnet" }\n' },
  "config.module-posix": { rules: ["deprecated-module"], example: 'modules_enabled = { "posix" }\n' },
  "config.module-also-component": {
    rules: ["module-and-component", "component-module"],
    note: "Modules that can be nothing but a component are reported in the list by themselves.",
    example: 'modules_enabled = { "proxy65" }\nVirtualHost "example.org"\nComponent "proxy.example.org" "proxy65"\n',
  },
  "config.module-list-not-strings": {
    rules: ["wrong-type", "keyed-item"],
    example: 'modules_enabled = { "roster"; 5 }\n',
  },
  "config.module-list-not-table": { rules: ["single-for-list"], example: 'modules_enabled = "roster"\n' },
  "config.crash-module-item-table": { rules: ["nested-list"], example: 'modules_enabled = { { "roster" } }\n' },
  "config.crash-module-list-string": {
    rules: ["single-for-list"],
    example: 'modules_enabled = "roster"\n',
    version: "0.11",
  },
  "config.crash-no-global-modules-with-component": { reason: CRASH },
  "config.no-global-modules-enabled": {
    rules: ["no-global-modules"],
    instead: ["no-enabled-host"],
    note: "Only where something tells that the file is the main one, such as `log`, and nothing is included; parts have no such list.",
    example: 'log = "prosody.log"\nVirtualHost "example.org"\n',
  },
  "config.module-load-failure": {
    rules: ["unknown-module"],
    note: "Names are compared with the modules of Prosody and of the community. Whether the file is installed needs the file system.",
    example: 'modules_enabled = { "carbon" }\n',
  },
  "config.missing-features": { reason: ADVICE },

  // The configuration: options
  "config.deprecated-global-option": {
    rules: ["deprecated-option"],
    note: "Under a host as well, where Prosody's check does not look.",
    example: "bosh_ports = { 5280 }\n",
  },
  "config.obsolete-global-option": {
    rules: ["deprecated-option"],
    note: "Under a host as well, where Prosody's check does not look.",
    example: "dns_timeout = 10\n",
  },
  "config.default-storage-unneeded": {
    rules: ["needless-option"],
    example: 'storage = "internal"\ndefault_storage = "sql"\n',
  },
  "config.disco-items-invalid": { rules: ["missing-key", "wrong-type"], example: 'disco_items = { { name = "Rooms" } }\n' },
  "config.crash-disco-items-string": {
    rules: ["wrong-type"],
    example: 'disco_items = { "rooms.example.net" }\n',
    version: "0.12",
  },

  // The configuration: encryption and libraries
  "config.encryption-without-tls-module": {
    rules: ["missing-tls"],
    instead: ["no-enabled-host", "no-global-modules", "wrong-type", "single-for-list", "unknown-module"],
    note: "Where the list itself is missing, wrong or names an unknown module, that is said instead. Upstream bug, not copied: prosodyctl says it only where no option demands encryption. Here it is said wherever `tls` is missing from a whole configuration.",
    example: 'modules_enabled = { "roster"; "saslauth" }\nVirtualHost "example.org"\n',
  },
  "config.encryption-without-luasec": { reason: LIBRARIES },
  "config.secure-auth-luasec-old": { reason: LIBRARIES },
  "config.secure-domains-luasec-old": { reason: LIBRARIES },
  "config.tls-profile-unknown": { rules: ["unknown-value"], example: 'tls_profile = "strict"\n' },
  "config.tls-profile-version-unknown": { rules: ["unknown-value"], example: 'tls_profile_version = "4.0"\n' },

  // Connectivity, DNS
  "connectivity.failed": { reason: NETWORK },
  "connectivity.not-running": { reason: "Needs the machine: whether Prosody is running is not written here." },
  "connectivity.probe-not-url": { rules: ["invalid-url"], example: 'connectivity_probe = "blackbox.example.com"\n' },
  "connectivity.probe-table-ignored": {
    rules: ["wrong-type"],
    example: 'connectivity_probe = { url = "https://blackbox.example.com/probe" }\n',
  },
  "disabled.hosts": { reason: "No mistake: it repeats what the line `enabled = false` says." },
  "dns.client-srv-required": { reason: PORTS_AND_DNS },
  "dns.client-tls-srv-required": { reason: PORTS_AND_DNS },
  "dns.external-addresses-unknown": { reason: NETWORK },
  "dns.http-external-url-invalid": {
    rules: ["invalid-url"],
    example: 'VirtualHost "example.org"\n\thttp_external_url = "upload.example.org"\n',
  },
  "dns.http-no-record": { reason: NETWORK },
  "dns.http-proxy-host-header": {
    reason: "No mistake: two names are usual behind a proxy, and whether the proxy passes the right one on is set there.",
  },
  "dns.no-ip-family": { rules: ["no-ip-family"], example: "use_ipv4 = false\nuse_ipv6 = false\n" },
  "dns.proxy65-address-type": {
    rules: ["wrong-type"],
    example: 'Component "proxy.example.org" "proxy65"\n\tproxy65_address = 5\n',
    version: "0.11",
  },
  "dns.proxy65-no-record": { reason: NETWORK },
  "dns.server-srv-required": { reason: PORTS_AND_DNS },
  "dns.server-tls-srv-required": { reason: PORTS_AND_DNS },
  "dns.targets": { reason: NETWORK },

  // Features
  "features.basic": {
    rules: ["missing-tls"],
    note: "`tls` alone. Whether a host can do without contact lists, logins or discovery depends on what it is for: one for guests of conferences may.",
    example: 'modules_enabled = { "roster"; "saslauth"; "disco" }\nVirtualHost "example.org"\n',
  },
  "features.blocking": { reason: ADVICE },
  "features.calls": { reason: ADVICE },
  "features.effective-modules": { reason: "No message: it tells how the others of `check features` count modules." },
  "features.file-sharing": { reason: ADVICE },
  "features.file-sharing-both": {
    rules: ["module-and-component"],
    note: "The global list only; a host that has the module for itself is left alone.",
    example:
      'modules_enabled = { "http_file_share" }\nVirtualHost "example.org"\nComponent "share.example.org" "http_file_share"\n',
  },
  "features.group-chats": { reason: ADVICE },
  "features.mobile": { reason: ADVICE },
  "features.muc-archive": { reason: ADVICE },
  "features.multi-device": { reason: ADVICE },
  "features.profiles": { reason: ADVICE },
  "features.push": { reason: ADVICE },
  "features.web": { reason: ADVICE },

  // Loading
  "load.config-warning": {
    rules: ["unset-name", "duplicate-option", "lua-prefix"],
    note: "Except the missing credential, which needs the machine.",
    example: "storage = sql\n",
  },
  "load.file-error": { reason: "Needs the file system: there is no text to look at." },
  "load.parser-error": {
    rules: ["syntax/missing-separator", "duplicate-host"],
    note: "All errors of syntax, at the place where Lua stops. Of the errors that arise when the file is run, those that are certain: a name for both a host and a component.",
    example: 'admins = { "a@example.org" "b@example.org" }\n',
  },

  // The log of the server
  "runtime.disco-items-malformed": {
    rules: ["wrong-type", "missing-key"],
    example: 'disco_items = { { "rooms.example.net" }; "upload.example.net" }\n',
  },
  "runtime.host-port-option": {
    rules: ["global-option-in-host", "port-option-in-host"],
    example: 'VirtualHost "example.org"\n\thttp_ports = { 5280 }\n',
  },
  "runtime.integer-is-float": { rules: ["wrong-type"], example: "c2s_ports = { 5222.5 }\n" },
  "runtime.integer-not-number": { rules: ["wrong-type"], example: 'http_max_content_size = "10 MB"\n' },
  "runtime.limits-rate": { rules: ["wrong-type"], example: "limits = { c2s = { rate = 3000 } }\n" },
  "runtime.log-level-unknown": {
    rules: ["silent-log", "unknown-key"],
    note: "A table without any level is always found; among right ones, a wrong one where it is nearly right.",
    example: 'log = { information = "prosody.log" }\n',
  },
  "runtime.network-backend-select": { rules: ["deprecated-value"], example: 'network_backend = "select"\n' },
  "runtime.no-enabled-virtualhost": {
    rules: ["no-enabled-host"],
    note: "Only where all files of the configuration are known.",
    example: 'modules_enabled = { "roster" }\nComponent "rooms.example.org" "muc"\n',
  },
  "runtime.number-out-of-range": { rules: ["out-of-range"], example: "c2s_ports = { 522222 }\n" },
  "runtime.option-type": { rules: ["wrong-type"], example: 'allow_registration = "maybe"\n' },
  "runtime.pep-plus-renamed": { rules: ["deprecated-module"], example: 'modules_enabled = { "pep_plus" }\n' },
  "runtime.port-clash": {
    rules: ["port-clash"],
    note: "Between services that this file surely loads, and where the addresses are the same for sure.",
    example: "c2s_ports = { 5222 }\ns2s_ports = { 5222 }\n",
  },
  "runtime.port-not-a-number": { rules: ["wrong-type"], example: 'c2s_ports = { "xmpp" }\n' },
  "runtime.proxy65-port-legacy": {
    rules: ["deprecated-option"],
    example: 'Component "proxy.example.org" "proxy65"\n\tproxy65_port = 5000\n',
  },
  "runtime.run-as-root": { reason: "Needs the machine: which user starts Prosody is not written here." },
  "runtime.sql-params": { rules: ["missing-key"], example: 'sql = { driver = "MySQL" }\n' },
  "runtime.statistics-interval-invalid": {
    rules: ["wrong-type", "value-not-yet"],
    example: 'statistics_interval = "1 minute"\n',
  },
  "runtime.statistics-provider-unknown": { rules: ["wrong-form"], example: 'statistics = "prometheus"\n' },
  "runtime.tls-profile-invalid": { rules: ["unknown-value"], example: 'tls_profile = "strict"\n' },
  "runtime.unknown-module": {
    rules: ["unknown-module", "module-not-yet", "removed-module"],
    note: "A name that is near no known one is only noted: it may be a module of one's own.",
    example: 'modules_enabled = { "carbon" }\n',
  },
  "runtime.unknown-storage-driver": {
    rules: ["unknown-provider"],
    note: "A name that is near no known one is only noted: it may be a module of one's own.",
    example: 'storage = "sqll"\n',
  },
  "runtime.vcard-and-vcard-legacy": {
    rules: ["conflicting-modules"],
    example: 'VirtualHost "example.org"\n\tmodules_enabled = { "vcard"; "vcard_legacy" }\n',
  },

  // TURN
  "turn.differing-secrets": {
    rules: ["differing-turn-secrets"],
    example:
      'modules_enabled = { "turn_external" }\nturn_external_host = "turn.example.org"\nVirtualHost "a.example.org"\n\tturn_external_secret = "one"\nVirtualHost "b.example.org"\n\tturn_external_secret = "two"\n',
  },
  "turn.missing-secret": {
    rules: ["missing-requirement"],
    note: "Only where all files of the configuration are known.",
    example: 'modules_enabled = { "turn_external" }\nVirtualHost "example.org"\n',
  },
  "turn.none-configured": { reason: "No mistake: it answers a question that somebody asked on the command line." },
  "turn.probe": { reason: NETWORK },
};
