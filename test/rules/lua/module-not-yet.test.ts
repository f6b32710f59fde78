// Modules of the future.

import { moduleNotYet } from "../../../server/src/core/rules/lua/module-not-yet.ts";
import { testRule } from "../../support/rules.ts";

testRule(moduleNotYet, [
  {
    name: "not yet",
    file: 'modules_enabled = { "account_activity" }\n--                  ^^^^^^^^^^^^^^^^^^ warning: since 13.0\n',
    version: "0.12",
    fixes: ["Remove `account_activity` (unsafe)"],
    fixed: "modules_enabled = {  }\n",
  },
  {
    name: "a community module before",
    file: 'modules_enabled = { "smacks"; "cloud_notify" }\n--                  ^^^^^^^^ information: since 0.12\n',
    version: "0.11",
    fixes: ["Remove `smacks` (unsafe)"],
  },
  { name: "a component", file: 'Component "a" "http_file_share"\n--            ^^^^^^^^^^^^^^^^^ warning\n', version: "0.11" },
  {
    name: "disabled, or there",
    file: 'modules_enabled = { "smacks" }\nmodules_disabled = { "account_activity" }\n',
    version: "0.12",
  },
]);
