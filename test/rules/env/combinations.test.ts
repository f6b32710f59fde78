// Rules that look at several variables at once, and the one for what tools read differently.

import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/core/analyse.ts";
import type { AnalysisOptions } from "../../../server/src/core/analyse.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { accountHost } from "../../../server/src/core/rules/env/account-host.ts";
import { accountOverwritten } from "../../../server/src/core/rules/env/account-overwritten.ts";
import { configReplaced } from "../../../server/src/core/rules/env/config-replaced.ts";
import { dialectDifference } from "../../../server/src/core/rules/env/dialect-difference.ts";
import { extraConfig } from "../../../server/src/core/rules/env/extra-config.ts";
import { missingVirtualHosts } from "../../../server/src/core/rules/env/missing-virtual-hosts.ts";
import { hostnameCase } from "../../../server/src/core/rules/env/hostname-case.ts";
import { listItem } from "../../../server/src/core/rules/env/list-item.ts";
import { loopbackOnly } from "../../../server/src/core/rules/env/loopback-only.ts";
import { noEffect } from "../../../server/src/core/rules/env/no-effect.ts";
import { retentionReach } from "../../../server/src/core/rules/env/retention-reach.ts";
import { sqlDatabase } from "../../../server/src/core/rules/env/sql-database.ts";
import { sqlWithoutDriver } from "../../../server/src/core/rules/env/sql-without-driver.ts";
import { statsdAddress } from "../../../server/src/core/rules/env/statsd-address.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { testRule } from "../../support/rules.ts";

testRule(accountOverwritten, [
  {
    name: "all three, wherever their values come from",
    file: "PROSODY_LOGLEVEL=info\nLOCAL=a\nDOMAIN=example.com\nPASSWORD\n#^^^^^^^ information: at every start\n",
    fixes: ["Remove the three lines (unsafe)"],
  },
  { name: "two", file: "PROSODY_LOGLEVEL=info\nLOCAL=a\nPASSWORD=x\n" },
  { name: "one is empty", file: "PROSODY_LOGLEVEL=info\nLOCAL=\nDOMAIN=example.com\nPASSWORD=x\n" },
  { name: "of another program", file: "LOCAL=a\nDOMAIN=b\nPASSWORD=c\n" },
]);

testRule(accountHost, [
  {
    name: "the only host is meant",
    file: "PROSODY_VIRTUAL_HOSTS=example.com\nLOCAL=a\nDOMAIN=localhost\n#      ^^^^^^^^^ error: the container stops\nPASSWORD=x\n",
    fixes: ["Change to `example.com` (unsafe)"],
    fixed: "PROSODY_VIRTUAL_HOSTS=example.com\nLOCAL=a\nDOMAIN=example.com\nPASSWORD=x\n",
    allFixed: "PROSODY_VIRTUAL_HOSTS=example.com\nLOCAL=a\nDOMAIN=localhost\nPASSWORD=x\n",
  },
  {
    name: "of several, the nearest",
    file: "PROSODY_VIRTUAL_HOSTS=example.com,xmpp.example.org\nLOCAL=a\nDOMAIN=xmp.example.org\n#      ^^^^^^^^^^^^^^^ error\nPASSWORD=x\n",
    fixes: ["Change to `xmpp.example.org` (unsafe)"],
    fixed: "PROSODY_VIRTUAL_HOSTS=example.com,xmpp.example.org\nLOCAL=a\nDOMAIN=xmpp.example.org\nPASSWORD=x\n",
  },
  { name: "hosts from elsewhere", file: "PROSODY_LOGLEVEL=info\nLOCAL=a\nDOMAIN=localhost\nPASSWORD=x\n" },
  { name: "hosts that are not known", file: "PROSODY_VIRTUAL_HOSTS=${HOSTS}\nLOCAL=a\nDOMAIN=localhost\nPASSWORD=x\n" },
  { name: "no account", file: "PROSODY_VIRTUAL_HOSTS=example.com\nDOMAIN=localhost\n" },
  {
    name: "a component",
    file: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_COMPONENTS=a.example.com:muc\nLOCAL=a\nDOMAIN=a.example.com\nPASSWORD=x\n",
  },
]);

testRule(configReplaced, [
  {
    name: "beside variables of the image",
    file: "PROSODY_LOGLEVEL=info\nPROSODY_CONFIG=/own.cfg.lua\n#^^^^^^^^^^^^^ information: takes the place\n",
    fixes: ["Remove the line (unsafe)"],
  },
  { name: "alone", file: "PROSODY_CONFIG=/own.cfg.lua\nPROSODYCTL_LOG_LEVEL=info\n" },
  { name: "not known", file: "PROSODY_LOGLEVEL=info\nPROSODY_CONFIG=${CONFIG}\n" },
]);

testRule(extraConfig, [
  {
    name: "a folder",
    file: "PROSODY_EXTRA_CONFIG=/etc/prosody/conf.d/\n#                    ^^^^^^^^^^^^^^^^^^^^ error: folder\n",
    fixes: ["Change to `/etc/prosody/conf.d/*.cfg.lua` (unsafe)"],
  },
  {
    name: "a list",
    file: "PROSODY_EXTRA_CONFIG=a.cfg.lua,b.cfg.lua\n#                    ^^^^^^^^^^^^^^^^^^^ error: list\n",
  },
  {
    name: "wildcards further up",
    file: "PROSODY_EXTRA_CONFIG=/etc/*/a.cfg.lua\n#                    ^^^^^^^^^^^^^^^^ error: last part\n",
  },
  { name: "told elsewhere", file: "PROSODY_EXTRA_CONFIG=\nPROSODY_LOGLEVEL=info\n" },
  { name: "a comma in a name", file: "PROSODY_EXTRA_CONFIG=/etc/a,b.cfg.lua\n" },
]);

testRule(missingVirtualHosts, [
  { name: "who is served", file: "PROSODY_LOGLEVEL=info\nPROSODY_ADMINS=a@example.com\n#^^^^^^^^^^^^^ information: by chance\n" },
  { name: "a host from elsewhere", file: "PROSODY_VIRTUAL_HOSTS\nPROSODY_ADMINS=a@example.com\nPROSODY_LOGLEVEL=info\n" },
  { name: "one of several files", file: "PROSODY_SQL_PASSWORD=x\nPROSODY_LOGLEVEL=info\n" },
]);

testRule(hostnameCase, [
  {
    name: "capitals",
    file: "PROSODY_NETWORK_HOSTNAME=Example.com\n#                        ^^^^^^^^^^^ information\n",
    fixes: ["Change to `example.com` (safe)"],
    allFixed: "PROSODY_NETWORK_HOSTNAME=example.com\n",
  },
  { name: "names of hosts are put into lower case", file: "PROSODY_VIRTUAL_HOSTS=Example.com\n" },
]);

testRule(loopbackOnly, [
  {
    name: "components and HTTP, once each",
    file: `PROSODY_EXTERNAL_COMPONENTS=irc.example.com:x
#^^^^^^^^^^^^^^^^^^^^^^^^^^ information: component_interfaces
PROSODY_COMPONENTS=a.example.com:muc,b.example.com:http_file_share
#                                                  ^^^^^^^^^^^^^^^ information: http_interfaces
PROSODY_ENABLE_MODULES=bosh,websocket
`,
  },
  { name: "a module", file: "PROSODY_ENABLE_MODULES=mam,websocket\n#                          ^^^^^^^^^ information: 5280\n" },
  { name: "an own configuration", file: "PROSODY_CONFIG=/own.cfg.lua\nPROSODY_ENABLE_MODULES=bosh\n" },
]);

testRule(retentionReach, [
  {
    name: "uploads and rooms",
    file: `PROSODY_COMPONENTS=a.example.com:muc,b.example.com:http_file_share
PROSODY_MUC_MODULES=muc_mam
PROSODY_RETENTION_DAYS=30
#                      ^^ information: uploaded files
#                      ^^ information: history of rooms
`,
  },
  {
    name: "the archive's own period for rooms, none for uploads",
    file: `PROSODY_COMPONENTS=a.example.com:muc,b.example.com:http_file_share
PROSODY_MUC_MODULES=muc_mam
PROSODY_RETENTION_DAYS=7
PROSODY_ARCHIVE_EXPIRY_DAYS=90
#                           ^^ information: history of rooms
`,
  },
  {
    name: "told elsewhere",
    file: "PROSODY_COMPONENTS=b.example.com:http_file_share\nPROSODY_UPLOAD_EXPIRY_DAYS=30\nPROSODY_RETENTION_DAYS=30\n",
  },
  {
    name: "rooms without history, before 13.0",
    version: "0.12",
    file: "PROSODY_COMPONENTS=a.example.com:muc\nPROSODY_RETENTION_DAYS=7\n#                      ^ information: muc_mam\n",
  },
  { name: "rooms without history", file: "PROSODY_COMPONENTS=a.example.com:muc\nPROSODY_RETENTION_DAYS=30\n" },
  { name: "components that are not known", file: "PROSODY_COMPONENTS\nPROSODY_MUC_MODULES=muc_mam\nPROSODY_RETENTION_DAYS=30\n" },
]);

testRule(sqlDatabase, [
  { name: "a server", file: "PROSODY_SQL_DRIVER=MySQL\n#                  ^^^^^ warning: PROSODY_SQL_DB\n" },
  { name: "from elsewhere", file: "PROSODY_SQL_DRIVER=MySQL\nPROSODY_SQL_DB\n" },
  { name: "empty is another rule's concern", file: "PROSODY_SQL_DRIVER=MySQL\nPROSODY_SQL_DB=\n" },
  { name: "no driver that loads", file: "PROSODY_SQL_DRIVER=mysql\n" },
]);

testRule(sqlWithoutDriver, [
  {
    name: "a server that is not used",
    file: "PROSODY_STORAGE=sql\n#               ^^^ warning: not used\nPROSODY_SQL_HOST=db\n",
  },
  { name: "a file", file: "PROSODY_LOGLEVEL=info\nPROSODY_STORAGE=sql\n#               ^^^ information\n" },
  { name: "a driver from elsewhere", file: "PROSODY_STORAGE=sql\nPROSODY_SQL_DRIVER\n" },
]);

testRule(statsdAddress, [
  { name: "statsd", file: "PROSODY_LOGLEVEL=info\nPROSODY_STATISTICS=statsd\n#                  ^^^^^^ information\n" },
  { name: "another", file: "PROSODY_LOGLEVEL=info\nPROSODY_STATISTICS=:prometheus\n" },
]);

testRule(noEffect, [
  {
    name: "a secret that nobody needs",
    file: "PROSODY_EXTERNAL_COMPONENTS=a.example.com:x,b.example.com:y\nPROSODY_COMPONENT_SECRET=z\n#^^^^^^^^^^^^^^^^^^^^^^^ information: a secret of its own\n",
    fixes: ["Remove the line (unsafe)"],
  },
  {
    name: "a secret that one needs",
    file: "PROSODY_EXTERNAL_COMPONENTS=a.example.com:x,b.example.com\nPROSODY_COMPONENT_SECRET=z\n",
  },
]);

testRule(listItem, [
  {
    name: "a secret with a comma in it",
    file: "PROSODY_EXTERNAL_COMPONENTS=a.example.com:x,hunter2\n#                                           ^^^^^^^ warning: rest of a secret\n",
  },
]);

testRule(dialectDifference, [
  {
    name: "a dollar sign in a password",
    file: "PROSODY_LOGLEVEL=info\nPROSODY_SQL_PASSWORD=pa$$word\n#                    ^^^^^^^^ warning: what begins with\n",
    fixes: ["Write it for Compose, to get what docker reads (unsafe)"],
    fixed: "PROSODY_LOGLEVEL=info\nPROSODY_SQL_PASSWORD='pa$$word'\n",
  },
  {
    name: "a variable of the same file",
    file: "H=example.com\nPROSODY_VIRTUAL_HOSTS=chat.$H\n#                     ^^^^^^^ information\n",
    fixes: [
      "Write what Compose reads, the same for every tool (unsafe)",
      "Write it for Compose, to get what docker reads (unsafe)",
    ],
    fixed: "H=example.com\nPROSODY_VIRTUAL_HOSTS=chat.example.com\n",
  },
  {
    name: "one from elsewhere",
    file: "PROSODY_LOGLEVEL=${LEVEL:-info}\n#                ^^^^^^^^^^^^^^ information\n",
    fixes: ["Write it for Compose, to get what docker reads (unsafe)"],
  },
  {
    name: "escapes",
    file: 'PROSODY_LOGLEVEL=info\nPROSODY_SQL_USERNAME="a\\\\b"\n#                    ^^^^^^ information: escapes\n',
    fixes: ["Write what Compose reads, the same for every tool (unsafe)"],
  },
  {
    name: "what docker refuses the file for, once",
    file: "export PROSODY_LOGLEVEL=info\n#^^^^^^^^^^^^^^^^^^^^^^ information: refuses the whole file\nexport PROSODY_ADMINS=a@b\n",
    fixes: ["Write NAME=value (safe)"],
    fixed: "PROSODY_LOGLEVEL=info\nPROSODY_ADMINS=a@b\n",
  },
  { name: "quotes, comments and blanks are told elsewhere", file: "PROSODY_LOGLEVEL= 'info' # c\n" },
  { name: "of another program", file: "A=$B\nexport C=d\n" },
  { name: "another's line", file: "PROSODY_LOGLEVEL=info\nA=$B\n" },
]);

describe("dialect-difference", () => {
  const text = "H=hunter2\nPROSODY_LOGLEVEL=$H\nPROSODY_TURN_SECRET=$H\n";
  const found = (options: AnalysisOptions): readonly string[] =>
    check(analyse("env", text, options), schemaFor(), { rules: [dialectDifference] }).map(({ message }) => message);

  test("only where nothing tells who reads the file", () => {
    expect(found({}).length).toBe(2);
    for (const dialect of ["docker", "compose", "podman"] as const) expect(found({ dialect })).toEqual([]);
    expect(found({ readers: [{ dialect: "compose", evidence: "It is." }] })).toEqual([]);
    expect(
      found({
        readers: [
          { dialect: "compose", evidence: "It is." },
          { dialect: "podman", evidence: "It is." },
        ],
      }).length,
    ).toBe(2);
  });

  test("what a variable stands for is not shown", () => {
    expect(found({}).join("\n")).not.toContain("hunter2");
  });
});
