// Modules without the option that they need.

import { missingRequirement } from "../../../server/src/core/rules/lua/missing-requirement.ts";
import { testRule } from "../../support/rules.ts";

testRule(missingRequirement, [
  {
    name: "for all hosts",
    file: 'modules_enabled = { "turn_external" }\n--                  ^^^^^^^^^^^^^^^ error: does not load without `turn_external_secret`\nVirtualHost "a"\n',
    fixes: ["Add `turn_external_secret`, to be filled in (unsafe)"],
    fixed: 'modules_enabled = { "turn_external" }\nturn_external_secret = ""\nVirtualHost "a"\n',
    allFixed: 'modules_enabled = { "turn_external" }\nVirtualHost "a"\n',
  },
  { name: "set for a host", file: 'modules_enabled = { "turn_external" }\nVirtualHost "a"\nturn_external_secret = "x"\n' },
  {
    name: "set for another host",
    file: 'modules_enabled = { }\nVirtualHost "a"\nmodules_enabled = { "turn_external" }\n--                  ^^^^^^^^^^^^^^^ error\nVirtualHost "b"\nturn_external_secret = "x"\n',
    fixes: ["Add `turn_external_secret`, to be filled in (unsafe)"],
  },
  {
    name: "an external component",
    file: 'modules_enabled = { }\nVirtualHost "a"\nComponent "b"\n--^^^^^^^^^^^ warning: `component_secret`\n',
    fixes: ["Add `component_secret`, to be filled in (unsafe)"],
    fixed: 'modules_enabled = { }\nVirtualHost "a"\nComponent "b"\n\tcomponent_secret = ""\n',
  },
  { name: "a host that is off", file: 'modules_enabled = { }\nVirtualHost "a"\nComponent "b"\nenabled = false\n' },
  { name: "under an older name", file: 'modules_enabled = { "http_files" }\nVirtualHost "a"\nhttp_path = "/srv/www"\n' },
  {
    name: "set for one of the hosts alone",
    file: 'modules_enabled = { "turn_external" }\n--                  ^^^^^^^^^^^^^^^ error: nothing sets that for `b`\nVirtualHost "a"\nturn_external_secret = "x"\nVirtualHost "b"\n',
  },
  {
    name: "the others switch the module off, or are off",
    file: 'modules_enabled = { "turn_external" }\nVirtualHost "a"\nturn_external_secret = "x"\nVirtualHost "b"\nmodules_disabled = { "turn_external" }\nVirtualHost "c"\nenabled = false\n',
  },
  {
    name: "a provider",
    file: 'modules_enabled = { }\nauthentication = "ldap"\n--               ^^^^^^ error: `auth_ldap` does not load without `ldap_base`\nVirtualHost "a"\n',
    fixes: ["Add `ldap_base`, to be filled in (unsafe)"],
    fixed: 'modules_enabled = { }\nauthentication = "ldap"\nldap_base = ""\nVirtualHost "a"\n',
  },
  {
    name: "a provider that each host replaces, or that has what it needs",
    file: 'modules_enabled = { }\nauthentication = "ldap"\nVirtualHost "a"\nauthentication = "internal_hashed"\nVirtualHost "b"\nldap_base = "dc=b"\n',
  },
  {
    name: "a community module",
    file: 'modules_enabled = { "tos" }\n--                  ^^^^^ error: `tos_documents`\nVirtualHost "a"\ntos_version = "1"\n',
    fixes: ["Add `tos_documents`, to be filled in (unsafe)"],
  },
  {
    name: "all files are known",
    file: '--- p.lua\nmodules_enabled = { "turn_external" }\n--                  ^^^^^^^^^^^^^^^ error: nothing sets that for `b`\nInclude "a.lua"\nInclude "b.lua"\n--- a.lua\nVirtualHost "a"\nturn_external_secret = "x"\n--- b.lua\nVirtualHost "b"\n',
  },
  {
    name: "the module loads without it in an older version",
    file: 'modules_enabled = { "http_files" }\n--                  ^^^^^^^^^^^^ warning: does not do its work\nVirtualHost "a"\n',
    version: "0.12",
    fixes: ["Add `http_files_dir`, to be filled in (unsafe)"],
  },
  { name: "a part", file: 'VirtualHost "a"\nmodules_enabled = { "turn_external" }\n' },
  { name: "not known yet", file: 'modules_enabled = { "turn_external" }\nVirtualHost "a"\n', version: "0.11" },
]);
