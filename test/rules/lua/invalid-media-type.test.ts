// What is no media type.

import { invalidMediaType } from "../../../server/src/core/rules/lua/invalid-media-type.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidMediaType, [
  {
    name: "endings",
    file: 'http_file_share_allowed_file_types = { "*.jpg"; ".PNG"; "video" }\n--                                     ^^^^^^^ warning: `image/*`\n--                                              ^^^^^^ warning\n--                                                      ^^^^^^^ warning\n',
    fixes: ["Change to `image/jpeg` (safe)", "Change to `image/png` (safe)", "Change to `video/*` (safe)"],
    allFixed: 'http_file_share_allowed_file_types = { "image/jpeg"; "image/png"; "video/*" }\n',
  },
  {
    name: "upper case",
    file: 'http_file_share_safe_file_types = "Image/PNG"\n--                                ^^^^^^^^^^^ warning\n',
    fixes: ["Change to `image/png` (safe)"],
    allFixed: 'http_file_share_safe_file_types = "image/png"\n',
  },
  {
    name: "stars",
    file: 'http_file_share_allowed_file_types = { "*/*"; "*" }\n--                                     ^^^^^ warning\n--                                            ^^^ warning\n',
  },
  { name: "right", file: 'http_file_share_allowed_file_types = { "image/*"; "application/vnd.ms-excel"; "image/svg+xml" }\n' },
]);
