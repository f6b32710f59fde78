// Values of the wrong kind and their repair.

import { wrongType } from "../../../server/src/core/rules/lua/wrong-type.ts";
import { testRule } from "../../support/rules.ts";

testRule(wrongType, [
  {
    name: "a module that is always loaded does not load",
    file: 'c2s_stanza_size_limit = "lots"\n--                      ^^^^^^ error: The module `c2s` does not load with it.\n',
  },
  {
    name: "on 0.12 it does, without a value",
    version: "0.12",
    file: 'default_iteration_count = "lots"\n--                        ^^^^^^ warning: Prosody then goes on without a value, not even the default.\n',
  },
  {
    name: "a module that a list names",
    file: 'modules_enabled = { "mam", "groups" }\nblocklist_cache_size = "many"\n--                     ^^^^^^ warning: The module `blocklist` does not\ngroups_file = 5\n--            ^ error: The module `groups` does not load with it.\n',
    fixes: ["Put it in quotes (safe)"],
  },
  {
    name: "a module of another host",
    file: 'VirtualHost "a"\nmodules_enabled = { "blocklist" }\nVirtualHost "b"\nblocklist_cache_size = "many"\n--                     ^^^^^^ warning: The module `blocklist` does not\n',
  },
  {
    name: "a setting that may not be made",
    file: 'if x then\nc2s_stanza_size_limit = "lots"\n--                      ^^^^^^ warning: The module `c2s` does not load with it.\nend\n',
  },
  {
    name: "a list in a list is no number",
    file: "c2s_stanza_size_limit = { { 20000 } }\n--                        ^^^^^^^^^ error: not a list. The module `c2s` does not load with it.\n",
  },
  { name: "nor is what a template fills in", file: "c2s_stanza_size_limit = {{ limit }}\n" },
  {
    name: "the provider that is used unless another one is chosen",
    file: 'default_iteration_count = "many"\n--                        ^^^^^^ error: The module `auth_internal_hashed` does not load with it.\n',
  },
  {
    name: "and where another one is",
    file: 'default_iteration_count = "many"\n--                        ^^^^^^ warning: The module `auth_internal_hashed` does not\nauthentication = provider()\n',
  },
  {
    name: "a switch",
    file: 'allow_registration = "maybe"\n--                   ^^^^^^^ warning: goes on without a value, not even the default.\n',
  },
  {
    name: "every connection fails",
    file: 'c2s_timeout = "soon"\n--            ^^^^^^ error: Each connection of a client fails\n',
  },
  {
    name: "yes for true",
    file: 'allow_registration = "yes"\n--                   ^^^^^ warning: not a text\n',
    fixes: ["Change to `true` (unsafe)"],
    fixed: "allow_registration = true\n",
  },
  {
    name: "a size with a unit",
    file: 'http_file_share_size_limit = "10 MB"\n--                           ^^^^^^^ warning\n',
    fixes: ["Write the bytes as `10 * 1024 * 1024` (unsafe)"],
    fixed: "http_file_share_size_limit = 10 * 1024 * 1024\n",
  },
  {
    name: "a number for a path",
    file: "plugin_server = 12\n--              ^^ warning\n",
    fixes: ["Put it in quotes (safe)"],
    fixed: 'plugin_server = "12"\n',
  },
  {
    name: "inside a table",
    file: "limits = { c2s = { rate = 10 } }\n--                        ^^ warning: This part of `limits`\n",
    fixes: ["Write it as a text (unsafe)"],
  },
  { name: "an item", file: 'c2s_ports = { "a", 5222 }\n--            ^^^ warning\n' },
  {
    name: "a secret's value is not in the message",
    file: 'Component "x"\ncomponent_secret = { a = "b" }\n--                 ^^^^^^^^^^^ warning: not a table with keys.\n',
  },
  { name: "what Prosody converts", file: 'allow_registration = "true"\nc2s_ports = "5222"\nadmins = "a@example.org"\n' },
  {
    name: "what other rules say",
    file: 'modules_enabled = "mam"\nadmins = { { "a@b" } }\nc2s_ports = "1, 2"\nVirtualHost "x"\nenabled = "false"\n',
  },
  { name: "what is not known", file: "allow_registration = ENV_X or false\nc2s_ports = f()\npidfile = nil\n" },
  { name: "what is not read any more", file: 'daemonize = "perhaps"\n' },
  { name: "what is not read yet", file: 'http_file_share_expires_after = "1 week"\n', version: "0.11" },
  { name: "what a template fills in", file: 'archive_expires_after = "{{ archive }}"\n' },
]);
