// Home folders.

import { tildePath } from "../../../server/src/core/rules/lua/tilde-path.ts";
import { testRule } from "../../support/rules.ts";

testRule(tildePath, [
  {
    name: "a file and a folder",
    file: 'pidfile = "~/prosody.pid"\n--        ^^^^^^^^^^^^^^^ warning: whole path\ndata_path = "~prosody/data"\n--          ^^^^^^^^^^^^^^^ warning\n',
  },
  { name: "other places", file: 'pidfile = "/a/~b"\nmotd_text = "~/a"\ndata_path = "a~"\ncertificates = "~x"\n' },
]);
