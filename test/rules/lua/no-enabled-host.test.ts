// Configurations that Prosody does not start with, as far as one file tells.

import { noEnabledHost } from "../../../server/src/core/rules/lua/no-enabled-host.ts";
import { testRule } from "../../support/rules.ts";

const LIST = 'modules_enabled = { "roster" }\n';

testRule(noEnabledHost, [
  {
    name: "all switched off",
    file: `${LIST}VirtualHost "a"\nenabled = false\n--^^^^^ warning\nVirtualHost "b"\nenabled = false\n--^^^^^ warning\n`,
    fixes: ["Switch it on (unsafe)", "Switch it on (unsafe)"],
    fixed: `${LIST}VirtualHost "a"\nVirtualHost "b"\nenabled = false\n`,
  },
  { name: "one is left", file: `${LIST}VirtualHost "a"\nenabled = false\nVirtualHost "b"\n` },
  { name: "globally", file: `${LIST}enabled = false\n--^^^^^ warning\nVirtualHost "a"\n`, fixes: ["Switch it on (unsafe)"] },
  { name: "on again", file: `${LIST}enabled = false\nVirtualHost "a"\nenabled = true\n` },
  { name: "computed", file: `${LIST}VirtualHost "a"\nenabled = ENV_ON\n` },
  { name: "components alone", file: `${LIST}Component "a" "muc"\n--^^^^^^^^^^^^^^^^^ warning\n` },
  { name: "a part", file: 'VirtualHost "a"\nenabled = false\n' },
  { name: "more is included", file: `${LIST}Include "hosts/*.lua"\nVirtualHost "a"\nenabled = false\n` },
  { name: "more may be made", file: `${LIST}if x then VirtualHost "b" end\nVirtualHost "a"\nenabled = false\n` },
  { name: "another file is run", file: `${LIST}dofile "/etc/more.lua"\nComponent "a" "muc"\n` },
  {
    name: "switched off in another file",
    file: '--- p.lua\nmodules_enabled = { }\nInclude "a.lua"\nInclude "b.lua"\n--- a.lua\nVirtualHost "a"\n\tenabled = false\n --^^^^^ warning\n--- b.lua\nVirtualHost "b"\n\tenabled = false\n --^^^^^ warning\n',
    fixes: ["Switch it on (unsafe)", "Switch it on (unsafe)"],
  },
  {
    name: "one of another file is enough",
    file: '--- p.lua\nmodules_enabled = { }\nInclude "a.lua"\nComponent "c" "muc"\n--- a.lua\nVirtualHost "a"\n',
  },
  { name: "a host was meant", file: `${LIST}VirtualHost = "a"\nComponent "c" "muc"\n` },
  {
    name: "hosts may be elsewhere",
    file: '--- prosody.cfg.lua\nmodules_enabled = { }\n--^^^^^^^^^^^^^ information\nInclude "conf.d/*.cfg.lua"\n',
  },
  {
    name: "others may be elsewhere",
    file: '--- prosody.cfg.lua\nmodules_enabled = { }\nVirtualHost "a"\n\tenabled = false\n --^^^^^ information\nInclude "conf.d/*.cfg.lua"\n',
    fixes: ["Switch it on (unsafe)"],
  },
]);
