// What is no IP address.

import { invalidAddress } from "../../../server/src/core/rules/lua/invalid-address.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidAddress, [
  {
    name: "stars",
    file: 'trusted_proxies = { "10.0.*.*"; "192.168.1.*" }\n--                  ^^^^^^^^^^ warning: bits\n--                              ^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `10.0.0.0/16` (unsafe)", "Change to `192.168.1.0/24` (unsafe)"],
    forced: 'trusted_proxies = { "10.0.0.0/16"; "192.168.1.0/24" }\n',
  },
  {
    name: "a mask and a short form",
    file: 'trusted_proxies = { "10.0.0.0/255.240.0.0"; "10/8" }\n--                  ^^^^^^^^^^^^^^^^^^^^^^ warning\n--                                          ^^^^^^ warning\n',
    fixes: ["Change to `10.0.0.0/12` (unsafe)", "Change to `10.0.0.0/8` (unsafe)"],
    forced: 'trusted_proxies = { "10.0.0.0/12"; "10.0.0.0/8" }\n',
  },
  {
    name: "brackets",
    file: 'c2s_interfaces = { "[::1]" }\n--                 ^^^^^^^ warning: brackets\n',
    fixes: ["Change to `::1` (unsafe)"],
    forced: 'c2s_interfaces = { "::1" }\n',
  },
  {
    name: "no numbers of an address",
    file: 'external_addresses = { "300.1.1.1"; "1.2.3"; "1::2::3" }\n--                     ^^^^^^^^^^^ warning: four\n--                                  ^^^^^^^ warning: four\n--                                           ^^^^^^^^^ warning: IPv6\n',
  },
  { name: "too many bits", file: 'trusted_proxies = { "10.0.0.0/33" }\n--                  ^^^^^^^^^^^^^ warning: 32 bits\n' },
  {
    name: "a name",
    file: 'trusted_proxies = { "nginx"; "*" }\n--                  ^^^^^^^ warning: not looked up\n--                           ^^^ warning\n',
  },
  {
    name: "a network",
    file: 'openmetrics_allow_ips = { "10.0.0.0/8" }\n--                        ^^^^^^^^^^^^ warning: network\n',
  },
  { name: "a device", file: 'c2s_interfaces = { "eth0" }\n--                 ^^^^^^ warning: device\n' },
  {
    name: "right",
    file: 'trusted_proxies = { "10.1.2.3/8"; "::1"; "2001:db8::/32"; "::ffff:1.2.3.4"; "1:2:3:4:5:6:7:8" }\nc2s_interfaces = { "*"; "::"; "fe80::1%eth0"; "localhost" }\nturn_external_host = "turn.example"\n',
  },
  { name: "what other rules say", file: 'trusted_proxies = "10.0.0.1, 10.0.0.2"\nc2s_interfaces = { "127.0.0.1:5222" }\n' },
]);
