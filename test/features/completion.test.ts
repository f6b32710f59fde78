// Completion in prosody.cfg.lua: what is offered where, and what the file looks like after accepting. A case is a text with the
// cursor in it; which names there are at all is the knowledge's business, so the cases use names that are not likely to go.

import { describe, test } from "vitest";
import { checkCompletion } from "../support/completion.ts";
import type { CompletionCase } from "../support/completion.ts";

type Cases = Readonly<Record<string, CompletionCase>>;

function run(cases: Cases): void {
  test.each(Object.entries(cases))("%s", (_, item) => {
    checkCompletion(item);
  });
}

/** Nothing is offered. */
const silent = (before: string): CompletionCase => ({ before, exactly: [] });

describe("options, where a statement begins", () => {
  run({
    "in an empty file": {
      before: "$0",
      offers: ["allow_registration", "VirtualHost", "Include", "pidfile"],
      not: ["component_secret", "component_module"],
      accept: "allow_registration",
      after: "allow_registration = true",
    },
    "in place of what is typed": { before: "admins = {}\nstor$0", accept: "storage", after: 'admins = {}\nstorage = ""' },
    "in place of the whole word": {
      before: "allow_$0reg = true",
      accept: "allow_registration",
      after: "allow_registration = true",
    },
    "a value that is there stays": {
      before: "allow_$0 = false",
      accept: "allow_registration",
      after: "allow_registration = false",
    },
    "a comparison is no value": {
      before: "allow_$0 == 1",
      accept: "allow_registration",
      after: "allow_registration = true == 1",
    },
    "a list gets its braces": { before: "admi$0", accept: "admins", after: 'admins = { "" }' },
    "a list of modules goes on inside": { before: "modu$0", accept: "modules_enabled", after: "modules_enabled = {\n\t|\n}" },
    "a table goes on inside": { before: "lim$0", accept: "limits", after: "limits = {\n\t|\n}" },
    "a section": { before: "Virt$0", accept: "VirtualHost", after: 'VirtualHost "example.com"' },
    "on the line after a value": { before: "a = 1\n$0", offers: ["storage", "VirtualHost"] },
    "on the line after a table": { before: 'admins = { "a@b" }\n$0\n', offers: ["storage"] },
    "between statements": { before: "a = 1\n\n$0\n\nb = 2", offers: ["storage"] },
    "after a word nobody knows": { before: "allow_reg\n$0", offers: ["storage"] },
    "after a finished long comment": { before: "--[[ remark ]]$0", accept: "storage", after: '--[[ remark ]]storage = ""' },
    "inside a block": { before: "if ENV_X then\n\t$0\nend", offers: ["storage"] },
    "not the community's, unless the file names their module": { before: "$0", not: ["firewall_scripts"] },
    "the community's, once the file names their module": {
      before: 'modules_enabled = { "firewall" }\n$0',
      offers: ["firewall_scripts"],
    },
  });
});

describe("options, by section", () => {
  run({
    "a host does not get what is server-wide": {
      before: 'VirtualHost "x"\n\t$0',
      offers: ["enabled", "storage", "Component"],
      not: ["pidfile", "component_secret"],
    },
    "a component gets what its module reads first": {
      before: 'Component "rooms.x" "muc"\n\t$0',
      offers: ["enabled", "component_secret"],
      not: ["pidfile"],
      accept: "restrict_room_creation",
      after: 'Component "rooms.x" "muc"\n\trestrict_room_creation = false',
    },
    "a table of a host separates": {
      before: 'VirtualHost "x" { $0 }',
      not: ["pidfile", "VirtualHost", "Component", "Include"],
      accept: "allow_registration",
      after: 'VirtualHost "x" { allow_registration = true; }',
    },
    "a table of a host keeps a value": {
      before: 'VirtualHost "x" { allow_$0 = false }',
      accept: "allow_registration",
      after: 'VirtualHost "x" { allow_registration = false }',
    },
    "after a field": { before: 'VirtualHost "x" { enabled = true; $0 }', offers: ["storage"] },
    "below a field without its separator": { before: 'VirtualHost "x" {\n\tenabled = true\n\tstor$0\n}', offers: ["storage"] },
    "behind a table it is global again": { before: 'VirtualHost "x" { enabled = true }\n$0', offers: ["pidfile"] },
    "in an unfinished table": {
      before: 'Component "rooms.x" "muc" {\n\t$0',
      not: ["pidfile", "VirtualHost"],
      offers: ["component_secret"],
      accept: "muc_room_default_public",
      after: 'Component "rooms.x" "muc" {\n\tmuc_room_default_public = true;',
    },
    "below an unfinished table": { before: 'VirtualHost "x" {\n\tenabled = true;\n\n$0\n\nVirtualHost "y"', not: ["pidfile"] },
  });

  test("the module of a component ranks its options before all others", () => {
    checkCompletion({ before: 'Component "rooms.x" "muc" { $0 }', first: ["allow_unaffiliated_register"] });
    checkCompletion({ before: 'Component "files.x" "http_file_share" {\n$0', first: ["http_file_share_access"] });
  });
});

describe("in half-typed files", () => {
  run({
    "under an unclosed brace": {
      before: 'modules_enabled = {\n\t"roster";\n\nstor$0 = "sql"\n',
      offers: ["storage", "VirtualHost"],
    },
    "under an unfinished text": { before: 'data_path = "/var\nallow_$0 = true', offers: ["allow_registration"] },
    "under a missing end": { before: 'if ENV_X then\n\tstorage = "sql"\nallow_$0', offers: ["allow_registration"] },
    "in an unfinished text": { before: 'storage = "s$0\nadmins = {}', accept: "sql", after: 'storage = "sql\nadmins = {}' },
    "in an unfinished text of a list": {
      before: 'modules_enabled = { "m$0 }\nadmins = {}',
      accept: "mam",
      after: 'modules_enabled = { "mam }\nadmins = {}',
    },
    "in a list without its last brace": {
      before: 'modules_enabled = {\n\t"roster";\n\t$0\n\nstorage = "sql"',
      offers: ["mam"],
      not: ["roster"],
    },
    "in a list below an item without separator": {
      before: 'modules_enabled = {\n\t"mam"\n\t"$0"\n}',
      offers: ["csi_simple"],
      not: ["mam"],
    },
  });
});

describe("modules", () => {
  run({
    "as a text": {
      before: 'modules_enabled = { "$0" }',
      offers: ["mam", "csi_simple", "firewall"],
      not: ["muc", "auth_ldap", "storage_sql", "c2s", "presence"],
      accept: "mam",
      after: 'modules_enabled = { "mam" }',
    },
    "without quotes yet": { before: "modules_enabled = { $0 }", accept: "mam", after: 'modules_enabled = { "mam" }' },
    "on a line of its own": {
      before: 'modules_enabled = {\n\t"roster";\n\t$0\n}',
      accept: "mam",
      after: 'modules_enabled = {\n\t"roster";\n\t"mam";\n}',
    },
    "the separator that is there stays": {
      before: "modules_enabled = { ma$0; }",
      accept: "mam",
      after: 'modules_enabled = { "mam"; }',
    },
    "not what the list has": {
      before: 'modules_enabled = { "mam"; "$0"; "carbons" }',
      not: ["mam", "carbons"],
      offers: ["blocklist"],
    },
    "what stands there itself is offered": {
      before: 'modules_enabled = { "ma$0m" }',
      accept: "mam",
      after: 'modules_enabled = { "mam" }',
    },
    "a list elsewhere has nothing to do with it": {
      before: 'modules_enabled = { "mam" }\nVirtualHost "x"\nmodules_enabled = { "$0" }',
      offers: ["mam"],
    },
    appended: { before: "modules_enabled:append { $0 }", accept: "mam", after: 'modules_enabled:append { "mam" }' },
    "appended in parentheses": { before: 'modules_enabled:append({ "$0" })', offers: ["mam"] },
    "in the call form": { before: "modules_enabled { $0 }", offers: ["mam"] },
    "in a table of a host": { before: 'VirtualHost "x" { modules_enabled = { "$0" } }', offers: ["mam"], not: ["muc"] },
    "to disable": { before: 'modules_disabled = { "$0" }', offers: ["c2s", "s2s", "mam"] },
    "for a component": {
      before: 'Component "rooms.x" "$0"',
      offers: ["muc", "pubsub", "proxy65"],
      not: ["mam"],
      accept: "muc",
      after: 'Component "rooms.x" "muc"',
    },
    "for a component, without quotes yet": {
      before: 'Component "rooms.x" $0',
      accept: "muc",
      after: 'Component "rooms.x" "muc"',
    },
    "for a component, unfinished": {
      before: 'Component "rooms.x" "m$0\nVirtualHost "y"',
      accept: "muc",
      after: 'Component "rooms.x" "muc\nVirtualHost "y"',
    },
    "for a component, with parentheses": { before: 'Component("rooms.x")("$0")', offers: ["muc"] },
    "not for what a component does not read": silent('Component("rooms.x", "$0")'),
    "not for a component's name": silent('Component "$0"'),
    "not for a host": silent('VirtualHost "x" "$0"'),
  });
});

describe("values", () => {
  run({
    "true or false": {
      before: "allow_registration = $0",
      exactly: ["false", "true"],
      accept: "true",
      after: "allow_registration = true",
    },
    begun: { before: "allow_registration = f$0", accept: "false", after: "allow_registration = false" },
    "not as text": silent('allow_registration = "$0"'),
    choices: {
      before: "c2s_require_encryption = true\nstatistics = $0",
      offers: ["internal"],
      accept: "internal",
      after: 'c2s_require_encryption = true\nstatistics = "internal"',
    },
    "choices, as text": { before: 'statistics = "i$0nt"', accept: "internal", after: 'statistics = "internal"' },
    "a storage driver": { before: "storage = $0", offers: ["internal", "sql"], accept: "sql", after: 'storage = "sql"' },
    "a storage driver, as text": { before: 'storage = "$0"', offers: ["internal", "sql", "none"] },
    "a storage driver for one store": { before: 'storage = { archive = "$0" }', offers: ["sql"] },
    "a storage driver for a store by quoted key": { before: 'storage = { ["archive"] = "$0" }', offers: ["sql"] },
    "a way to log in": { before: 'authentication = "$0"', offers: ["internal_hashed", "ldap"], not: ["auth_ldap"] },
    "a period": {
      before: "archive_expires_after = $0",
      offers: ["1 week", "never"],
      accept: "1 week",
      after: 'archive_expires_after = "1 week"',
    },
    "an address": {
      before: 'c2s_interfaces = { "$0" }',
      offers: ["*", "::", "127.0.0.1"],
      accept: "::",
      after: 'c2s_interfaces = { "::" }',
    },
    "not a port": silent("c2s_ports = { $0 }"),
    "not after a number": silent("archive_expires_after = 1$0"),
    "not after a value": silent("allow_registration = true $0"),
    "not after a text": silent('storage = "sql" $0'),
    "not behind a text": silent('storage = "sql"$0'),
    "not after a table": silent("admins = {} $0"),
    "not in a computed value": silent("storage = x .. $0"),
    "not in a call": silent('storage = FileLine("$0")'),
    "not of a member": silent('storage.archive = "$0"'),
    "not of a name nobody knows": silent("no_such_option = $0"),
    "in a table of a host": { before: 'VirtualHost "x" { enabled = $0 }', exactly: ["false", "true"] },
    "below another value": { before: "allow_registration = true\nadmins = {}\nenabled = $0", exactly: ["false", "true"] },
  });
});

describe("keys and items of tables", () => {
  run({
    limits: {
      before: "limits = { $0 }",
      exactly: ["c2s", "s2s", "s2sin", "s2sout"],
      accept: "c2s",
      after: "limits = { c2s = {\n\t|\n}; }",
    },
    "limits, inner": {
      before: "limits = { c2s = { $0 } }",
      offers: ["rate", "burst"],
      accept: "rate",
      after: 'limits = { c2s = { rate = ""; } }',
    },
    "log by level": {
      before: "log = { $0 }",
      offers: ["debug", "info", "warn", "error"],
      accept: "info",
      after: 'log = { info = ""; }',
    },
    "log, where to": { before: 'log = { info = "$0" }', offers: ["*console", "*syslog"] },
    "log, a sink": { before: "log = { { $0 } }", offers: ["to", "levels"] },
    "log, levels of a sink": { before: 'log = { { levels = { "$0" } } }', offers: ["debug", "error"] },
    "log, kind of a sink": { before: 'log = { { to = "$0" } }', offers: ["file", "console"] },
    "log, kind of a sink that has levels": { before: 'log = { { levels = { "error" }, to = "$0" } }', offers: ["file"] },
    ssl: { before: "ssl = { $0 }", offers: ["certificate", "key", "protocol"] },
    "ssl, a choice": { before: 'ssl = { protocol = "$0" }', offers: ["tlsv1_2+"] },
    "ssl of a service": { before: "c2s_direct_tls_ssl = { $0 }", offers: ["certificate"] },
    sql: { before: "sql = { $0 }", offers: ["driver", "database"] },
    "sql, a choice": {
      before: "sql = { driver = $0 }",
      exactly: ["SQLite3", "MySQL", "PostgreSQL"],
      accept: "MySQL",
      after: 'sql = { driver = "MySQL" }',
    },
    "a key whose value is there": { before: 'sql = { dri$0 = "MySQL" }', accept: "driver", after: 'sql = { driver = "MySQL" }' },
    "a key whose separator is there": { before: "sql = { por$0; }", accept: "port", after: "sql = { port = ; }" },
    "a key below an entry without separator": { before: 'sql = {\n\tdriver = "MySQL"\n\t$0\n}', offers: ["database"] },
    contact_info: {
      before: "contact_info = { $0 }",
      offers: ["abuse", "admin"],
      accept: "abuse",
      after: 'contact_info = { abuse = { "" }; }',
    },
    "keys of a map": {
      before: "storage = { $0 }",
      offers: ["archive", "accounts"],
      accept: "archive",
      after: 'storage = { archive = ""; }',
    },
    "keys in the call form": { before: "limits { $0 }", offers: ["c2s"] },
    "three levels down": { before: "http_cors_override = { bosh = { $0 } }", offers: ["enabled", "origins"] },
    "not as a text": silent('sql = { "$0" }'),
    "not inside brackets": silent('storage = { ["$0"] = "sql" }'),
    "not in a function's argument": silent("admins = f({ $0 })"),
  });
});

describe("nothing", () => {
  run({
    "in a comment": silent("-- allow_$0"),
    "in a comment behind a value": silent("admins = {} -- $0"),
    "at the end of a comment": silent("a = 1 -- note$0\nb = 2"),
    "at the end of the last comment": silent("-- note$0"),
    "in a long comment": silent("--[[\nallow_$0\n]]"),
    "in an unfinished comment": silent("--[[\nallow_$0"),
    "in a condition": silent("if $0"),
    "in a local's value": silent("local x = $0"),
    "in a path": silent('Include "$0"'),
    "behind a dot": silent("storage.$0"),
    "in a broken number": silent("limits = { c2s = { rate = 10k$0 } }"),
  });
});

describe("unusual texts", () => {
  run({
    "lines that end with CRLF": {
      before: 'modules_enabled = {\r\n\t"roster";\r\n\t$0\r\n}\r\n',
      accept: "mam",
      after: 'modules_enabled = {\r\n\t"roster";\r\n\t"mam";\r\n}\r\n',
    },
    "CRLF before a statement": { before: "a = 1\r\nstor$0\r\nb = 2", accept: "storage", after: 'a = 1\r\nstorage = ""\r\nb = 2' },
    "CRLF after an unfinished text": { before: 'storage = "s$0\r\nb = 2', accept: "sql", after: 'storage = "sql\r\nb = 2' },
    "characters of two units before the cursor": {
      before: '-- 🚀\nwelcome = "🚀🚀" modules_enabled = { "🚀"; "$0" }',
      accept: "mam",
      after: '-- 🚀\nwelcome = "🚀🚀" modules_enabled = { "🚀"; "mam" }',
    },
    "a byte-order mark": { before: "\ufeffstor$0", accept: "storage", after: '\ufeffstorage = ""' },
    "long brackets": { before: "storage = [[$0]]", accept: "sql", after: "storage = [[sql]]" },
  });
});

describe("versions", () => {
  run({
    "0.12 does not know what came with 13.0": {
      before: "$0",
      version: "0.12",
      not: ["parent_host", "sqlite_tune", "tls_profile_version"],
    },
    "13.0 does": { before: "$0", version: "13.0", offers: ["sqlite_tune"] },
    "what was removed is only offered before": { before: "$0", version: "0.11", offers: ["setgid"] },
    "what was removed is not offered after": { before: "$0", version: "0.12", not: ["setgid"] },
    "what is deprecated later is offered before": { before: "$0", version: "0.12", offers: ["ldap_admins"] },
    "0.12: its modules": { before: 'modules_enabled = { "$0" }', version: "0.12", not: ["account_activity"], offers: ["mam"] },
    "13.0: its modules": { before: 'modules_enabled = { "$0" }', version: "13.0", offers: ["account_activity"] },
    "0.11: from the community what comes later": {
      before: 'Component "x" "$0"',
      version: "0.11",
      offers: ["muc"],
      not: ["http_file_share"],
    },
    "what is deprecated is not offered": { before: "$0", not: ["daemonize", "use_libevent", "anonymous_login", "ldap_admins"] },
  });
});
