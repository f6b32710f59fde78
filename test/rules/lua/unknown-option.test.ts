// Names that no module reads: when to suggest another, and when to keep still.

import { unknownOption } from "../../../server/src/core/rules/lua/unknown-option.ts";
import { testRule } from "../../support/rules.ts";

testRule(unknownOption, [
  {
    name: "a letter is missing",
    file: "c2s_requre_encryption = true\n--^^^^^^^^^^^^^^^^^^^ warning unknown-option: Did you mean `c2s_require_encryption`?\n",
    fixes: ["Change to `c2s_require_encryption` (unsafe)"],
    fixed: "c2s_require_encryption = true\n",
  },
  {
    name: "singular and plural, order of words, separators, neighbours swapped",
    file: [
      "c2s_port = { 5222 }",
      "--^^^^^^ warning: `c2s_ports`",
      "plugins_path = { }",
      "--^^^^^^^^^^ warning: `plugin_paths`",
      'pid_file = "x"',
      "--^^^^^^ warning: `pidfile`",
      "amdins = { }",
      "--^^^^ warning: `admins`",
      "",
    ].join("\n"),
    fixes: [
      "Change to `c2s_ports` (unsafe)",
      "Change to `plugin_paths` (unsafe)",
      "Change to `pidfile` (safe)",
      "Change to `admins` (unsafe)",
    ],
    forced: 'c2s_ports = { 5222 }\nplugin_paths = { }\npidfile = "x"\nadmins = { }\n',
  },
  {
    name: "a host that was to be off",
    file: 'VirtualHost "a.example"\n\tenable = false\n --^^^^ warning: `VirtualHost` is active at present. Did you mean `enabled`?\nComponent "b.a.example" "muc"\n\tEnabled = false\n --^^^^^ warning: `Component` is active at present\nVirtualHost "c.example"\n\tenable = true\n --^^^^ warning: ignores\n',
    fixes: [
      "Change to `enabled`, which switches it off (unsafe)",
      "Change to `enabled`, which switches it off (unsafe)",
      "Change to `enabled` (unsafe)",
    ],
    fixed:
      'VirtualHost "a.example"\n\tenabled = false\nComponent "b.a.example" "muc"\n\tEnabled = false\nVirtualHost "c.example"\n\tenable = true\n',
  },
  {
    name: "the opposite of an option is not a slip of it",
    file: 'VirtualHost "a.example"\n\tdisabled = true\n --^^^^^^ information: none of the known community modules reads\n\tdisable = true\n --^^^^^ information: none of the known community modules reads\n',
  },
  {
    name: "of two, the one that a host may have",
    file: 'certficates = "a"\n--^^^^^^^^^ warning: `certificates`\nVirtualHost "a.example"\n\tcertficates = "b"\n --^^^^^^^^^ warning: `certificate`\n\ts2s_requre_encryption = true\n --^^^^^^^^^^^^^^^^^^^ warning: `s2s_require_encryption`\n',
    fixes: [
      "Change to `certificates` (unsafe)",
      "Change to `certificate` (unsafe)",
      "Change to `s2s_require_encryption` (unsafe)",
    ],
  },
  {
    name: "the first word is missing",
    file: "log_all_rooms = true\n--^^^^^^^^^^^ warning: `muc_log_all_rooms`\n",
    fixes: ["Change to `muc_log_all_rooms` (safe)"],
    fixed: "muc_log_all_rooms = true\n",
  },
  {
    name: "a name of one's own is only noted",
    file: 'muc_mapper_domain_base = "example.org"\n--^^^^^^^^^^^^^^^^^^^^ information: check the spelling\n',
  },
  {
    name: "a whole word that differs is another name",
    file: "smtp_ports = { 25 }\n--^^^^^^^^ information\n",
    fixes: ["Change to `smtp_port` (unsafe)"],
  },
  {
    name: "an option of a community module is a suggestion when the module is enabled",
    file: [
      'modules_enabled = { "register_web" }',
      'register_web_templat = "x"',
      "--^^^^^^^^^^^^^^^^^^ warning: `register_web_template`",
      "",
    ].join("\n"),
    fixes: ["Change to `register_web_template` (safe)"],
  },
  {
    name: "otherwise only noted",
    file: 'register_web_templat = "x"\n--^^^^^^^^^^^^^^^^^^ information: `register_web_template`\n',
    fixes: ["Change to `register_web_template` (unsafe)"],
  },
  { name: "a variable that the file reads", file: 'domain = "example.org"\nVirtualHost(domain)\n_ = domain\n' },
  { name: "a directive is none of our business", file: 'VirtualHost = "example.org"\n' },
  { name: "Lua's own names", file: 'package.path = "x"\nLua.x = 1\n' },
  { name: "a local variable", file: "local c2s_port = 1\n" },
  {
    name: "in the table of a host",
    file: 'VirtualHost "x" {\n\tauthenticaton = "ldap";\n --^^^^^^^^^^^ warning\n}\n',
    fixes: ["Change to `authentication` (unsafe)"],
    fixed: 'VirtualHost "x" {\n\tauthentication = "ldap";\n}\n',
  },
  { name: "an option for ports under a host", file: 'VirtualHost "a"\nirc_ports = { 6667 }\n' },
  { name: "what the migrator reads", file: 'input {\n  type = "internal";\n}\noutput {\n  type = "sql";\n}\n' },
]);
