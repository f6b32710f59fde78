// Options of the past.

import { deprecatedOption } from "../../../server/src/core/rules/lua/deprecated-option.ts";
import { testRule } from "../../support/rules.ts";

testRule(deprecatedOption, [
  {
    name: "renamed",
    file: 'registration_whitelist = { "192.0.2.1" }\n--^^^^^^^^^^^^^^^^^^^^ warning: Use `registration_allowlist`\n',
    fixes: ["Rename to `registration_allowlist` (safe)", "Remove `registration_whitelist` (unsafe)"],
    fixed: 'registration_allowlist = { "192.0.2.1" }\n',
  },
  {
    name: "removed with its line and comment",
    file: "admins = { }\ndaemonize = true; -- as a service\n--^^^^^^^ warning\npidfile = 'x'\n",
    fixes: ["Remove `daemonize` (safe)"],
    fixed: "admins = { }\npidfile = 'x'\n",
  },
  {
    name: "removed beside other code",
    file: "admins = { } daemonize = true pidfile = 'x'\n--           ^^^^^^^^^ warning\n",
    fixes: ["Remove `daemonize` (safe)"],
    fixed: "admins = { } pidfile = 'x'\n",
  },
  {
    name: "removed as the last line, with CRLF",
    file: "admins = { }\r\ndaemonize = true\n--^^^^^^^ warning",
    fixes: ["Remove `daemonize` (safe)"],
    fixed: "admins = { }\r\n",
  },
  {
    name: "another option and value",
    file: 'use_libevent = true\n--^^^^^^^^^^ warning: `network_backend = "event"`\n',
    fixes: ['Replace by `network_backend = "event"` (safe)', "Remove `use_libevent` (unsafe)"],
    fixed: 'network_backend = "event"\n',
  },
  {
    name: "switched off already",
    file: "use_libevent = false\n--^^^^^^^^^^ warning\n",
    fixes: ["Remove `use_libevent` (safe)"],
    fixed: "",
  },
  {
    name: "the other option is set",
    file: 'network_backend = "epoll"\nuse_libevent = true\n--^^^^^^^^^^ warning\n',
    fixes: ["Remove `use_libevent` (unsafe)"],
    fixed: 'network_backend = "epoll"\n',
    allFixed: 'network_backend = "epoll"\nuse_libevent = true\n',
  },
  {
    name: "into a list",
    file: 'VirtualHost "x"\ndisallow_s2s = true\n--^^^^^^^^^^ warning\n',
    fixes: ['Replace by `modules_disabled = { "s2s" }` (unsafe)', "Remove `disallow_s2s` (unsafe)"],
    fixed: 'VirtualHost "x"\nmodules_disabled = { "s2s" }\n',
  },
  {
    name: "no longer read",
    file: "dns_timeout = 5\n--^^^^^^^^^ warning: no longer reads\n",
    fixes: ["Remove `dns_timeout` (safe)"],
    fixed: "",
  },
  {
    name: "in a table",
    file: 'VirtualHost "x" { admins = { }, registration_whitelist = { } }\n--                              ^^^^^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Rename to `registration_allowlist` (safe)", "Remove `registration_whitelist` (unsafe)"],
    fixed: 'VirtualHost "x" { admins = { }, registration_allowlist = { } }\n',
  },
  { name: "not yet deprecated", file: "daemonize = true\nregistration_whitelist = { }\n", version: "0.11" },
  {
    name: "never read in any version we know",
    file: "bosh_ports = { 5280 }\n--^^^^^^^^ warning: Use `http_ports`\n",
    fixes: ["Rename to `http_ports` (unsafe)", "Remove `bosh_ports` (unsafe)"],
    fixed: "http_ports = { 5280 }\n",
    allFixed: "bosh_ports = { 5280 }\n",
  },
  {
    name: "another module does it",
    file: "vcard_compatibility = true\n--^^^^^^^^^^^^^^^^^ warning: `compat_vcard`\n",
    fixes: ["Remove `vcard_compatibility` (unsafe)"],
    allFixed: "vcard_compatibility = true\n",
  },
  { name: "its module lives on in the community", file: 'cyrus_service_name = "xmpp"\n' },
]);
