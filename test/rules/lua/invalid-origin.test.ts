// Web sites that no browser names like that.

import { invalidOrigin } from "../../../server/src/core/rules/lua/invalid-origin.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidOrigin, [
  {
    name: "more than an origin",
    file: 'access_control_allow_origins = { "https://a.example/"; "HTTPS://A.example:443"; "http://a:8080/x" }\n--                               ^^^^^^^^^^^^^^^^^^^^ warning: equals none\n--                                                     ^^^^^^^^^^^^^^^^^^^^^^^ warning\n--                                                                              ^^^^^^^^^^^^^^^^^ warning\n',
    fixes: [
      "Change to `https://a.example` (unsafe)",
      "Change to `https://a.example` (unsafe)",
      "Change to `http://a:8080` (unsafe)",
    ],
    forced: 'access_control_allow_origins = { "https://a.example"; "https://a.example"; "http://a:8080" }\n',
  },
  {
    name: "a host",
    file: 'access_control_allow_origins = "a.example"\n--                             ^^^^^^^^^^^ warning\n',
    fixes: ["Change to `https://a.example` (unsafe)"],
    fixed: 'access_control_allow_origins = "https://a.example"\n',
  },
  {
    name: "a star",
    file: 'http_cors_override = { bosh = { origins = { "https://*.a.example" } } }\n--                                          ^^^^^^^^^^^^^^^^^^^^^ warning: Stars\n',
  },
  {
    name: "right",
    file: 'access_control_allow_origins = { "https://a.example"; "http://localhost:3000"; "*"; "http://[::1]:80" }\n--                                                                                  ^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `http://[::1]` (unsafe)"],
  },
]);
