// Names of modules.

import { unknownModule } from "../../../server/src/core/rules/lua/unknown-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(unknownModule, [
  {
    name: "misspelt",
    file: "modules_enabled = { 'carbon' }\n--                  ^^^^^^^^ warning: `carbons`\n",
    fixes: ["Change to `carbons` (unsafe)"],
    fixed: "modules_enabled = { 'carbons' }\n",
  },
  {
    name: "of a component",
    file: 'Component "x" "http_fileshare"\n--            ^^^^^^^^^^^^^^^^ warning: `http_file_share`\n',
    fixes: ["Change to `http_file_share` (unsafe)"],
    fixed: 'Component "x" "http_file_share"\n',
  },
  {
    name: "one's own",
    file: 'modules_enabled = { "muc_lobby_rooms"; "fmuc"; "push" }\n--                                             ^^^^^^ information\n--                                     ^^^^^^ information\n--                  ^^^^^^^^^^^^^^^^^ information: `plugin_paths`\n',
  },
  { name: "disabled", file: 'modules_disabled = { "s2sx" }\n--                   ^^^^^^ information: changes nothing\n' },
  {
    name: "not without asking where one has modules of one's own",
    file: 'plugin_paths = { "/opt/modules" }\nmodules_enabled = { "carbon" }\n--                  ^^^^^^^^ warning\n',
    fixes: ["Change to `carbons` (unsafe)"],
    fixed: 'plugin_paths = { "/opt/modules" }\nmodules_enabled = { "carbons" }\n',
    allFixed: 'plugin_paths = { "/opt/modules" }\nmodules_enabled = { "carbon" }\n',
  },
  { name: "left to other rules", file: 'modules_enabled = { "account_activity" }\n', version: "0.12" },
  { name: "left to other rules as well", file: 'modules_enabled = { "mod_carbon"; "auth_x"; "" }\n' },
  {
    name: "known ones",
    file: 'modules_enabled = { "carbons"; "conversejs" }\nComponent "a"\nComponent "b" "muc"\nmodules_enabled = { f() }\n',
  },
  { name: "several in one text", file: 'modules_enabled = "roster, mam"\n' },
]);
