// Two services on one port.

import { portClash } from "../../../server/src/core/rules/lua/port-clash.ts";
import { testRule } from "../../support/rules.ts";

testRule(portClash, [
  {
    name: "two that are always there",
    file: "c2s_ports = { 5222 }\ns2s_ports = { 5269, 5222 }\n--                  ^^^^ warning: client connections\n",
  },
  {
    name: "with the default of another one",
    file: 'modules_enabled = { "roster" }\ns2s_ports = { 5222 }\n--            ^^^^ warning\nVirtualHost "x"\n',
    fixes: ["Change to 5269, the usual port of this service (unsafe)"],
  },
  { name: "the default may be set in another file", file: "s2s_ports = { 5222 }\n" },
  {
    name: "back to the usual port",
    file: "c2s_ports = { 5269 }\ns2s_ports = { 5269 }\n--            ^^^^ warning\n",
  },
  {
    name: "to the usual port, which is free",
    file: "c2s_ports = { 443 }\ns2s_ports = { 443 }\n--            ^^^ warning\n",
    fixes: ["Change to 5269, the usual port of this service (unsafe)"],
    fixed: "c2s_ports = { 443 }\ns2s_ports = { 5269 }\n",
    allFixed: "c2s_ports = { 443 }\ns2s_ports = { 443 }\n",
  },
  {
    name: "as text",
    file: 'c2s_ports = 443\ns2s_ports = "443"\n--          ^^^^^ warning\n',
    fixes: ["Change to 5269, the usual port of this service (unsafe)"],
  },
  {
    name: "a service that is not loaded here",
    file: "c2s_ports = { 443 }\nhttps_ports = { 443 }\n",
  },
  {
    name: "a service that another module loads",
    file: 'modules_enabled = { "bosh" }\nc2s_ports = { 443 }\nhttps_ports = { 443 }\n--              ^^^ warning\n',
    fixes: ["Change to 5281, the usual port of this service (unsafe)"],
  },
  { name: "on other addresses", file: 'c2s_ports = { 443 }\nc2s_interfaces = { "192.0.2.1" }\ns2s_ports = { 443 }\n' },
  {
    name: "on the same address",
    file: 'c2s_ports = { 443 }\nc2s_interfaces = { "192.0.2.1" }\ns2s_interfaces = "192.0.2.1"\ns2s_ports = { 443 }\n--            ^^^ warning\n',
    fixes: ["Change to 5269, the usual port of this service (unsafe)"],
  },
  { name: "switched off, or no number", file: 'c2s_ports = { 0, "x" }\ns2s_ports = { 0, "x" }\n' },
  { name: "computed", file: "c2s_ports = { ENV_PORT }\ns2s_ports = { ENV_PORT }\n" },
]);
