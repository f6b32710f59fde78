// Servers without a certificate.

import { serverIdentityUnchecked } from "../../../server/src/core/rules/lua/server-identity-unchecked.ts";
import { testRule } from "../../support/rules.ts";

testRule(serverIdentityUnchecked, [
  {
    name: "let in",
    file: "s2s_secure_auth = false;\n--                ^^^^^ information: DNS\n",
    fixes: ["Change to `true` (unsafe)"],
    fixed: "s2s_secure_auth = true;\n",
  },
  { name: "kept out, or not known", file: "s2s_secure_auth = true\nVirtualHost 'a'\ns2s_secure_auth = x\n" },
]);
