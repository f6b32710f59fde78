// Values of the wrong kind and their repair.

import { wrongType } from "../../../server/src/core/rules/lua/wrong-type.ts";
import { testRule } from "../../support/rules.ts";

testRule(wrongType, [
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
