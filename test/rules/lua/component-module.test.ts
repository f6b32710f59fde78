// Components and modules in each other's place.

import { componentModule } from "../../../server/src/core/rules/lua/component-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(componentModule, [
  {
    name: "in the global list",
    file: 'modules_enabled = { "roster", "muc" }\n--                            ^^^^^ warning: Component\n',
    fixes: ["Remove it from the list (unsafe)"],
    fixed: 'modules_enabled = { "roster" }\n',
  },
  {
    name: "in the list of a host",
    file: 'VirtualHost "a"\nmodules_enabled = { "muc" }\n--                  ^^^^^ warning\n',
    fixes: ["Remove it from the list (unsafe)"],
  },
  {
    name: "what belongs to a component, in the global list",
    file: 'modules_enabled = { "roster", "muc_mam" }\n--                            ^^^^^^^^^ warning: only works on a component made of `muc`\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tname = "R"\n',
    fixes: ["Move `muc_mam` to the `muc` component (unsafe)", "Remove it from the list (unsafe)"],
    fixed:
      'modules_enabled = { "roster" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\n\tname = "R"\n',
  },
  {
    name: "in the list of a host; two components with and without a list",
    file: 'VirtualHost "a.example"\n\tmodules_enabled = { "muc_mam"; "mam" }\n--                   ^^^^^^^^^ warning: has no effect here\nComponent "r.a.example" "muc"\n\tmodules_enabled = {\n\t\t"ping";\n\t}\nComponent "s.a.example" "muc"\n',
    fixes: ["Move `muc_mam` to each `muc` component (unsafe)", "Remove it from the list (unsafe)"],
    fixed:
      'VirtualHost "a.example"\n\tmodules_enabled = { "mam" }\nComponent "r.a.example" "muc"\n\tmodules_enabled = {\n\t\t"muc_mam";\n\t\t"ping";\n\t}\nComponent "s.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\n',
  },
  {
    name: "enabled there already, or nowhere to go",
    file: 'modules_enabled = { "muc_mam" }\n--                  ^^^^^^^^^ warning\nComponent "r.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\nComponent "f.a.example" "http_file_share"\n\tmodules_enabled = { "muc_mam" }\n--                   ^^^^^^^^^ warning\n',
    fixes: ["Remove it from the list (unsafe)", "Remove it from the list (unsafe)"],
  },
  {
    name: "a community module that is made for rooms, and one that loads such a module",
    file: 'modules_enabled = { "roster", "muc_slow_mode", "muc_mam_hints" }\n--                            ^^^^^^^^^^^^^^^ warning: only works on a component made of `muc`\n--                                             ^^^^^^^^^^^^^^^ warning: only works on a component made of `muc`\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tmodules_enabled = { "muc_limits" }\n',
    fixes: [
      "Move `muc_slow_mode` to the `muc` component (unsafe)",
      "Remove it from the list (unsafe)",
      "Move `muc_mam_hints` to the `muc` component (unsafe)",
      "Remove it from the list (unsafe)",
    ],
  },
  {
    name: "a community component in a list",
    file: 'VirtualHost "a.example"\n\tmodules_enabled = { "unsubscriber" }\n--                   ^^^^^^^^^^^^^^ warning: only loads as a component\n',
    fixes: ["Remove it from the list (unsafe)"],
  },
  {
    name: "what works on hosts alone",
    file: 'Component "r.a.example" "muc"\n\tmodules_enabled = { "csi_simple"; "ping_muc" }\n--                   ^^^^^^^^^^^^ warning: refuses to load on a component\n--                                 ^^^^^^^^^^ warning: refuses to load on a component\nVirtualHost "a.example"\n\tmodules_enabled = { "csi_simple"; "ping_muc" }\n',
    fixes: ["Remove it from the list (unsafe)", "Remove it from the list (unsafe)"],
  },
  {
    name: "the archive for accounts on rooms",
    file: 'Component "r.a.example" "muc"\n\tmodules_enabled = { "mam" }\n--                   ^^^^^ warning: Before 13.0.7 it keeps nothing\nComponent "f.a.example" "http_file_share"\n\tmodules_enabled = { "mam" }\n',
    fixes: ["Change to `muc_mam` (unsafe)"],
    fixed:
      'Component "r.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\nComponent "f.a.example" "http_file_share"\n\tmodules_enabled = { "mam" }\n',
  },
  {
    name: "publish-subscribe in a list, which the last point release refuses",
    file: 'modules_enabled = { "pubsub" }\n--                  ^^^^^^^^ warning: only loads as a component from 13.0.7 on\n',
    fixes: ["Remove it from the list (unsafe)"],
  },
  { name: "publish-subscribe in a list of an older version", version: "0.12", file: 'modules_enabled = { "pubsub" }\n' },
  {
    name: "in another file",
    file: '--- p.lua\nmodules_enabled = { "muc_mam"; "ping" }\n--                  ^^^^^^^^^ warning\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n',
    fixes: ["Move `muc_mam` to the `muc` component (unsafe)", "Remove it from the list (unsafe)"],
    fixed:
      '--- p.lua\nmodules_enabled = { "ping" }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\n',
  },
  { name: "a module as component", file: 'Component "x" "roster"\n--            ^^^^^^^^ information\n' },
  { name: "a provider as component", file: 'Component "x" "storage_sql"\n--            ^^^^^^^^^^^^^ warning\n' },
  {
    name: "where it may be",
    file: 'modules_enabled = { "http_file_share", "proxy65" }\nComponent "a" "muc"\nComponent "b" "http_files"\nComponent "c"\nmodules_enabled = { "muc" }\n',
  },
  { name: "what is told to be a part of muc", file: 'modules_enabled = { "vcard_muc" }\nComponent "a" "muc"\n' },
]);
