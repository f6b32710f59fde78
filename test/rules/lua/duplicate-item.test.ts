// Items that stand twice.

import { duplicateItem } from "../../../server/src/core/rules/lua/duplicate-item.ts";
import { testRule } from "../../support/rules.ts";

testRule(duplicateItem, [
  {
    name: "of several kinds",
    file: 'admins = { "a@a", "a@a" }\n--                ^^^^^ information\nc2s_ports = { 5222, 5222, 5223 }\n--                  ^^^^ information\n',
    fixes: ["Remove the second one (safe)", "Remove the second one (safe)"],
    allFixed: 'admins = { "a@a" }\nc2s_ports = { 5222, 5223 }\n',
  },
  { name: "modules are told by another rule", file: 'modules_enabled = { "mam", "mam" }\n' },
  { name: "texts and tables", file: 'disco_items = { { "a" }, { "a" } }\nadmins = { ENV_X, ENV_X }\n' },
  { name: "empty texts", file: 'admins = { "", "" }\n' },
]);
