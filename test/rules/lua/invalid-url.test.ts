// Texts that are no URL.

import { invalidUrl } from "../../../server/src/core/rules/lua/invalid-url.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidUrl, [
  {
    name: "no scheme",
    file: 'http_external_url = "a.example:5281/x"\n--                  ^^^^^^^^^^^^^^^^^^ warning: scheme\n',
    fixes: ["Change to `https://a.example:5281/x` (unsafe)"],
    fixed: 'http_external_url = "https://a.example:5281/x"\n',
    allFixed: 'http_external_url = "a.example:5281/x"\n',
  },
  {
    name: "a slash too few",
    file: 'http_external_url = "https:/a.example"\n--                  ^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `https://a.example` (unsafe)"],
    fixed: 'http_external_url = "https://a.example"\n',
  },
  {
    name: "an address for mail",
    file: 'contact_info = { admin = { "a@example.org" } }\n--                         ^^^^^^^^^^^^^^^ warning: xmpp:\n',
    fixes: ["Change to `mailto:a@example.org` (unsafe)", "Change to `xmpp:a@example.org` (unsafe)"],
    fixed: 'contact_info = { admin = { "mailto:a@example.org" } }\n',
  },
  { name: "words", file: 'http_external_url = "the web"\n--                  ^^^^^^^^^ warning\n' },
  { name: "URLs", file: 'http_external_url = "https://[::1]:5281"\ncontact_info = { admin = { "xmpp:a@b", "mailto:a@b" } }\n' },
  { name: "still to come", file: 'http_external_url = ""\nVirtualHost "x"\nhttp_external_url = "{{ host }}"\n' },
]);
