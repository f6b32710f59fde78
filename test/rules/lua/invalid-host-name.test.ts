// Names that are no domain names.

import { expect, test } from "vitest";
import { invalidHostName } from "../../../server/src/core/rules/lua/invalid-host-name.ts";
import { decodeLabel } from "../../../server/src/core/rules/lua/shared/punycode.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidHostName, [
  {
    name: "the name that is meant is taken",
    file: 'VirtualHost "b\u00fccher.example"\nVirtualHost "xn--bcher-kva.example"\n--          ^^^^^^^^^^^^^^^^^^^^^^^ warning\n',
  },
  {
    name: "a web address",
    file: "VirtualHost 'https://chat.example.org:443/x'\n--          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Write `chat.example.org`\n",
    fixes: ["Change to `chat.example.org` (unsafe)"],
    fixed: "VirtualHost 'chat.example.org'\n",
  },
  {
    name: "an account",
    file: 'VirtualHost "me@example.org"\n--          ^^^^^^^^^^^^^^^^ warning: accounts\n',
    fixes: ["Change to `example.org` (unsafe)"],
    fixed: 'VirtualHost "example.org"\n',
  },
  {
    name: "a port",
    file: 'VirtualHost "a.example:5222"\n--          ^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `a.example` (unsafe)"],
    fixed: 'VirtualHost "a.example"\n',
  },
  {
    name: "a slash",
    file: 'Component "a.example/x" "muc"\n--        ^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `a.example` (unsafe)"],
    fixed: 'Component "a.example" "muc"\n',
  },
  {
    name: "blanks around",
    file: 'VirtualHost " a.example"\n--          ^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `a.example` (unsafe)"],
    fixed: 'VirtualHost "a.example"\n',
  },
  { name: "empty", file: 'VirtualHost ""\n--          ^^ warning\n' },
  {
    name: "encoded",
    file: 'VirtualHost "chat.xn--bcher-kva.example"\n--          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Write `chat.bücher.example`\n',
    fixes: ["Change to `chat.bücher.example` (unsafe)"],
    fixed: 'VirtualHost "chat.bücher.example"\n',
  },
  {
    name: "characters",
    file: 'VirtualHost "a b.example"\n--          ^^^^^^^^^^^^^ warning: a blank\nVirtualHost "a_b"\n--          ^^^^^ warning: `_`\n',
  },
  {
    name: "parts",
    file: 'VirtualHost "a..example"\n--          ^^^^^^^^^^^^ warning\nVirtualHost "-a.example"\n--          ^^^^^^^^^^^^ warning\n',
  },
  {
    name: "addresses",
    file: 'VirtualHost "127.0.0.1"\n--          ^^^^^^^^^^^ information: IP address\nVirtualHost "[::1]"\n--          ^^^^^^^ information\nVirtualHost "2001:db8::1"\n--          ^^^^^^^^^^^^^ information\n',
  },
  {
    name: "bytes of another encoding",
    file: 'VirtualHost "m\uFFFDller.example"\n--          ^^^^^^^^^^^^^^^^ error: UTF-8\n',
  },
  {
    name: "good ones",
    file: 'VirtualHost "localhost"\nVirtualHost "EXAMPLE.org"\nVirtualHost "例え.example"\nVirtualHost "a.example."\n',
  },
  {
    name: "not names yet, not certain, or for one account",
    file: 'VirtualHost "{{ host }}"\nVirtualHost "__DOMAIN__"\nVirtualHost "chat.XMPP_DOMAIN"\nVirtualHost(x)\nif x then VirtualHost "a b" end\nComponent "a@b.example" "x"\n',
  },
]);

test.each([
  ["bcher-kva", "bücher"],
  ["r8jz45g", "例え"],
  ["mnchen-3ya", "münchen"],
  ["80ak6aa92e", "аррӏе"],
  ["", ""],
])("decodes %s", (encoded, plain) => {
  expect(decodeLabel(encoded)).toBe(plain);
});

test("does not decode what is wrong", () => {
  expect(decodeLabel("a-é")).toBeUndefined();
  expect(decodeLabel("99999999")).toBeUndefined();
});
