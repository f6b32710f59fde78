// Names of hosts that there are not.

import { danglingHost } from "../../../server/src/core/rules/lua/dangling-host.ts";
import { testRule } from "../../support/rules.ts";

const HEAD = 'modules_enabled = { "disco" }\n';

testRule(danglingHost, [
  {
    name: "misspelt",
    file: `${HEAD}http_default_host = "chat.exmaple.net"\n--                  ^^^^^^^^^^^^^^^^^^ warning: answered with 404. Did you mean \`chat.example.net\`\nVirtualHost "chat.example.net"\nVirtualHost "b.example"\n`,
    fixes: ["Change to `chat.example.net` (unsafe)"],
    fixed: `${HEAD}http_default_host = "chat.example.net"\nVirtualHost "chat.example.net"\nVirtualHost "b.example"\n`,
  },
  {
    name: "nothing like it",
    file: `${HEAD}http_default_host = "www.example.org"\n--                  ^^^^^^^^^^^^^^^^^ warning: Check the name\nVirtualHost "a.example"\nVirtualHost "b.example"\n`,
  },
  {
    name: "a component, in other letters, or the name for HTTP",
    file: `${HEAD}http_default_host = "Share.a.example"\nVirtualHost "a.example"\nComponent "share.a.example" "http_file_share"\n`,
  },
  {
    name: "the name for HTTP",
    file: `${HEAD}http_default_host = "www.example.org"\nVirtualHost "a.example"\nhttp_host = "www.example.org"\n`,
  },
  {
    name: "another kind of section",
    file: `${HEAD}VirtualHost "a.example"\nComponent "rooms.a.example" "muc"\nComponent "share.b.example" "http_file_share"\nparent_host = "rooms.a.example"\n--            ^^^^^^^^^^^^^^^^^ warning: No \`VirtualHost\`\n`,
    fixes: ["Change to `a.example` (unsafe)"],
  },
  {
    name: "a component of another module",
    file: `${HEAD}VirtualHost "a.example"\ngroups_muc_host = "share.a.example"\n--                ^^^^^^^^^^^^^^^^^ warning: No \`Component\` of \`muc\`\nComponent "rooms.a.example" "muc"\nComponent "share.a.example" "http_file_share"\n`,
    fixes: ["Change to `rooms.a.example` (unsafe)"],
  },
  {
    name: "a list of lists",
    file: `${HEAD}VirtualHost "a.example"\ndisco_items = { { "rooms.a.example", "R" }; { "old.a.example" }; { "rooms.b.example" } }\n--                                            ^^^^^^^^^^^^^^^ warning: a service that does not exist\nComponent "rooms.a.example" "muc"\n`,
  },
  { name: "a part", file: 'http_default_host = "b.example"\nVirtualHost "a.example"\n' },
  { name: "a computed name", file: `${HEAD}http_default_host = "b.example"\nVirtualHost(NAME)\n` },
  { name: "a name to fill in", file: `${HEAD}http_default_host = "{{ domain }}"\nVirtualHost "a.example"\n` },
]);
