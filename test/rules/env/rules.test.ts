// The rules for env files, each with its cases: what they report, what they leave alone, and what their fixes make of it.

import { describe, test } from "vitest";
import { blankAroundValue } from "../../../server/src/core/rules/env/blank-around-value.ts";
import { commentInValue } from "../../../server/src/core/rules/env/comment-in-value.ts";
import { duplicateVariable } from "../../../server/src/core/rules/env/duplicate-variable.ts";
import { emptyValue } from "../../../server/src/core/rules/env/empty-value.ts";
import { listBlank } from "../../../server/src/core/rules/env/list-blank.ts";
import { listItem } from "../../../server/src/core/rules/env/list-item.ts";
import { missingCompanion } from "../../../server/src/core/rules/env/missing-companion.ts";
import { nameClash } from "../../../server/src/core/rules/env/name-clash.ts";
import { noEffect } from "../../../server/src/core/rules/env/no-effect.ts";
import { quotedValue } from "../../../server/src/core/rules/env/quoted-value.ts";
import { switchValue } from "../../../server/src/core/rules/env/switch-value.ts";
import { unknownVariable } from "../../../server/src/core/rules/env/unknown-variable.ts";
import { wrongValue } from "../../../server/src/core/rules/env/wrong-value.ts";
import type { EnvRule } from "../../../server/src/core/rules/rule.ts";
import { checkRule } from "../../support/rules.ts";
import type { RuleCase } from "../../support/rules.ts";

function suite(rule: EnvRule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    test.each(cases.map((one) => ({ ...one })))("$name", (one) => {
      checkRule(rule, one);
    });
  });
}

suite(unknownVariable, [
  {
    name: "a misspelt name",
    file: `
PROSODY_LOG_LEVEL=debug
#^^^^^^^^^^^^^^^^ warning: PROSODY_LOGLEVEL
PROSODY_VIRTUALHOST=example.com
#^^^^^^^^^^^^^^^^^^ warning: PROSODY_VIRTUAL_HOSTS
`,
    fixes: ["Change to `PROSODY_LOGLEVEL` (safe)", "Change to `PROSODY_VIRTUAL_HOSTS` (unsafe)"],
    forced: `
PROSODY_LOGLEVEL=debug
PROSODY_VIRTUAL_HOSTS=example.com
`,
  },
  {
    name: "words misspelt, swapped, or in another form",
    file: `PROSODY_ADMIN=a@example.com
#^^^^^^^^^^^^ warning: PROSODY_ADMINS
PROSODY_MODULES_ENABLED=mam
#^^^^^^^^^^^^^^^^^^^^^^ warning: PROSODY_ENABLE_MODULES
PROSODY_SQL_USER=prosody
#^^^^^^^^^^^^^^^ warning: PROSODY_SQL_USERNAME
`,
    fixes: [
      "Change to `PROSODY_ADMINS` (unsafe)",
      "Change to `PROSODY_ENABLE_MODULES` (unsafe)",
      "Change to `PROSODY_SQL_USERNAME` (unsafe)",
    ],
    forced: "PROSODY_ADMINS=a@example.com\nPROSODY_ENABLE_MODULES=mam\nPROSODY_SQL_USERNAME=prosody\n",
  },
  {
    name: "a word with another meaning is no misspelling",
    file: `PROSODY_SQL_DRIVER=MySQL
PROSODY_SQL_PORT=3306
#^^^^^^^^^^^^^^^ information
`,
  },
  {
    name: "the right name is there too: no fix",
    file: `PROSODY_ADMIN=a@example.com
#^^^^^^^^^^^^ warning: also given here
PROSODY_ADMINS=b@example.com
`,
  },
  {
    name: "not in this version",
    version: "0.12",
    file: `PROSODY_USE_DANE=1
#^^^^^^^^^^^^^^^ warning: 0.12
`,
  },
  { name: "other programs' names", file: "PROSODY_LOGLEVEL=info\nTZ=UTC\nPROSODIC=1\nprosody_x=1\n" },
  { name: "Jitsi Meet", file: "JVB_PORT=10000\nPROSODY_MODE=client\nPROSODY_ADMIN=x\n" },
  { name: "Jitsi Meet by its domains", file: "XMPP_DOMAIN=meet.jitsi\nPROSODY_ADMIN=x\n" },
  {
    name: "the official image in a project with a variable for the domain",
    file: `XMPP_DOMAIN=example.com
PROSODY_LOGLEVEL=info
PROSODY_ADMIN=a@example.com
#^^^^^^^^^^^^ warning
`,
    fixes: ["Change to `PROSODY_ADMINS` (unsafe)"],
  },
  { name: "mostly strange names: an image of one's own", file: "PROSODY_DOMAIN=x\nPROSODY_DB_NAME=y\nPROSODY_STORAGE=sqlite\n" },
  { name: "half strange, half obvious names", file: "PROSODY_ENVIRONMENT=production\nPROSODY_ADMINS=a@example.com\n" },
  { name: "a single strange name", file: "PROSODY_PATH=/usr/bin/prosodyctl\n" },
  { name: "a name half typed at the end", file: "PROSODY_LOGLEVEL=info\nPROSODY_ADM" },
  { name: "what only one tool takes for a name", file: "PROSODY_LOGLEVEL=info\nPROSODY_ADMIN:x\n" },
]);

suite(wrongValue, [
  {
    name: "numbers with units",
    file: `PROSODY_UPLOAD_LIMIT_MB=10MB
#                       ^^^^ error: without a unit
PROSODY_UPLOAD_STORAGE_GB=2 TB
#                         ^^^^ error
PROSODY_RETENTION_DAYS=2w
#                      ^^ warning
`,
    fixes: ["Change to `10` (safe)", "Change to `2048` (safe)", "Change to `14` (safe)"],
    allFixed: "PROSODY_UPLOAD_LIMIT_MB=10\nPROSODY_UPLOAD_STORAGE_GB=2048\nPROSODY_RETENTION_DAYS=14\n",
  },
  {
    name: "no numbers",
    file: `PROSODY_ARCHIVE_EXPIRY_DAYS=never
#                           ^^^^^ error: whole number
PROSODY_RETENTION_DAYS=1.5
#                      ^^^ error
PROSODY_UPLOAD_LIMIT_MB=ten
#                       ^^^ error
PROSODY_UPLOAD_STORAGE_GB=-1
#                         ^^ warning: from 0 on
`,
  },
  {
    name: "numbers that Lua takes",
    file: "PROSODY_UPLOAD_LIMIT_MB=0x10\nPROSODY_UPLOAD_STORAGE_GB=0.5\nPROSODY_UPLOAD_EXPIRY_DAYS=1e2\nPROSODY_RETENTION_DAYS=0\n",
  },
  {
    name: "ports",
    file: `PROSODY_TURN_PORT=turn
#                 ^^^^ error: 1 to 65535
PROSODY_TURN_TLS_PORT=70000
#                     ^^^^^ warning
`,
  },
  {
    name: "words",
    file: `PROSODY_LOGLEVEL=WARNING
#                ^^^^^^^ error: nothing at all
PROSODY_SQL_DRIVER=sqlite
#                  ^^^^^^ error
PROSODY_STATISTICS=Statsd
#                  ^^^^^^ warning
PROSODY_STATISTICS_INTERVAL=30
`,
    fixes: ["Change to `warn` (safe)", "Change to `SQLite3` (unsafe)", "Change to `statsd` (safe)"],
    forced: "PROSODY_LOGLEVEL=warn\nPROSODY_SQL_DRIVER=SQLite3\nPROSODY_STATISTICS=statsd\nPROSODY_STATISTICS_INTERVAL=30\n",
  },
  {
    name: "rates",
    file: `PROSODY_C2S_RATE_LIMIT=20kb
#                      ^^^^ error: 3000
PROSODY_S2S_RATE_LIMIT=4096
#                      ^^^^ error
`,
    fixes: ["Change to `20kb/s` (safe)", "Change to `4096b/s` (safe)"],
    allFixed: "PROSODY_C2S_RATE_LIMIT=20kb/s\nPROSODY_S2S_RATE_LIMIT=4096b/s\n",
  },
  { name: "rates in order", file: "PROSODY_C2S_RATE_LIMIT=20 kb/s\nPROSODY_S2S_RATE_LIMIT=1MB/s\n" },
  {
    name: "hosts and paths",
    file: `PROSODY_TURN_HOST=turn.example.com:3478
#                 ^^^^^^^^^^^^^^^^^^^^^ warning: without a port
PROSODY_NETWORK_HOSTNAME=https://example.com
#                        ^^^^^^^^^^^^^^^^^^^ warning
PROSODY_EXTRA_CONFIG=/a.lua,/b.lua
#                    ^^^^^^^^^^^^^ error: single path
PROSODY_SQL_HOST=::1
`,
  },
  {
    name: "a database where a storage belongs",
    file: `PROSODY_VIRTUAL_HOSTS=example.com
PROSODY_STORAGE=postgresql
#               ^^^^^^^^^^ error: PROSODY_SQL_DRIVER
`,
  },
  {
    name: "a database by its very name where a storage belongs",
    file: `PROSODY_VIRTUAL_HOSTS=example.com
PROSODY_STORAGE=PostgreSQL
#               ^^^^^^^^^^ error: PROSODY_SQL_DRIVER
`,
  },
  { name: "a storage from elsewhere", file: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_STORAGE=mystore\n" },
  {
    name: "in quotes and before a comment: the fix leaves them",
    file: `PROSODY_LOGLEVEL="warning"
#                 ^^^^^^^ error
PROSODY_UPLOAD_LIMIT_MB=10MB # each
#                       ^^^^ error
`,
    fixes: ["Change to `warn` (safe)", "Change to `10` (safe)"],
    allFixed: `PROSODY_LOGLEVEL="warn"\nPROSODY_UPLOAD_LIMIT_MB=10 # each\n`,
  },
  { name: "right in quotes", file: "PROSODY_LOGLEVEL=\"warn\"\nPROSODY_UPLOAD_LIMIT_MB='10' # each\n" },
  { name: "not known from the file", file: "PROSODY_LOGLEVEL=${LEVEL:-warning}\nPROSODY_UPLOAD_LIMIT_MB\n" },
  {
    name: "from further up: no fix, and not shown",
    file: `L=warning
export PROSODY_LOGLEVEL=$L
#                       ^^ error: The value
`,
  },
  { name: "outdone by a later line", file: "PROSODY_LOGLEVEL=warning\nPROSODY_LOGLEVEL=warn\n" },
  { name: "without a value", file: "PROSODY_LOGLEVEL=\nPROSODY_UPLOAD_LIMIT_MB=\n" },
  { name: "another image", file: "JICOFO_AUTH_USER=focus\nPROSODY_LOGLEVEL=warning\n" },
]);

suite(switchValue, [
  {
    name: "off that leaves it on",
    file: `PROSODY_S2S_SECURE_AUTH=No
#                       ^^ warning: only \`0\`
PROSODY_ADMINS=a@example.com
`,
    fixes: ["Change to `0` (unsafe)"],
    fixed: "PROSODY_S2S_SECURE_AUTH=0\nPROSODY_ADMINS=a@example.com\n",
  },
  {
    name: "empty leaves it on",
    file: `PROSODY_S2S_SECURE_AUTH=
#^^^^^^^^^^^^^^^^^^^^^^ information
`,
    fixes: ["Change to `0` (unsafe)"],
    fixed: "PROSODY_S2S_SECURE_AUTH=0\n",
    allFixed: "PROSODY_S2S_SECURE_AUTH=\n",
  },
  {
    name: "off that switches on",
    file: `PROSODY_VIRTUAL_HOSTS=example.com
PROSODY_USE_DANE=false # not yet
#                ^^^^^ warning: leave the variable out
PROSODY_LOGLEVEL=info
`,
    fixes: ["Remove the line (unsafe)", "Comment out the line (unsafe)"],
    fixed: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_LOGLEVEL=info\n",
  },
  { name: "understood", file: "PROSODY_S2S_SECURE_AUTH=0\nPROSODY_USE_DANE=yes\n" },
  { name: "not read by this version", version: "0.12", file: "PROSODY_LOGLEVEL=info\nPROSODY_USE_DANE=0\n" },
]);

suite(emptyValue, [
  {
    name: "counts as given",
    file: `PROSODY_VIRTUAL_HOSTS=example.com
PROSODY_SQL_DRIVER=
#^^^^^^^^^^^^^^^^^ warning: without a driver
PROSODY_TURN_SECRET=""
#^^^^^^^^^^^^^^^^^^ warning
PROSODY_RETENTION_DAYS=  
#^^^^^^^^^^^^^^^^^^^^^ warning
`,
    fixes: ["Remove the line (unsafe)", "Remove the line (unsafe)", "Remove the line (unsafe)"],
    forced: "PROSODY_VIRTUAL_HOSTS=example.com\n",
  },
  { name: "counts as not given, or is outdone", file: "PROSODY_ADMINS=\nPROSODY_LOGLEVEL=\nPROSODY_LOGLEVEL=info\n" },
  { name: "from the tool's environment", file: "PROSODY_SQL_DRIVER\nPROSODY_LOGLEVEL=${LEVEL}\n" },
]);

suite(quotedValue, [
  {
    name: "quotes",
    file: `PROSODY_ADMINS="a@example.com"
#              ^^^^^^^^^^^^^^^ information: Compose removes them
PROSODY_SQL_PASSWORD='two words' # secret
#                    ^^^^^^^^^^^ information
`,
    fixes: ["Remove the quotes (unsafe)", "Remove the quotes (unsafe)"],
    forced: "PROSODY_ADMINS=a@example.com\nPROSODY_SQL_PASSWORD=two words # secret\n",
  },
  {
    name: "needed by Compose: no fix",
    file: `PROSODY_ADMINS=a@example.com
PROSODY_SQL_PASSWORD='pa$word'
#                    ^^^^^^^^^ information: one of the two
`,
  },
  { name: "only Compose reads this file", file: 'export PROSODY_ADMINS="a@example.com"\n' },
  { name: "quotes within", file: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_SQL_PASSWORD=it's\n" },
]);

suite(commentInValue, [
  {
    name: "behind a value",
    file: `  PROSODY_LOGLEVEL="info"   # or debug
#                           ^^^^^^^^^^ information
`,
    fixes: ["Move the comment above (safe)"],
    fixed: `  # or debug\nPROSODY_LOGLEVEL="info"\n`,
  },
  {
    name: "alone: everybody takes it for the value",
    file: `PROSODY_LOGLEVEL= # default
#                 ^^^^^^^^^ warning: whatever tool
`,
    fixes: ["Move the comment above (safe)"],
    fixed: "# default\nPROSODY_LOGLEVEL=\n",
  },
  { name: "part of the value for everybody", file: "PROSODY_LOGLEVEL=info\nPROSODY_SQL_PASSWORD=a#b\nPROSODY_TURN_SECRET=#x\n" },
]);

suite(blankAroundValue, [
  {
    name: "both ends",
    file: "PROSODY_LOGLEVEL= info  \n#                ^ information\n",
    fixes: ["Remove the blanks (safe)"],
    fixed: "PROSODY_LOGLEVEL=info\n",
  },
  { name: "nothing but blanks", file: "PROSODY_LOGLEVEL=  \n" },
]);

suite(listBlank, [
  {
    name: "blanks and empty items",
    file: `PROSODY_ADMINS=a@example.com, b@example.com ,
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
PROSODY_COMPONENTS="rooms.example.com: muc,"
#                   ^^^^^^^^^^^^^^^^^^^^^^^ warning
PROSODY_ENABLE_MODULES=mam,,bosh
#                      ^^^^^^^^^ information
`,
    fixes: [
      "Remove the blanks and empty items (unsafe)",
      "Remove the blanks and empty items (unsafe)",
      "Remove the blanks and empty items (safe)",
    ],
    forced: `PROSODY_ADMINS=a@example.com,b@example.com
PROSODY_COMPONENTS="rooms.example.com:muc"
PROSODY_ENABLE_MODULES=mam,bosh
`,
  },
  {
    name: "what may be a secret is not shown, nor changed unasked",
    file: `PROSODY_EXTERNAL_COMPONENTS=irc.example.com:abc, x.example.com:def
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
    fixes: ["Remove the blanks and empty items (unsafe)"],
    fixed: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com:abc,x.example.com:def\n",
    allFixed: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com:abc, x.example.com:def\n",
  },
  { name: "no list", file: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_SQL_PASSWORD=a, b\n" },
]);

suite(listItem, [
  {
    name: "addresses that match nobody",
    file: `PROSODY_VIRTUAL_HOSTS=example.com
PROSODY_ADMINS=@example.com,a@,a@b@c,xmpp:a@example.com,a@example.com:5222,a@example.com/phone,a@example.com
#              ^^^^^^^^^^^^ warning: the account before
#                           ^^ warning: the domain behind
#                              ^^^^^ warning: not more
#                                    ^^^^^^^^^^^^^^^^^^ warning: leave out
#                                                       ^^^^^^^^^^^^^^^^^^ warning: a port is no part of it
#                                                                          ^^^^^^^^^^^^^^^^^^^ warning: one device of an account
`,
    fixes: ["Change to `a@example.com` (unsafe)", "Change to `a@example.com` (unsafe)", "Change to `a@example.com` (unsafe)"],
    forced: `PROSODY_VIRTUAL_HOSTS=example.com
PROSODY_ADMINS=@example.com,a@,a@b@c,a@example.com,a@example.com,a@example.com,a@example.com
`,
  },
  {
    name: "names that are no domains",
    file: `PROSODY_VIRTUAL_HOSTS=https://example.com/,my_host.example.com,localhost,bücher.example
#                     ^^^^^^^^^^^^^^^^^^^^ warning: web page
#                                          ^^^^^^^^^^^^^^^^^^^ warning: cannot contain
PROSODY_COMPONENTS=rooms/x.example.com:muc,-up.example.com:http_file_share,rooms.example.com:muc
#                  ^^^^^^^^^^^^^^^^^^^ warning: no slash
#                                          ^^^^^^^^^^^^^^^ warning: no hyphen at its ends
`,
    fixes: ["Change to `example.com` (unsafe)", "Change to `rooms` (unsafe)"],
  },
  {
    name: "what is no address of a DNS server",
    file: `PROSODY_VIRTUAL_HOSTS=example.com
PROSODY_DNS_RESOLVERS=9.9.9,9.9.9.9:53,2620:fe::fe,9.9.9.9@853#dns.quad9.net,fe80::1%eth0,dns.quad9.net
#                     ^^^^^ warning: this is none
#                           ^^^^^^^^^^ warning: a port is written behind
#                                                                                         ^^^^^^^^^^^^^ warning: this is none
`,
  },
  {
    name: "modules",
    file: `PROSODY_ENABLE_MODULES=mod_mam,websockets,bosh,muc,quite_unheard_of
#                      ^^^^^^^ warning: without \`mod_\`
#                              ^^^^^^^^^^ warning: websocket
#                                              ^^^ warning: PROSODY_COMPONENTS
#                                                  ^^^^^^^^^^^^^^^^ information
`,
    fixes: ["Change to `mam` (unsafe)", "Change to `websocket` (unsafe)"],
    forced: "PROSODY_ENABLE_MODULES=mam,websocket,bosh,muc,quite_unheard_of\n",
  },
  {
    name: "components",
    file: `PROSODY_COMPONENTS=rooms.example.com,up.example.com:mod_http_file_share,a.example.com:muc:x,b.example.com: muc
#                  ^^^^^^^^^^^^^^^^^ error: does not start
#                                                   ^^^^^^^^^^^^^^^^^^^ warning
#                                                                                         ^ warning: second colon
`,
    fixes: ["Change to `http_file_share` (unsafe)"],
  },
  {
    name: "external components: messages without any part of them",
    file: `PROSODY_EXTERNAL_COMPONENTS=irc.example.com:ab:cd,x.example.com
#                           ^^^^^^^^^^^^^^^^^^^^^ warning: The secret is cut
#                                                 ^^^^^^^^^^^^^ information: This component has no secret
`,
  },
  { name: "a secret for all", file: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com\nPROSODY_COMPONENT_SECRET=x\n" },
  {
    name: "addresses, hosts, DNS servers, paths",
    file: `PROSODY_ADMINS=admin,"a@example.com",b@example.com
#              ^^^^^ warning: no \`@\`
#                    ^^^^^^^^^^^^^^^ warning: Quotes
PROSODY_VIRTUAL_HOSTS=example.com example.org
#                     ^^^^^^^^^^^^^^^^^^^^^^^ warning: commas
PROSODY_DNS_RESOLVERS=dns.example.com,9.9.9.9,2620:fe::fe,1.1.1.1@53
#                     ^^^^^^^^^^^^^^^ warning
PROSODY_PLUGIN_PATHS=/a:/b
#                    ^^^^^ warning
`,
    fixes: ["Change to `a@example.com` (unsafe)", "Change to `example.com,example.org` (unsafe)", "Change to `/a,/b` (unsafe)"],
    forced: `PROSODY_ADMINS=admin,a@example.com,b@example.com
PROSODY_VIRTUAL_HOSTS=example.com,example.org
PROSODY_DNS_RESOLVERS=dns.example.com,9.9.9.9,2620:fe::fe,1.1.1.1@53
PROSODY_PLUGIN_PATHS=/a,/b
`,
  },
  { name: "different values for different tools", file: 'PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_ADMINS="x\\ty"\n' },
]);

suite(nameClash, [
  {
    name: "host and component",
    file: `PROSODY_VIRTUAL_HOSTS=example.com,Example.org
PROSODY_COMPONENTS=example.org:muc,rooms.example.com:muc
#                  ^^^^^^^^^^^ error: does not start
#                                  ^^^^^^^^^^^^^^^^^ warning: becomes one
PROSODY_EXTERNAL_COMPONENTS=rooms.example.com:x,example.com:y
#                                               ^^^^^^^^^^^ error
`,
  },
  { name: "names of their own", file: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_COMPONENTS=rooms.example.com:muc\n" },
]);

suite(duplicateVariable, [
  {
    name: "twice",
    file: `PROSODY_ADMINS=a@example.com
#^^^^^^^^^^^^^ warning: last value
X=1
X=2
PROSODY_ADMINS=b@example.com
`,
    fixes: ["Remove the line (safe)"],
    allFixed: "X=1\nX=2\nPROSODY_ADMINS=b@example.com\n",
  },
  {
    name: "the first one is used in between: not removed unasked",
    file: `PROSODY_NETWORK_HOSTNAME=a
#^^^^^^^^^^^^^^^^^^^^^^^ warning
X=\${PROSODY_NETWORK_HOSTNAME}
PROSODY_NETWORK_HOSTNAME=b
`,
    fixes: ["Remove the line (unsafe)"],
    allFixed: "PROSODY_NETWORK_HOSTNAME=a\nX=${PROSODY_NETWORK_HOSTNAME}\nPROSODY_NETWORK_HOSTNAME=b\n",
  },
  { name: "a bare name may be nothing", file: "PROSODY_LOGLEVEL=info\nPROSODY_LOGLEVEL\nX=1\n" },
]);

suite(missingCompanion, [
  {
    name: "one word for all that wait for the same",
    file: `PROSODY_SQL_HOST=db
#^^^^^^^^^^^^^^^ information: PROSODY_SQL_DRIVER
PROSODY_SQL_DB=prosody
PROSODY_TURN_PORT=3478
#^^^^^^^^^^^^^^^^ information: PROSODY_TURN_SECRET
`,
  },
  {
    name: "a component of the right kind",
    file: `PROSODY_COMPONENTS=up.example.com:http_file_share
PROSODY_UPLOAD_LIMIT_MB=10
PROSODY_MUC_MODULES=muc_mam
#^^^^^^^^^^^^^^^^^^ information: NAME:muc
`,
  },
  { name: "the other one is there, whatever it is", file: "PROSODY_TURN_SECRET\nPROSODY_TURN_PORT=1\nPROSODY_SQL_HOST=\n" },
  {
    name: "an account needs three",
    file: `PROSODY_VIRTUAL_HOSTS=example.com
LOCAL=a
#^^^^ information: PASSWORD
DOMAIN=example.com
PASSWORD=
`,
  },
  { name: "common names say nothing alone", file: "PROSODY_VIRTUAL_HOSTS=example.com\nPASSWORD=x\n" },
  { name: "nothing of Prosody", file: "LOCAL=a\nDOMAIN=b\n" },
]);

suite(noEffect, [
  {
    name: "nobody reads it",
    file: `PROSODY_UPLOAD_EXPIRY_DAYS=30
#^^^^^^^^^^^^^^^^^^^^^^^^^ information: http_file_share_expires_after
`,
    fixes: ["Remove the line (unsafe)"],
  },
  {
    name: "another one decides",
    file: `PROSODY_STORAGE=internal
#^^^^^^^^^^^^^^ information: PROSODY_SQL_DRIVER
PROSODY_SQL_DRIVER=SQLite3
`,
    fixes: ["Remove the line (unsafe)"],
  },
  { name: "no contradiction", file: "PROSODY_STORAGE=sql\nPROSODY_SQL_DRIVER=SQLite3\n" },
]);
