// Components that no host leads to.

import { orphanComponent } from "../../../server/src/core/rules/lua/orphan-component.ts";
import { testRule } from "../../support/rules.ts";

const HOST = 'modules_enabled = { "disco" }\nVirtualHost "example.org"\n';

testRule(orphanComponent, [
  {
    name: "elsewhere",
    file: `${HOST}Component "a.example.net" "muc"\n--        ^^^^^^^^^^^^^^^ information\n`,
    fixes: ["Add it to `disco_items` of the host (unsafe)"],
  },
  {
    name: "two levels down",
    file: `${HOST}Component "a.b.example.org" "muc"\n--        ^^^^^^^^^^^^^^^^^ information\n`,
    fixes: ["Add it to `disco_items` of the host (unsafe)"],
  },
  { name: "below a component", file: `${HOST}Component "b.example.org" "muc"\nComponent "a.b.example.org" "muc"\n` },
  { name: "named", file: `${HOST}disco_items = { { "A.example.net" } }\nComponent "a.example.net" "muc"\n` },
  { name: "perhaps named", file: `${HOST}disco_items = items()\nComponent "a.example.net" "muc"\n` },
  { name: "off", file: `${HOST}Component "a.example.net" "muc"\nenabled = false\n` },
  { name: "of one account", file: `${HOST}Component "bot@example.net"\n` },
  { name: "a part", file: 'Component "a.example.net" "muc"\n' },
  {
    name: "the host is told of it",
    file: `${HOST}\tenabled = true\nComponent "a.example.net" "muc"\n--        ^^^^^^^^^^^^^^^ information\n`,
    fixes: ["Add it to `disco_items` of the host (unsafe)"],
    fixed: `${HOST}\tdisco_items = { { "a.example.net" } }\n\tenabled = true\nComponent "a.example.net" "muc"\n`,
    allFixed: `${HOST}\tenabled = true\nComponent "a.example.net" "muc"\n`,
  },
  {
    name: "in another file",
    file: '--- p.lua\nmodules_enabled = { "disco" }\nInclude "*.cfg.lua"\n--- a.cfg.lua\nVirtualHost "a.example"\nComponent "r.b.example" "muc"\nComponent "r.c.example" "muc"\n--        ^^^^^^^^^^^^^ information\n--- b.cfg.lua\nVirtualHost "b.example"\n',
  },
  {
    name: "perhaps in another file",
    file: '--- p.lua incomplete\nmodules_enabled = { "disco" }\nInclude "*.cfg.lua"\n--- a.cfg.lua\nVirtualHost "a.example"\nComponent "r.b.example" "muc"\n',
  },
  { name: "no host at all", file: '--- prosody.cfg.lua\nmodules_enabled = { }\nComponent "c.example" "muc"\n' },
  { name: "the name of a host", file: 'modules_enabled = { }\nVirtualHost "a.example"\nComponent "a.example" "muc"\n' },
]);
