// The module tls is missing.

import { missingTls } from "../../../server/src/core/rules/lua/missing-tls.ts";
import { testRule } from "../../support/rules.ts";

testRule(missingTls, [
  {
    name: "nobody can log in",
    file: 'modules_enabled = {\n--^^^^^^^^^^^^^ warning: nobody can log in there\n\t"roster";\n\t"saslauth"; -- logging in\n}\nVirtualHost "a"\n',
    fixes: ["Enable `tls` (unsafe)"],
    fixed: 'modules_enabled = {\n\t"roster";\n\t"tls";\n\t"saslauth"; -- logging in\n}\nVirtualHost "a"\n',
  },
  {
    name: "an empty list",
    file: 'modules_enabled = { }\n--^^^^^^^^^^^^^ warning\nVirtualHost "a"\n',
    fixes: ["Enable `tls` (unsafe)"],
    fixed: 'modules_enabled = { "tls"  }\nVirtualHost "a"\n',
  },
  {
    name: "before it was required",
    version: "0.11",
    file: 'modules_enabled = { "roster" }\n--^^^^^^^^^^^^^ warning: cannot be encrypted. Enable it\nVirtualHost "a"\n',
    fixes: ["Enable `tls` (unsafe)"],
  },
  {
    name: "on one of the hosts",
    file: 'modules_enabled = { "roster" }\n--^^^^^^^^^^^^^ warning: not enabled for `b`\nVirtualHost "a"\nmodules_enabled = { "tls" }\nVirtualHost "b"\n',
    fixes: ["Enable `tls` (unsafe)"],
  },
  { name: "not required", file: 'c2s_require_encryption = false\nmodules_enabled = { "roster" }\nVirtualHost "a"\n' },
  { name: "on the host", file: 'modules_enabled = { "roster" }\nVirtualHost "a"\nmodules_enabled = { "tls" }\n' },
  { name: "a part of a configuration", file: 'VirtualHost "a"\nmodules_enabled = { "roster" }\n' },
  {
    name: "told where the list is",
    file: '--- p.lua\nmodules_enabled = { }\n--^^^^^^^^^^^^^ warning\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n',
    fixes: ["Enable `tls` (unsafe)"],
  },
  {
    name: "enabled in another file",
    file: '--- p.lua\nmodules_enabled = { }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n\tmodules_enabled = { "tls" }\n',
  },
]);
