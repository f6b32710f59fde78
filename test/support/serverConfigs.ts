// Configurations as people write them, with the mistakes that people make: a global part, hosts, components, each put together from
// lines that stand in real ones in this or another form. The same seed gives the same.

import * as fc from "fast-check";

export function serverConfigs(seed: number, count: number): readonly string[] {
  return fc.sample(configuration, { seed, numRuns: count });
}

const goodModules = [
  "roster", "saslauth", "tls", "dialback", "disco", "carbons", "pep", "private", "blocklist", "vcard4", "vcard_legacy", "version",
  "uptime", "time", "ping", "register", "mam", "csi_simple", "admin_adhoc", "bosh", "websocket", "http_files", "limits", "smacks",
  "server_contact_info", "announce", "watchregistrations", "motd", "invites", "bookmarks", "turn_external",
] as const; // prettier-ignore
const badModules = [
  "mod_mam", "mod_bosh", "auth_ldap", "auth_internal_hashed", "storage_sql", "posix", "admin_telnet", "vcard", "pep_simple",
  "compression", "privacy", "proxy65", "http_file_share", "muc", "pep_plus",
] as const; // prettier-ignore

const modules = fc
  .tuple(fc.subarray([...goodModules], { minLength: 4 }), fc.subarray([...badModules], { maxLength: 2 }))
  .map(([good, bad]) => [[...good, ...good.slice(0, bad.length)], bad] as const)
  .map(([good, bad]) => `modules_enabled = {\n${[...good, ...bad].map((name) => `\t"${name}";\n`).join("")}}`);

const modulesLine = fc.oneof(
  { weight: 20, arbitrary: modules },
  { weight: 3, arbitrary: fc.constantFrom('modules_enabled = "roster"', 'modules_enabled = { "roster"; "tls"; bosh = true }') },
);

const globalLines = fc.subarray(
  [
    'admins = { "admin@example.org" }',
    "daemonize = false",
    'pidfile = "/run/prosody/prosody.pid"',
    "use_libevent = true",
    "allow_registration = false",
    "allow_registration = true",
    "c2s_require_encryption = true",
    "s2s_require_encryption = true",
    "s2s_secure_auth = false",
    's2s_insecure_domains = { "insecure.example" }',
    'authentication = "internal_hashed"',
    'storage = "internal"',
    'default_storage = "internal"',
    'log = { info = "prosody.log"; error = "prosody.err" }',
    'certificates = "certs"',
    "cross_domain_bosh = true",
    "cross_domain_websocket = true",
    "consider_bosh_secure = true",
    "bosh_ports = { 5280 }",
    "legacy_ssl_ports = { 5223 }",
    "dns_timeout = 5",
    'disco_items = { { "rooms.example.net", "Rooms" } }',
    "disco_items = { { } }",
    'disco_items = { "rooms.example.net" }',
    'http_ports = { 5280 }\nhttp_interfaces = { "*" }',
    'tls_profile = "modern"',
    "vcard_compatibility = true",
    "allow_unencrypted_plain_auth = false",
    "enabled = false",
    'ssl = { key = "certs/localhost.key"; certificate = "certs/localhost.crt" }',
    'archive_expires_after = "1w"',
    "anonymous_login = true",
    "openssl_version = false",
    "no_daemonize = true",
    "https_ssl = { }",
    "statistics_interval = 60",
    "use_ipv6 = true",
    'local unused = "value"',
    'http_max_content_size = tonumber("100000")',
    'trusted_proxies = { "127.0.0.1"; "::1"; "127.0.0.1" }',
    'limits = { c2s = { rate = "10kb/s"; rate = "20kb/s" } }',
  ],
  { maxLength: 8 },
);

const hostName = fc.constantFrom(
  "example.org", "example.net", "chat.example.org", "xmpp.example.com", "localhost", "guest.example.org", "bücher.example",
  "xn--bcher-kva.example", "with space", "under_score.example", "-dash.example", "EXAMPLE.com",
); // prettier-ignore
const componentName = fc.constantFrom(
  "rooms.example.org", "conference.example.net", "upload.example.org", "proxy.example.org", "share.elsewhere.example",
  "gateway.example.org", "muc", "xn--chat-5qa.example",
); // prettier-ignore

const hostLines = fc.subarray(
  [
    "enabled = false",
    'authentication = "anonymous"',
    "allow_registration = true",
    'ssl = { key = "a.key"; certificate = "a.crt" }',
    "http_ports = { 5280 }",
    "s2s_secure_auth = true",
    "s2s_require_encryption = false",
    'log = "*syslog"',
    'pidfile = "/run/p.pid"',
    'modules_enabled = { "mam"; "mod_bosh" }',
    'modules_enabled = { "vcard" }',
    'disco_items = { { "share.elsewhere.example", "Share" } }',
    "c2s_direct_tls_ports = { 5223 }",
    'plugin_paths = { "/opt/modules" }',
    'http_host = "example.org"',
    "component_ports = { 5347 }",
  ],
  { maxLength: 3 },
);

const block = (header: string, lines: readonly string[]): string => [header, ...lines.map((line) => `\t${line}`)].join("\n");
const host = fc.tuple(hostName, hostLines).map(([name, lines]) => block(`VirtualHost "${name}"`, lines));
const component = fc
  .tuple(
    componentName,
    fc.constantFrom(' "muc"', ' "http_file_share"', ' "proxy65"', ' "pubsub"', ""),
    fc.constantFrom<readonly string[]>(
      [],
      ['modules_enabled = { "muc_mam" }'],
      ['component_secret = "a long enough secret"'],
      ["enabled = false"],
    ),
  )
  .map(([name, module, lines]) => block(`Component "${name}"${module}`, lines));

const configuration = fc
  .tuple(
    fc.option(modulesLine, { freq: 12 }),
    globalLines,
    fc.uniqueArray(host, { maxLength: 3, selector: (text) => text.split("\n")[0]?.toLowerCase() }),
    fc.uniqueArray(component, { maxLength: 3, selector: (text) => text.split('"')[1] }),
  )
  .map(
    ([list, lines, hosts, components]) =>
      `${[...lines, ...(list === null ? [] : [list]), ...hosts, ...components].join("\n\n")}\n`,
  );
