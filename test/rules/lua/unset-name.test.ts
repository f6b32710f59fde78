// Words without quotes.

import { unsetName } from "../../../server/src/core/rules/lua/unset-name.ts";
import { testRule } from "../../support/rules.ts";

testRule(unsetName, [
  { name: "a provider", file: "storage = sql\n--        ^^^ warning\n", fixed: 'storage = "sql"\n' },
  {
    name: "true in upper case",
    file: "modules_enabled = { }\nallow_registration = True\n--                   ^^^^ warning: Did you mean `true`?\n",
    fixed: "modules_enabled = { }\nallow_registration = true\n",
  },
  {
    name: "an item",
    file: 'modules_enabled = { roster; "tls" }\n--                  ^^^^^^ warning: this one is missing\n',
    fixed: 'modules_enabled = { "roster"; "tls" }\n',
  },
  {
    name: "a value in a table",
    file: "storage = { archive = sql }\n--                    ^^^ warning\n",
    fixed: 'storage = { archive = "sql" }\n',
  },
  {
    name: "a free text in a main file",
    file: "modules_enabled = { }\ndata_path = somewhere\n--          ^^^^^^^^^ warning\n",
    fixed: 'modules_enabled = { }\ndata_path = "somewhere"\n',
    allFixed: "modules_enabled = { }\ndata_path = somewhere\n",
  },
  { name: "a free text in a fragment", file: "data_path = somewhere\n--          ^^^^^^^^^ information\n" },
  {
    name: "below an include",
    file: 'modules_enabled = { }\nInclude "vars.cfg.lua"\ndata_path = somewhere\n--          ^^^^^^^^^ information\n',
  },
  { name: "a host's name", file: "modules_enabled = { }\nVirtualHost(domain)\n--          ^^^^^^ warning: no section begins\n" },
  {
    name: "set somewhere in the file",
    file: 'domain = "x"\nVirtualHost(domain)\nlocal a = 1\nc2s_ports = { a }\ndata_path = later\nlater = "x"\n',
  },
  { name: "not certain", file: "if x then storage = sql end\nstorage = ENV_X\nstorage = nil\nmodules_enabled = f(x)\n" },
]);
