// Configurations that tests of random edits begin with: one of many hosts, one with mistakes of many kinds, one that computes.

export const HOSTS = Array.from(
  { length: 12 },
  (_, i) =>
    `\n-- Customer ${i}\nVirtualHost "c${i}.example.net"\n  admins = { "boss@c${i}.example.net" }\n  allow_registration = ${i % 2 === 0}\n  ssl = { key = "k${i}" }\nComponent "rooms.c${i}.example.net" "muc"\n  name = "Rooms ${i}"\n  modules_enabled = { "muc_mam", "tls" }\n  muc_log_expires_after = "1m"\n`,
).join("");

export const EDITED_TEXTS = {
  "a server of many hosts": `admins = { "admin@example.com" }\nmodules_enabled = { "roster"; "saslauth"; "tls"; "register" }\nc2s_require_encryption = false\nauthentication = "internal_hashed"\n${HOSTS}`,
  "a configuration with mistakes":
    'modules_enabled = { "roster", "sasl", "tls", "tls" }\nmodules_disabled = { "offline" }\nadmins = "me@localhost"\nc2s_ports = "5222"\nc2s_ports = { 5222 }\nlog = { debug = "x.log"; debug = "y.log" }\nlocal unused = 1\nVirtualHost "localhost"\n  enabled = false\n  s2s_ports = { 5270 }\n  turn_external_secret = "a"\nVirtualHost "b.example"\n  turn_external_secret = "b" -- prosody-ignore short-secret\nComponent "localhost" "proxy65"\nComponent "x.other" "http_uplod"\nInclude "conf.d/*.cfg.lua"\n',
  "a program":
    'local hosts = { "a.example", "b.example" }\nlocal mods = { "roster", "tls" }\nmodules_enabled = mods\nfor _, host in ipairs(hosts) do\n  VirtualHost(host)\n  admins = { "a@" .. host }\nend\nif ENV_DEBUG then log = { debug = "*stdout" } end\nVirtualHost "c.example" { enabled = false }\nstorage = sql\nhttp_ports = { ENV_PORT or 5280 }\n',
} as const;

/** A main file, where one of the above is included after it. */
export const EDITED_MAIN =
  'modules_enabled = { "tls"; "roster"; "muc_mam" }\nadmins = { "x@a.example" }\nVirtualHost "a.example"\n';
