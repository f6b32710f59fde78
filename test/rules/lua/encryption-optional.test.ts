// Encryption that is not required.

import { encryptionOptional } from "../../../server/src/core/rules/lua/encryption-optional.ts";
import { testRule } from "../../support/rules.ts";

testRule(encryptionOptional, [
  {
    name: "for clients",
    file: "c2s_require_encryption = false\n--                       ^^^^^ warning: Clients\n",
    fixes: ["Change to `true` (unsafe)"],
    fixed: "c2s_require_encryption = true\n",
  },
  {
    name: "for clients of one host",
    file: 'VirtualHost "a.example"\nc2s_require_encryption = "false"\n--                       ^^^^^^^ information\n',
    fixes: ["Change to `true` (unsafe)"],
  },
  {
    name: "for tests",
    file: 'c2s_require_encryption = false\n--                       ^^^^^ information\nVirtualHost "localhost"\n',
    fixes: ["Change to `true` (unsafe)"],
  },
  {
    name: "for tests in a network of containers, where the host of the example is switched off",
    file: 'c2s_require_encryption = false\n--                       ^^^^^ information\nVirtualHost "prosody"\nVirtualHost "chat.lan"\nVirtualHost "example.com"\nenabled = false\n',
    fixes: ["Change to `true` (unsafe)"],
  },
  {
    name: "for a host that can be reached, beside one for tests",
    file: 'c2s_require_encryption = false\n--                       ^^^^^ warning\nVirtualHost "prosody"\nVirtualHost "example.com"\n',
    fixes: ["Change to `true` (unsafe)"],
  },
  {
    name: "for servers",
    file: "s2s_secure_auth = false\ns2s_require_encryption = false\n--                       ^^^^^ warning\n",
    fixes: ["Change to `true` (unsafe)"],
  },
  { name: "implied by another option", file: "s2s_secure_auth = true\ns2s_require_encryption = false\n" },
  { name: "another file may imply it", file: "s2s_require_encryption = false\n" },
  {
    name: "plain passwords",
    file: "allow_unencrypted_plain_auth = true\n--                             ^^^^ warning\nc2s_require_encryption = false\n--                       ^^^^^ warning\n",
    fixes: ["Change to `false` (unsafe)", "Change to `true` (unsafe)"],
  },
  { name: "plain passwords without effect", file: "allow_unencrypted_plain_auth = true\nc2s_require_encryption = true\n" },
  {
    name: "no TLS",
    file: 'modules_disabled = { "s2s", "tls" }\n--                          ^^^^^ warning\n',
    fixes: ["Remove it (unsafe)"],
    fixed: 'modules_disabled = { "s2s" }\n',
  },
  { name: "not certain or not known", file: "c2s_require_encryption = ENV_X\nif x then c2s_require_encryption = false end\n" },
]);
