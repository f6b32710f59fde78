// Periods that are read as others.

import { invalidPeriod } from "../../../server/src/core/rules/lua/invalid-period.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidPeriod, [
  {
    name: "minutes or months",
    file: 'c2s_timeout = "5m"\n--            ^^^^ warning: `5 months`\n',
    fixes: ["Change to `5 months` (safe)"],
    allFixed: 'c2s_timeout = "5 months"\n',
  },
  {
    name: "as Prosody reads them",
    file: "archive_expires_after = '1mo'\n--                      ^^^^^ warning: `1 month`\ninvite_expiry = '1 M'\n--              ^^^^^ warning: `1 month`\nc2s_timeout = \"5 mi\"\n--            ^^^^^^ warning: `5 minutes`\n",
    fixes: ["Change to `1 month` (safe)", "Change to `1 month` (safe)", "Change to `5 minutes` (safe)"],
    allFixed: "archive_expires_after = '1 month'\ninvite_expiry = '1 month'\nc2s_timeout = \"5 minutes\"\n",
  },
  {
    name: "no unit",
    file: 'c2s_timeout = "30"\n--            ^^^^ warning: seconds\n',
    fixes: ["Write it as `30` seconds (safe)"],
    allFixed: "c2s_timeout = 30\n",
  },
  { name: "no unit that it knows", file: 'c2s_timeout = "3 fortnights"\n--            ^^^^^^^^^^^^^^ warning: seconds\n' },
  {
    name: "two units",
    file: 'invite_expiry = "1d 12h"\n--              ^^^^^^^^ warning: the rest is lost\n',
    fixes: ["Write it as `129600` seconds (unsafe)"],
    fixed: "invite_expiry = 129600\n",
  },
  { name: "a fraction", file: 'invite_expiry = "1.5d"\n--              ^^^^^^ warning: whole number\n' },
  {
    name: "never",
    file: 'archive_expires_after = "Never"\n--                      ^^^^^^^ warning\n',
    fixes: ["Change to `never` (safe)"],
    allFixed: 'archive_expires_after = "never"\n',
  },
  {
    name: "right",
    file: 'c2s_timeout = "5 mins"\ns2s_timeout = "1 hour"\narchive_expires_after = "1 Month"\ninvite_expiry = "2w"\nbosh_max_inactivity = 60\nmuc_log_expires_after = "never"\nc2s_close_timeout = "4s"\nmuc_tombstone_expiry = "1 year"\n',
  },
  { name: "before, modules differed", file: 'archive_expires_after = "1m"\n', version: "0.12" },
]);
