// Modules without the option that they need.

import { missingRequirement } from "../../../server/src/core/rules/lua/missing-requirement.ts";
import { testRule } from "../../support/rules.ts";

testRule(missingRequirement, [
  {
    name: "for all hosts",
    file: 'modules_enabled = { "turn_external" }\n--                  ^^^^^^^^^^^^^^^ warning: `turn_external_secret`\nVirtualHost "a"\n',
    fixes: ["Add `turn_external_secret`, to be filled in (unsafe)"],
    fixed: 'modules_enabled = { "turn_external" }\nturn_external_secret = ""\nVirtualHost "a"\n',
    allFixed: 'modules_enabled = { "turn_external" }\nVirtualHost "a"\n',
  },
  { name: "set for a host", file: 'modules_enabled = { "turn_external" }\nVirtualHost "a"\nturn_external_secret = "x"\n' },
  {
    name: "set for another host",
    file: 'modules_enabled = { }\nVirtualHost "a"\nmodules_enabled = { "turn_external" }\n--                  ^^^^^^^^^^^^^^^ warning\nVirtualHost "b"\nturn_external_secret = "x"\n',
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
  { name: "a part", file: 'VirtualHost "a"\nmodules_enabled = { "turn_external" }\n' },
  { name: "not known yet", file: 'modules_enabled = { "turn_external" }\nVirtualHost "a"\n', version: "0.11" },
]);
