// Functions of Lua without prefix.

import { luaPrefix } from "../../../server/src/core/rules/lua/lua-prefix.ts";
import { testRule } from "../../support/rules.ts";

testRule(luaPrefix, [
  {
    name: "wherever it stands",
    file: 'http_host = os.getenv "X"\n--          ^^ information: 3 more\nfor _, x in ipairs({}) do print(tostring(x)) end\n',
    fixes: ["Write `Lua.` before all of them (safe)"],
    allFixed: 'http_host = Lua.os.getenv "X"\nfor _, x in Lua.ipairs({}) do Lua.print(Lua.tostring(x)) end\n',
  },
  { name: "with the prefix", file: 'http_host = Lua.os.getenv "X"\n' },
  { name: "a local variable", file: "local os = {}\nhttp_host = os.name\n" },
  { name: "an option of that name", file: "debug = true\nx = debug\n" },
  { name: "before 13.0", file: 'http_host = os.getenv "X"\n', version: "0.12" },
]);
