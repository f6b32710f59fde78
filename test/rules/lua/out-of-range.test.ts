// Numbers outside their limits.

import { outOfRange } from "../../../server/src/core/rules/lua/out-of-range.ts";
import { testRule } from "../../support/rules.ts";

testRule(outOfRange, [
  {
    name: "a port",
    file: "c2s_ports = { 5222, 522222 }\n--                  ^^^^^^ warning\n",
    fixes: ["Change to `65535`, the nearest that is allowed (unsafe)"],
    fixed: "c2s_ports = { 5222, 65535 }\n",
  },
  {
    name: "below the limit, which 13.0 uses then",
    file: "c2s_stanza_size_limit = 500\n--                      ^^^ warning: Prosody 13.0 uses `10000` instead.\n",
    fixes: ["Change to `10000`, the nearest that is allowed (unsafe)"],
  },
  {
    name: "a size of nothing, with which the module does not load",
    file: 'Component "rooms.example.org" "muc"\nmuc_max_rooms = 0\n--              ^ error: The module `muc` does not load with it.\n',
    fixes: ["Change to `1`, the nearest that is allowed (unsafe)"],
  },
  {
    name: "the same of a module that is not loaded",
    file: 'modules_enabled = { "roster" }\nVirtualHost "example.org"\nmuc_max_rooms = 0\n--              ^ warning: lies outside. Prosody 13.0 uses `1` instead.\n',
    fixes: ["Change to `1`, the nearest that is allowed (unsafe)"],
  },
  {
    name: "before 13.0, sizes of caches alone are checked",
    version: "0.12",
    file: 'VirtualHost "a"\npep_info_cache_size = 0\n--                    ^ warning: The module `pep` does not load\nmodules_enabled = { "pep" }\nmodules_disabled = { "pep" }\n',
    fixes: ["Change to `1`, the nearest that is allowed (unsafe)"],
  },
  { name: "at the limit", file: "c2s_ports = { 65535, 0 }\n" },
]);
