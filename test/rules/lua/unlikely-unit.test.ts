// Numbers in another unit.

import { unlikelyUnit } from "../../../server/src/core/rules/lua/unlikely-unit.ts";
import { testRule } from "../../support/rules.ts";

testRule(unlikelyUnit, [
  {
    name: "megabytes",
    file: "http_file_share_size_limit = 50\n--                           ^^ information: 50 bytes\n",
    fixes: ["Change to `50 * 1024 * 1024` (unsafe)"],
    fixed: "http_file_share_size_limit = 50 * 1024 * 1024\n",
    allFixed: "http_file_share_size_limit = 50\n",
  },
  {
    name: "days",
    file: "archive_expires_after = 1\n--                      ^ information: seconds\n",
    fixes: ['Change to `"1 day"` (unsafe)'],
    fixed: 'archive_expires_after = "1 day"\n',
  },
  {
    name: "possible ones",
    file: "archive_expires_after = 3600\nc2s_timeout = 30\nhttp_file_share_size_limit = 1024\nhttp_file_share_daily_quota = 0\nbosh_max_inactivity = 60\n",
  },
]);
