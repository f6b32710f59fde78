// Community modules with a successor.

import { supersededModule } from "../../../server/src/core/rules/lua/superseded-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(supersededModule, [
  {
    name: "with its options",
    file: 'http_upload_access = { "a.example" }\nComponent "u" "http_upload"\n--            ^^^^^^^^^^^^^ information: `http_file_share`\n\thttp_upload_expire_after = 60\n\thttp_upload_path = "/x"\nComponent "v"\n\thttp_upload_file_size_limit = 5\n',
    fixes: ["Change to `http_file_share`, with its options (unsafe)"],
    fixed:
      'http_file_share_access = { "a.example" }\nComponent "u" "http_file_share"\n\thttp_file_share_expires_after = 60\n\thttp_upload_path = "/x"\nComponent "v"\n\thttp_upload_file_size_limit = 5\n',
  },
  {
    name: "its work is done by a component",
    file: 'Component "r" "muc"\n\tmodules_enabled = { "vcard_muc", "muc_mam" }\n--                   ^^^^^^^^^^^ information: `muc`\n',
    fixes: ["Remove `vcard_muc`, as `muc` does its work (unsafe)"],
    fixed: 'Component "r" "muc"\n\tmodules_enabled = { "muc_mam" }\n',
  },
  {
    name: "its successor is there",
    file: 'modules_enabled = { "blocking"; "blocklist" }\n--                  ^^^^^^^^^^ information\n',
    fixes: ["Remove `blocking`, as `blocklist` does its work (unsafe)"],
    fixed: 'modules_enabled = { "blocklist" }\n',
  },
  {
    name: "renamed",
    file: 'modules_enabled = { "blocking" }\n--                  ^^^^^^^^^^ information\n',
    fixes: ["Change to `blocklist` (unsafe)"],
    fixed: 'modules_enabled = { "blocklist" }\n',
    allFixed: 'modules_enabled = { "blocking" }\n',
  },
  {
    name: "what Prosody does itself",
    file: 'modules_enabled = { "roster"; "omemo_all_access" }\n--                            ^^^^^^^^^^^^^^^^^^ information: of no use any more. Prosody gives access\n',
    fixes: ["Remove `omemo_all_access` (unsafe)"],
    fixed: 'modules_enabled = { "roster" }\n',
  },
  {
    name: "what does not work with the version",
    file: 'modules_enabled = { "muc_restrict_rooms" }\n--                  ^^^^^^^^^^^^^^^^^^^^ information: does not work with Prosody 13.0\n',
    fixes: ["Remove `muc_restrict_rooms` (unsafe)"],
  },
  { name: "what may work with the version", file: 'modules_enabled = { "muc_restrict_rooms" }\n', version: "0.12" },
  {
    name: "what left the repository",
    file: 'modules_enabled = { "candy" }\n--                  ^^^^^^^ information: left the community repository\n',
    fixes: ["Remove `candy` (unsafe)"],
  },
  { name: "disabled", file: 'modules_disabled = { "http_upload" }\n' },
  { name: "before", file: 'modules_enabled = { "http_upload" }\n', version: "0.11" },
]);
