// Empty texts.

import { emptyText } from "../../../server/src/core/rules/lua/empty-text.ts";
import { testRule } from "../../support/rules.ts";

testRule(emptyText, [
  {
    name: "items",
    file: 'admins = { "", "a@b" }\n--         ^^ information: not the same as unset\nmodules_enabled = { "mam"; "" }\n--                         ^^ information\n',
    fixes: ["Remove it from the list (unsafe)", "Remove it from the list (safe)"],
    forced: 'admins = { "a@b" }\nmodules_enabled = { "mam" }\n',
  },
  {
    name: "an option",
    file: 'http_external_url = ""\n--                  ^^ information\na = 1\n',
    fixes: ["Remove `http_external_url` (unsafe)"],
    fixed: "a = 1\n",
    allFixed: 'http_external_url = ""\na = 1\n',
  },
  { name: "what is no name", file: 'Component "a.example" "muc"\nmuc_log_expires_after = ""\nlog = { [""] = "x" }\n' },
  { name: "free texts", file: 'motd_text = ""\nsql = { driver = "MySQL"; password = "" }\nown = ""\n' },
]);
