// Limits below what they contain.

import { limitOutOfReach } from "../../../server/src/core/rules/lua/limit-out-of-reach.ts";
import { testRule } from "../../support/rules.ts";

testRule(limitOutOfReach, [
  {
    name: "both written",
    file: 'Component "u" "http_file_share"\n\thttp_file_share_size_limit = 10 * 1024\n\thttp_file_share_daily_quota = 1024\n--                             ^^^^ information\n',
    fixes: ["Raise it to `10 * 1024` (unsafe)", "Lower the other one (unsafe)"],
    fixed:
      'Component "u" "http_file_share"\n\thttp_file_share_size_limit = 10 * 1024\n\thttp_file_share_daily_quota = 10 * 1024\n',
  },
  {
    name: "a default",
    file: 'modules_enabled = { }\nVirtualHost "a"\nComponent "u" "http_file_share"\n\thttp_file_share_global_quota = 1024\n--                              ^^^^ information: by default\n',
    fixes: ["Raise it to `10485760` (unsafe)"],
    fixed: 'modules_enabled = { }\nVirtualHost "a"\nComponent "u" "http_file_share"\n\thttp_file_share_global_quota = 10485760\n',
  },
  { name: "perhaps another default", file: 'Component "u" "http_file_share"\n\thttp_file_share_global_quota = 1024\n' },
  {
    name: "large enough, or computed",
    file: "http_file_share_size_limit = 10\nhttp_file_share_daily_quota = 10\nhttp_file_share_global_quota = ENV_X\n",
  },
]);
