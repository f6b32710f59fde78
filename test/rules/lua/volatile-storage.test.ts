// Storage that does not last.

import { volatileStorage } from "../../../server/src/core/rules/lua/volatile-storage.ts";
import { testRule } from "../../support/rules.ts";

testRule(volatileStorage, [
  {
    name: "on a host",
    file: 'VirtualHost "a.example"\n\tauthentication = "internal_plain"\n\tstorage = "none"\n--         ^^^^^^ warning: Nothing is stored\n',
    fixes: ['Change to `"internal"` (unsafe)'],
    fixed: 'VirtualHost "a.example"\n\tauthentication = "internal_plain"\n\tstorage = "internal"\n',
  },
  {
    name: "the default provider, for tests",
    file: 'modules_enabled = { }\nstorage = "memory"\n--        ^^^^^^^^ information\nVirtualHost "localhost"\n',
    fixes: ['Change to `"internal"` (unsafe)'],
  },
  {
    name: "accounts elsewhere",
    file: 'modules_enabled = { }\nauthentication = "ldap"\nstorage = "memory"\nVirtualHost "a.example"\n',
  },
  { name: "a component", file: 'authentication = "internal_hashed"\nComponent "a" "muc"\n\tstorage = "memory"\n' },
  {
    name: "folders",
    file: 'data_path = "/dev/shm/x"\n--          ^^^^^^^^^^^^ warning\n',
    fixes: ["Remove it (unsafe)"],
    fixed: "",
  },
  { name: "folders that last", file: 'data_path = "/var/tmpfiles"\n' },
  { name: "a folder that is emptied, and a database elsewhere", file: 'data_path = "/tmp"\nstorage = "sql"\n' },
]);
