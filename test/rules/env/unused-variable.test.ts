// Variables of an env file that nothing reads: told only where everything that could read them is known.

import { unusedVariable } from "../../../server/src/core/rules/env/unused-variable.ts";
import { testRule } from "../../support/rules.ts";

interface World {
  readonly lua?: string;
  readonly env?: string;
  readonly service?: string;
  readonly more?: string;
}

const world = ({ lua = "admins = { ENV_ADMIN }", env = "ADMIN=a@x.example\nOLD=1\n", service = "", more = "" }: World): string =>
  `--- chat.env\n${env}--- prosody.cfg.lua\n${lua}\n--- compose.yaml\nservices:\n  prosody:\n    image: prosodyim/prosody:13.0\n    env_file: chat.env\n` +
  `    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n      - data:/var/lib/prosody\n${service}${more}`;
const MARKED = "ADMIN=a@x.example\nOLD=1\n#^^ hint\n";
const silent = (name: string, given: World): { readonly name: string; readonly file: string } => ({ name, file: world(given) });

testRule(unusedVariable, [
  { name: "read nowhere", file: world({ env: MARKED.replace("#^^", "#^^") }) },
  { name: "not the image's", file: world({ env: `PROSODY_LOGLEVEL=info\nTZ=UTC\n${MARKED}` }) },
  silent("read by os.getenv", { lua: 'admins = { Lua.os.getenv "ADMIN", os.getenv("OLD") }' }),
  silent("read by a computed name", { lua: 'admins = { os.getenv("AD" .. "M" .. x), ENV_ADMIN }' }),
  silent("a configuration that runs other files", { lua: 'admins = { ENV_ADMIN }\ndofile("x.lua")' }),
  silent("a configuration that could not be read", { lua: "admins = { ENV_ADMIN" }),
  silent("includes that are not here", { lua: 'admins = { ENV_ADMIN }\nInclude "conf.d/*.cfg.lua"' }),
  silent("modules of one's own", { service: "      - ./modules:/usr/local/lib/prosody/modules\n" }),
  silent("plugin paths", { lua: 'admins = { ENV_ADMIN }\nplugin_paths = { "/x" }' }),
  silent("two services", { more: "  other:\n    image: prosodyim/prosody:13.0\n    env_file: chat.env\n" }),
  silent("another image too", { more: "  db:\n    image: postgres\n    env_file: chat.env\n" }),
  silent("named in the compose file", { service: "    healthcheck:\n      test: test -n $$OLD\n" }),
  silent("named in a script", { more: '--- run.sh\necho "$OLD"\n' }),
  silent("used in another value", { env: "OLD=x\nADMIN=a@${OLD}\n" }),
  silent("the image's own configuration", { more: "--- x.env\nA=1\n", lua: "", env: "PROSODY_ADMINS=a@x\n" }),
  { name: "of files that others read", file: "--- .env\nOLD=1\n--- prosody.cfg.lua\nadmins = { ENV_ADMIN }\n" },
]);
