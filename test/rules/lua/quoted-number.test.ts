// Numbers in quotes.

import { quotedNumber } from "../../../server/src/core/rules/lua/quoted-number.ts";
import { testRule } from "../../support/rules.ts";

testRule(quotedNumber, [
  {
    name: "ports",
    file: "c2s_ports = { '5222', 5223 }\n--            ^^^^^^ hint: no quotes\n",
    fixes: ["Take the quotes away (safe)"],
    allFixed: "c2s_ports = { 5222, 5223 }\n",
  },
  {
    name: "a size",
    file: 'http_file_share_size_limit = "1048576"\n--                           ^^^^^^^^^ hint\n',
    fixes: ["Take the quotes away (safe)"],
    allFixed: "http_file_share_size_limit = 1048576\n",
  },
  {
    name: "texts and others",
    file: 'component_secret = "5"\narchive_expires_after = "1 day"\nc2s_ports = { "a" }\numask = "022"\n',
  },
]);
