// Words without quotes.

import { unsetName } from "../../../server/src/core/rules/lua/unset-name.ts";
import { testRule } from "../../support/rules.ts";

testRule(unsetName, [
  {
    name: "a provider",
    file: "storage = sql\n--        ^^^ warning\n",
    fixes: ["Put it in quotes (unsafe)"],
    fixed: 'storage = "sql"\n',
  },
  { name: "words for values, which are another rule's", file: "allow_registration = True\nstorage = null\n" },
  {
    name: "what is set further down",
    file: 'storage = sql\n--        ^^^ warning\nsql = { driver = "SQLite3" }\n',
    fixes: ["Put it in quotes (unsafe)"],
    fixed: 'storage = "sql"\nsql = { driver = "SQLite3" }\n',
  },
  {
    name: "an item",
    file: 'modules_enabled = { roster; "tls" }\n--                  ^^^^^^ warning: this one is missing\n',
    fixes: ["Put it in quotes (unsafe)"],
    fixed: 'modules_enabled = { "roster"; "tls" }\n',
  },
  {
    name: "a value in a table",
    file: "storage = { archive = sql }\n--                    ^^^ warning\n",
    fixes: ["Put it in quotes (unsafe)"],
    fixed: 'storage = { archive = "sql" }\n',
  },
  {
    name: "a free text in a main file",
    file: "modules_enabled = { }\ndata_path = somewhere\n--          ^^^^^^^^^ warning\n",
    fixes: ["Put it in quotes (unsafe)"],
    fixed: 'modules_enabled = { }\ndata_path = "somewhere"\n',
    allFixed: "modules_enabled = { }\ndata_path = somewhere\n",
  },
  {
    name: "a free text in a fragment",
    file: "data_path = somewhere\n--          ^^^^^^^^^ information\n",
    fixes: ["Put it in quotes (unsafe)"],
  },
  {
    name: "below an include",
    file: 'modules_enabled = { }\nInclude "vars.cfg.lua"\ndata_path = somewhere\n--          ^^^^^^^^^ information\n',
    fixes: ["Put it in quotes (unsafe)"],
  },
  { name: "a host's name", file: "modules_enabled = { }\nVirtualHost(domain)\n--          ^^^^^^ warning: no section begins\n" },
  {
    name: "set further up",
    file: 'domain = "x"\nVirtualHost(domain)\nlocal a = 1\nc2s_ports = { a }\n',
  },
  { name: "not certain", file: "if x then storage = sql end\nstorage = ENV_X\nstorage = nil\nmodules_enabled = f(x)\n" },
]);
