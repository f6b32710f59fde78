// Secrets that are none.

import { secretPlaceholder } from "../../../server/src/core/rules/lua/secret-placeholder.ts";
import { testRule } from "../../support/rules.ts";

testRule(secretPlaceholder, [
  {
    name: "of several kinds",
    file: 'component_secret = "ChangeMe!"\n--                 ^^^^^^^^^^^ warning: `component_secret`\nturn_external_secret = "your-turn-secret"\n--                     ^^^^^^^^^^^^^^^^^^ warning\nldap_password = "secret123"\n--              ^^^^^^^^^^^ warning\nsql = { password = "123456" }\n--                 ^^^^^^^^ warning\n',
    fixes: [
      "Read it from the file `secrets/component_secret`, where you put it (unsafe)",
      "Take it from the environment variable `COMPONENT_SECRET`, where you put it (unsafe)",
      "Read it from the file `secrets/turn_external_secret`, where you put it (unsafe)",
      "Take it from the environment variable `TURN_EXTERNAL_SECRET`, where you put it (unsafe)",
      "Read it from the file `secrets/ldap_password`, where you put it (unsafe)",
      "Take it from the environment variable `LDAP_PASSWORD`, where you put it (unsafe)",
      "Read it from the file `secrets/password`, where you put it (unsafe)",
      "Take it from the environment variable `PASSWORD`, where you put it (unsafe)",
    ],
    fixed:
      'component_secret = FileLine "secrets/component_secret"\nturn_external_secret = "your-turn-secret"\nldap_password = "secret123"\nsql = { password = "123456" }\n',
  },
  {
    name: "for tests",
    file: 'VirtualHost "localhost"\nComponent "x.localhost"\n\tcomponent_secret = "secret"\n--                  ^^^^^^^^ information\n',
    version: "0.12",
    fixes: ["Take it from the environment variable `COMPONENT_SECRET`, where you put it (unsafe)"],
    fixed: 'VirtualHost "localhost"\nComponent "x.localhost"\n\tcomponent_secret = ENV_COMPONENT_SECRET\n',
  },
  { name: "what a template fills in", file: 'component_secret = "{{ secret }}"\nldap_password = "<password>"\n' },
  {
    name: "words that merely contain one",
    file: 'component_secret = "secretly-b91c3d52aa0e"\nldap_password = "correct horse password"\n',
  },
]);
