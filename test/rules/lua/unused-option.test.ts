// Options that nothing reads.

import { unusedOption } from "../../../server/src/core/rules/lua/unused-option.ts";
import { testRule } from "../../support/rules.ts";

const HOST = 'VirtualHost "a.example"\n';

testRule(unusedOption, [
  {
    name: "remove it, or enable the module",
    file: `modules_enabled = { "roster" }\nwelcome_message = "Hi!"\n--^^^^^^^^^^^^^ information: read by \`welcome\` only, which is not enabled\n${HOST}`,
    fixes: ["Enable `welcome` (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed: `modules_enabled = { "welcome", "roster" }\nwelcome_message = "Hi!"\n${HOST}`,
  },
  {
    name: "in the braces of a host",
    file: 'modules_enabled = { "roster" }\nVirtualHost "a.example" { motd_text = "Hi!", admins = { } }\n--                        ^^^^^^^^^ information\n',
    fixes: ["Enable `motd` (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed: 'modules_enabled = { "motd", "roster" }\nVirtualHost "a.example" { motd_text = "Hi!", admins = { } }\n',
  },
  { name: "enabled on a host", file: `modules_enabled = { }\nmotd_text = "Hi!"\n${HOST}modules_enabled = { "motd" }\n` },
  { name: "brought along", file: `modules_enabled = { "bosh" }\nhttp_max_content_size = 1\n${HOST}` },
  {
    name: "of a module that only others load",
    file: `modules_enabled = { "roster" }\nhttp_max_content_size = 1\n--^^^^^^^^^^^^^^^^^^^ information: Enable a module that needs it\n${HOST}`,
    fixes: ["Remove it, as it has no effect (unsafe)"],
  },
  {
    name: "among items with commas",
    file: `modules_enabled = { "roster", "disco" }\nmotd_text = "Hi!"\n--^^^^^^^ information\n${HOST}`,
    fixes: ["Enable `motd` (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed: `modules_enabled = { "roster", "motd", "disco" }\nmotd_text = "Hi!"\n${HOST}`,
  },
  {
    name: "among lines with commas",
    file: `modules_enabled = {\n\t"roster", -- a; b\n\t"disco"\n}\nmotd_text = "Hi!"\n--^^^^^^^ information\n${HOST}`,
    fixes: ["Enable `motd` (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed: `modules_enabled = {\n\t"roster", -- a; b\n\t"motd",\n\t"disco"\n}\nmotd_text = "Hi!"\n${HOST}`,
  },
  {
    name: "among items with semicolons",
    file: `modules_enabled = { "roster"; "disco" }\nmotd_text = "Hi!"\n--^^^^^^^ information\n${HOST}`,
    fixes: ["Enable `motd` (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed: `modules_enabled = { "roster"; "motd"; "disco" }\nmotd_text = "Hi!"\n${HOST}`,
  },
  {
    name: "a component",
    file: `modules_enabled = { }\nmuc_log_by_default = false\n${HOST}Component "r.a.example" "muc"\nmodules_enabled = { "muc_mam" }\n`,
  },
  { name: "a provider", file: `modules_enabled = { }\nldap_server = "x"\nauthentication = "ldap"\n${HOST}` },
  { name: "loads by itself", file: `modules_enabled = { }\ns2s_timeout = 90\n${HOST}` },
  { name: "the default", file: `modules_enabled = { }\nallow_registration = false\n${HOST}` },
  { name: "another file may enable it", file: `modules_enabled = { }\nmotd_text = "Hi!"\n${HOST}Include "x.cfg.lua"\n` },
  { name: "a module of one's own may read it", file: `modules_enabled = { "motd_own" }\nmotd_text = "Hi!"\n${HOST}` },
  {
    name: "a module of one's own that has nothing to do with it",
    file: `modules_enabled = { "xyz_own" }\nmotd_text = "Hi!"\n--^^^^^^^ information\nhttp_ports = { 5290 }\n${HOST}`,
    fixes: ["Enable `motd` (unsafe)", "Remove it, as it has no effect (unsafe)"],
  },
  { name: "a computed list", file: `modules_enabled = { ENV_X }\nmotd_text = "Hi!"\n${HOST}` },
  { name: "of later versions", file: `modules_enabled = { }\ninvites_page = "x"\n${HOST}`, version: "0.11" },
  {
    name: "comes along with another module, and has another name now",
    file: `modules_enabled = { "roster" }\nregistration_whitelist = { "192.0.2.1" }\n--^^^^^^^^^^^^^^^^^^^^ information: read by \`register\` only\n${HOST}`,
    fixes: ["Enable `register` (unsafe)", "Remove it, as it has no effect (unsafe)"],
  },
  { name: "no longer read at all", file: `modules_enabled = { }\narchive_cleanup_interval = 24\n${HOST}` },
  {
    name: "on the component that it is for",
    file: `modules_enabled = { "roster" }\n${HOST}Component "r.a.example" "muc"\n\tmuc_log_by_default = false\n --^^^^^^^^^^^^^^^^ information\n`,
    fixes: ["Enable `muc_mam` on the `muc` component (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed: `modules_enabled = { "roster" }\n${HOST}Component "r.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\n\tmuc_log_by_default = false\n`,
  },
  {
    name: "above all components that it is for",
    file: `modules_enabled = { "roster" }\nmuc_log_by_default = false\n--^^^^^^^^^^^^^^^^ information\n${HOST}Component "r.a.example" "muc"\n\tmodules_enabled = { "ping" }\nComponent "s.a.example" "muc"\n`,
    fixes: ["Enable `muc_mam` on each `muc` component (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed: `modules_enabled = { "roster" }\nmuc_log_by_default = false\n${HOST}Component "r.a.example" "muc"\n\tmodules_enabled = { "muc_mam", "ping" }\nComponent "s.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\n`,
  },
  {
    name: "there is no component that it is for",
    file: `modules_enabled = { "roster" }\nmuc_log_by_default = false\n--^^^^^^^^^^^^^^^^ information\n${HOST}`,
    fixes: ["Remove it, as it has no effect (unsafe)"],
  },
  { name: "a part of a configuration", file: `motd_text = "Hi!"\n${HOST}` },
  {
    name: "a community module may bring helpers along",
    file: `modules_enabled = { "conversejs" }\nbosh_max_wait = 90\nmotd_text = "Hi!"\n--^^^^^^^ information\n${HOST}`,
    fixes: ["Enable `motd` (unsafe)", "Remove it, as it has no effect (unsafe)"],
  },
  {
    name: "enabled nowhere",
    file: '--- p.lua\nmodules_enabled = { "roster" }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n\tmotd_text = "Hi!"\n --^^^^^^^ information\n',
    fixes: ["Enable `motd` (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed:
      '--- p.lua\nmodules_enabled = { "motd", "roster" }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n\tmotd_text = "Hi!"\n',
  },
  {
    name: "the default of what is for components, on a host",
    file: 'modules_enabled = { "disco" }\nmuc_log_expires_after = "1w"\nVirtualHost "a.example"\nmuc_log_expires_after = "1w"\n--^^^^^^^^^^^^^^^^^^^ information: `muc_mam`\n',
    fixes: ["Remove it, as it has no effect (unsafe)"],
  },
  { name: "its module is misspelt", file: `modules_enabled = { "mottd" }\nmotd_text = "Hi!"\n${HOST}` },
]);
