// Port options of unknown modules under a host.

import { portOptionInHost } from "../../../server/src/core/rules/lua/port-option-in-host.ts";
import { testRule } from "../../support/rules.ts";

testRule(portOptionInHost, [
  {
    name: "moved up",
    file: 'VirtualHost "a"\nx_ports = { 1 }\n--^^^^^ information\n',
    fixes: ["Move it to the global section (unsafe)"],
    fixed: 'x_ports = { 1 }\n\nVirtualHost "a"\n',
  },
  {
    name: "other endings",
    file: 'VirtualHost "a"\nx_interface = "*"\n--^^^^^^^^^ information\nx_ssl = { }\n--^^^ information\n',
    fixes: ["Move it to the global section (unsafe)", "Move it to the global section (unsafe)"],
  },
  { name: "the port of something else", file: 'VirtualHost "a"\nldap_port = 389\n' },
  { name: "told by another rule, or read per host", file: 'VirtualHost "a"\nhttp_ports = { 1 }\nexternal_service_port = 3478\n' },
  { name: "in its place", file: 'x_ports = { 1 }\nVirtualHost "a"\n' },
]);
