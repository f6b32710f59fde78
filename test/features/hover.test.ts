// Hovers: which thing is under the pointer, where its words begin and end, and what must never be shown.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { hover } from "../../server/src/core/features/hover.ts";
import { VERSIONS } from "../../server/src/core/schema/types.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import type { FileKind } from "../../server/src/core/source.ts";
import { readFixture } from "../support/fixture.ts";
import { schemaFor } from "../support/knowledge.ts";

interface HoverCase {
  readonly before: string;
  /** The text that the hover is about; absent: there is no hover. */
  readonly over?: string;
  /** What its words must match. */
  readonly says?: RegExp;
  readonly version?: Version;
}

function checkHover({ before, over, says = /./, version }: HoverCase, kind: FileKind): void {
  const { text, cursor } = readFixture(before);
  if (cursor === undefined) throw new Error("a hover needs a cursor");
  const found = hover(analyse(kind, text), schemaFor(version), cursor);
  expect(found && text.slice(found.span.start, found.span.end)).toBe(over);
  if (found === undefined) return;
  expect(found.span.start <= cursor && cursor <= found.span.end).toBe(true);
  expect(found.markdown).toMatch(says);
}

function run(kind: FileKind, cases: Readonly<Record<string, HoverCase>>): void {
  test.each(Object.entries(cases))("%s", (_, item) => {
    checkHover(item, kind);
  });
}

describe("options", () => {
  run("lua", {
    "a name": { before: 'stor$0age = "sql"', over: "storage", says: /\*\*`storage`\*\* option/ },
    "its first letter": { before: "a = 1\n$0storage = x", over: "storage" },
    "behind its last letter": { before: "storage$0 = x", over: "storage" },
    "not the blank behind": { before: "storage $0= x" },
    "inside a host": { before: 'VirtualHost "x"\n\tstor$0age = x', over: "storage" },
    "in a table of a host": { before: 'VirtualHost "x" { stor$0age = x }', over: "storage" },
    "in a block": { before: "if ENV_X then stor$0age = 1 end", over: "storage" },
    "appended to": { before: 'modules_en$0abled:append { "mam" }', over: "modules_enabled" },
    "whose member is set": { before: "lim$0its.c2s = {}", over: "limits" },
    "half-typed": { before: "storage$0 = ", over: "storage" },
    "alone on its line": { before: "a = 1\nstorage$0\nb = 2", over: "storage" },
    "behind characters of two units": { before: 'a = "🚀" stor$0age = x', over: "storage" },
    "with CRLF": { before: "a = 1\r\nstor$0age = x\r\n", over: "storage" },
    "not a member": { before: "limits.c2$0s = {}" },
    "not a name nobody knows": { before: "no_such_$0option = 1" },
    "not a local variable": { before: "local storage = 1\nstor$0age = 2" },
    "not a key elsewhere": { before: "x = { stor$0age = 1 }" },
    "not in a comment": { before: "-- stor$0age = 1" },
    "not in a text": { before: 'x = "stor$0age"' },
  });
});

describe("what is in values", () => {
  run("lua", {
    "a module": { before: 'modules_enabled = { "roster", "ma$0m" }', over: '"mam"', says: /\*\*`mam`\*\* module/ },
    "a module as a single text": { before: 'modules_enabled = "ma$0m"', over: '"mam"' },
    "a module that is appended": { before: 'modules_enabled:append { "ma$0m" }', over: '"mam"' },
    "a community module": { before: 'modules_enabled = { "fire$0wall" }', over: '"firewall"', says: /community module/ },
    "a module that is not there yet": {
      before: 'modules_enabled = { "account_act$0ivity" }',
      over: '"account_activity"',
      version: "0.12",
      says: /not in Prosody 0\.12/,
    },
    "not a module nobody knows": { before: 'modules_enabled = { "no_such_$0module" }' },
    "a component's module": { before: 'Component "x" "mu$0c"', over: '"muc"', says: /Chat rooms/ },
    "not a component's name": { before: 'Component "mu$0c" "muc"' },
    "a storage driver": { before: 'storage = "s$0ql"', over: '"sql"', says: /`storage_sql`/ },
    "a storage driver for one store": { before: 'storage = { archive = "s$0ql" }', over: '"sql"', says: /`storage_sql`/ },
    "a way to log in": {
      before: 'authentication = "internal_$0hashed"',
      over: '"internal_hashed"',
      says: /`auth_internal_hashed`/,
    },
    "a choice": { before: 'statistics = "inter$0nal"', over: '"internal"', says: /for `statistics`/ },
    "a key": { before: 'limits = { c2s = { ra$0te = "1kb/s" } }', over: "rate", says: /in `limits`/ },
    "a value by way of a local": { before: 'local d = "sql"\nstorage = d$0', over: "d", says: /`storage_sql`/ },
    "not a plain value": { before: 'limits = { c2s = { rate = "1k$0b/s" } }' },
  });
});

describe("words of the language", () => {
  run("lua", {
    VirtualHost: { before: 'Virt$0ualHost "x"', over: "VirtualHost", says: /section/ },
    "an alias": { before: 'Ho$0st "x"', over: "Host", says: /`VirtualHost`/ },
    Component: { before: 'Compo$0nent "x" "muc"', over: "Component" },
    Include: { before: 'Incl$0ude "conf.d/*.cfg.lua"', over: "Include" },
    FileContents: { before: 'x = FileCon$0tents "f"', over: "FileContents" },
    "in parentheses": { before: 'x = { FileL$0ine("f") }', over: "FileLine" },
    "an environment variable of the image": {
      before: 'x = ENV_PROSODY_ADM$0INS or "a"',
      over: "ENV_PROSODY_ADMINS",
      says: /variable of the official container image/,
    },
    "os.getenv": { before: 'x = os.getenv("PROSODY_$0ADMINS")', over: '"PROSODY_ADMINS"' },
    "Lua.os.getenv": { before: 'x = Lua.os.getenv "PROSODY_$0ADMINS"', over: '"PROSODY_ADMINS"' },
    "not another environment variable": { before: "x = ENV_FO$0O" },
  });
});

describe("env files", () => {
  run("env", {
    "a name": { before: "PROSODY_ADM$0INS=a@b", over: "PROSODY_ADMINS", says: /variable of the official container image/ },
    "behind export": { before: "export PROSODY_ADM$0INS=a@b", over: "PROSODY_ADMINS" },
    "a module": { before: "PROSODY_ENABLE_MODULES=mam,car$0bons,muc", over: "carbons", says: /\*\*`carbons`\*\* module/ },
    "a module in quotes": { before: 'PROSODY_ENABLE_MODULES="mam,car$0bons"', over: "carbons" },
    "a component's module": { before: "PROSODY_COMPONENTS=rooms.x:mu$0c", over: "muc", says: /Chat rooms/ },
    "a component's module named like its host": { before: "PROSODY_COMPONENTS=muc.x:mu$0c", over: "muc", says: /Chat rooms/ },
    "a component's host": {
      before: "PROSODY_COMPONENTS=a.x:pubsub,m$0uc.x:muc",
      over: "muc.x",
      says: /\*\*`muc.x`\*\* is a component.* run by the module `muc`\.\n\nChat rooms/,
    },
    "between a component's host and its module": {
      before: "PROSODY_COMPONENTS=muc.x :$0 muc",
      over: "muc.x : muc",
      says: /`PROSODY_COMPONENTS`/,
    },
    "a component with a module nobody knows": {
      before: "PROSODY_COMPONENTS=own.$0x:no_such_module",
      over: "own.x",
      says: /a domain of its own\.\n/,
    },
    "an administrator of a host here": {
      before: "PROSODY_VIRTUAL_HOSTS=x.example,y.example\nPROSODY_ADMINS=a@z.example,b@Y.exa$0mple",
      over: "b@Y.example",
      says: /gets the rights of an administrator.* `y\.example` is one of its hosts/,
    },
    "an administrator from elsewhere": {
      before: "PROSODY_VIRTUAL_HOSTS=x.example,y.example\nPROSODY_ADMINS=a@z.ex$0ample,b@y.example",
      over: "a@z.example",
      says: /`z\.example` is none of the hosts set here \(`x\.example`, `y\.example`\)/,
    },
    "an administrator where no host is known": {
      before: "PROSODY_VIRTUAL_HOSTS=$DOMAIN\nPROSODY_ADMINS=a@z.ex$0ample",
      over: "a@z.example",
      says: /on all hosts of this server\.\n/,
    },
    "not an administrator without a domain": {
      before: "PROSODY_ADMINS=ad$0min",
      over: "admin",
      says: /^[^]*variable of the official/,
    },
    "not one that another variable gives": {
      before: "PROSODY_ADMINS=$NA$0ME@x",
      over: "$NAME@x",
      says: /variable of the official/,
    },
    "a host": {
      before: 'PROSODY_VIRTUAL_HOSTS=x.example,"y.exa$0mple"',
      over: "y.example",
      says: /is a host with accounts.*`name@y\.example`/,
    },
    "a folder of modules": {
      before: "PROSODY_PLUGIN_PATHS=/opt/mo$0dules",
      over: "/opt/modules",
      says: /folder inside the container.*`\/etc\/prosody\/modules`.* is not among/,
    },
    "a folder of modules beside the usual one": {
      before: "PROSODY_PLUGIN_PATHS=/opt/mo$0dules,/etc/prosody/modules",
      over: "/opt/modules",
      says: /mount them there\.\n/,
    },
    "a DNS server": { before: "PROSODY_DNS_RESOLVERS=9.9.9.9,1.1$0.1.1", over: "1.1.1.1", says: /DNS server that Prosody asks/ },
    "another value": { before: "PROSODY_LOGLEVEL=in$0fo", over: "info", says: /`PROSODY_LOGLEVEL`/ },
    "what each tool reads": {
      before: 'PROSODY_LOGLEVEL="in$0fo"',
      over: '"info"',
      says: /docker and podman: `"info"`\n- Compose and sh: `info`\n/,
    },
    "what makes a tool refuse the file": {
      before: "export PROSODY_LOGLEVEL=in$0fo",
      over: "info",
      says: /docker: refuses the whole file because of this line/,
    },
    "another line that a tool refuses": {
      before: "PROSODY_LOGLEVEL=in$0fo\nA =b",
      over: "info",
      says: /read the same: `info`\.\n\ndocker refuses the file because of line 2\./,
    },
    "blanks are seen": {
      before: "PROSODY_LOGLEVEL=in$0fo ",
      over: "info ",
      says: /docker and podman: ` info {2}`/,
    },
    "not another variable": { before: "FO$0O=1" },
    "not in a comment": { before: "# PROSODY_ADM$0INS=a" },
  });
});

describe("what comes of a variable beside others", () => {
  const HOST = "PROSODY_VIRTUAL_HOSTS=x.example\n";
  const nothing = /^(?![^]*---\n[^*])/;
  run("env", {
    "one host": {
      before: "PROSODY_VIRT$0UAL_HOSTS=x.example",
      over: "PROSODY_VIRTUAL_HOSTS",
      says: /As the only host, `x\.example`/,
    },
    "two hosts": { before: "PROSODY_VIRT$0UAL_HOSTS=x.example,y.example", over: "PROSODY_VIRTUAL_HOSTS", says: /has no default/ },
    "two hosts and a name for all": {
      before: "PROSODY_VIRT$0UAL_HOSTS=x.example,y.example\nPROSODY_NETWORK_HOSTNAME=z.example",
      over: "PROSODY_VIRTUAL_HOSTS",
      says: nothing,
    },
    "a name for all and a component with web addresses": {
      before: "PROSODY_NET$0WORK_HOSTNAME=z.example\nPROSODY_COMPONENTS=up.x.example:http_file_share,r.x.example:muc",
      over: "PROSODY_NETWORK_HOSTNAME",
      says: /the place of the name of `up\.x\.example` in/,
    },
    "a name for all and rooms alone": {
      before: "PROSODY_NET$0WORK_HOSTNAME=z.example\nPROSODY_COMPONENTS=r.x.example:muc",
      over: "PROSODY_NETWORK_HOSTNAME",
      says: nothing,
    },
    "retention alone": {
      before: `${HOST}PROSODY_RET$0ENTION_DAYS=7`,
      over: "PROSODY_RETENTION_DAYS",
      says: /switches the archive/,
    },
    "retention with the archive": {
      before: `${HOST}PROSODY_ENABLE_MODULES=bosh,mam\nPROSODY_RET$0ENTION_DAYS=7`,
      over: "PROSODY_RETENTION_DAYS",
      says: nothing,
    },
    "no archive": { before: "PROSODY_ENA$0BLE_MODULES=bosh", over: "PROSODY_ENABLE_MODULES", says: /No messages are archived/ },
    "an archive": { before: "PROSODY_ENA$0BLE_MODULES=mam", over: "PROSODY_ENABLE_MODULES", says: nothing },
    "the daily quota": {
      before: "PROSODY_UPLOAD_LIM$0IT_MB=25\nPROSODY_COMPONENTS=u.x:http_file_share",
      over: "PROSODY_UPLOAD_LIMIT_MB",
      says: /250 MiB in a day/,
    },
    "no upload": { before: "PROSODY_UPLOAD_LIM$0IT_MB=25", over: "PROSODY_UPLOAD_LIMIT_MB", says: nothing },
    "an interval alone": {
      before: "PROSODY_STATISTICS_INT$0ERVAL=60",
      over: "PROSODY_STATISTICS_INTERVAL",
      says: /number alone/,
    },
    "an interval that is none": {
      before: "PROSODY_STATISTICS_INT$0ERVAL=manual",
      over: "PROSODY_STATISTICS_INTERVAL",
      says: nothing,
    },
    "TURN without its host": {
      before: `${HOST}PROSODY_TURN_SEC$0RET=hunter2`,
      over: "PROSODY_TURN_SECRET",
      says: /at `x\.example`(?![^]*hunter2)/,
    },
    "TURN with its host": {
      before: `${HOST}PROSODY_TURN_SEC$0RET=y\nPROSODY_TURN_HOST=t.example`,
      over: "PROSODY_TURN_SECRET",
      says: nothing,
    },
  });
});

describe("secrets", () => {
  run("lua", {
    "an option's value": { before: 'component_secret = "hunt$0er2"' },
    "a key's value": { before: 'sql = { driver = "MySQL", password = "hunt$0er2" }' },
    "its name is explained": { before: 'component_sec$0ret = "hunter2"', over: "component_secret", says: /^(?![^]*hunter2)/ },
  });
  run("env", {
    "a variable's value": {
      before: "PROSODY_COMPONENT_SECRET=hunt$0er2",
      over: "hunter2",
      says: /^(?![^]*hunter2)docker, Compose, podman and sh read the same: •••\./,
    },
    "a list's item": {
      before: "PROSODY_EXTERNAL_COMPONENTS=x.example:hunt$0er2",
      over: "x.example:hunter2",
      says: /^(?![^]*hunter2)/,
    },
    "an external component's name": {
      before: "PROSODY_EXTERNAL_COMPONENTS=i$0rc.x:hunter2",
      over: "irc.x",
      says: /^The domain of an external component(?![^]*(?:hunter2|irc\.x))/,
    },
    "what may be the rest of a secret": {
      before: "PROSODY_EXTERNAL_COMPONENTS=irc.x:abc,hunt$0er2",
      over: "hunter2",
      says: /^The domain of an external component(?![^]*hunter2)/,
    },
    "a value in quotes": {
      before: "PROSODY_TURN_SECRET='hunt$0er2' # hunter3",
      over: "'hunter2' # hunter3",
      says: /^(?![^]*hunter\d)[^]*docker and podman: •••\n- Compose and sh: ••• \(another text\)/,
    },
    "a value made from one": {
      before: "PASSWORD=hunter2\nPROSODY_LOGLEVEL=in$0fo$PASSWORD",
      over: "info$PASSWORD",
      says: /^(?![^]*hunter2)/,
    },
    "a variable's name is explained": {
      before: "PROSODY_COMPONENT_SEC$0RET=hunter2",
      over: "PROSODY_COMPONENT_SECRET",
      says: /^(?![^]*hunter2)/,
    },
  });
});

describe("all the knowledge", () => {
  test.each(VERSIONS)("every option, module and variable has something to say in %s", (version) => {
    const schema = schemaFor(version);
    const at = (kind: FileKind, text: string, offset: number): string =>
      hover(analyse(kind, text), schema, offset)?.markdown ?? "";
    for (const name of schema.options.keys()) expect(at("lua", `${name} = 1`, 1), name).toContain(`**\`${name}\`** option`);
    for (const name of schema.modules.keys())
      expect(at("lua", `modules_enabled = { "${name}" }`, 22), name).toContain(`**\`${name}\`**`);
    for (const name of schema.variables.keys()) expect(at("env", `${name}=1`, 1), name).toContain(`**\`${name}\`**`);
  });

  test("explanations have no gaps", () => {
    const schema = schemaFor();
    for (const name of schema.options.keys()) {
      const { markdown = "" } = hover(analyse("lua", `${name} = 1`), schema, 1) ?? {};
      expect(markdown.replace(/```[^]*?```/g, ""), name).not.toMatch(/undefined|\[object|NaN|``/);
    }
  });
});
