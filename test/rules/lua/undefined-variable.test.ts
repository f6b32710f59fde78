// Variables that a configuration reads and nothing sets: told only where the whole environment is known.

import { undefinedVariable } from "../../../server/src/core/rules/lua/undefined-variable.ts";
import { testRule } from "../../support/rules.ts";

const service = (more = "", image = "prosodyim/prosody:13.0"): string =>
  `--- compose.yaml\nservices:\n  prosody:\n    image: ${image}\n    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n${more}`;
const lua = (text: string): string => `--- prosody.cfg.lua\n${text}\n`;
const silent = (name: string, file: string): { readonly name: string; readonly file: string } => ({ name, file });

testRule(undefinedVariable, [
  {
    name: "as a value",
    file: `--- prosody.cfg.lua\ncontact = ENV_CONTACT\n--        ^^^^^^^^^^^ information: \`CONTACT\`\n${service()}`,
  },
  {
    name: "os.getenv",
    file: `--- prosody.cfg.lua\ncontact = os.getenv("CONTACT")\n--        ^^^^^^^^^^^^^^^^^^^^ information\n${service()}`,
  },
  {
    name: "an item, and a host",
    file: `--- prosody.cfg.lua\nadmins = { ENV_ADMIN }\n--         ^^^^^^^^^ information\nVirtualHost(ENV_HOST)\n--          ^^^^^^^^ information\n${service()}`,
  },
  {
    name: "in a Quadlet unit",
    file: `--- prosody.cfg.lua\ncontact = ENV_CONTACT\n--        ^^^^^^^^^^^ information\n--- prosody.container\n[Container]\nImage=docker.io/prosodyim/prosody:13.0\nVolume=./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua\n`,
  },
  silent("with a default", lua('contact = ENV_CONTACT or "x"') + service()),
  silent("looked at elsewhere too", lua("contact = ENV_CONTACT\nif ENV_CONTACT then a = 1 end") + service()),
  silent("set by the service", lua("contact = ENV_CONTACT") + service("    environment:\n      CONTACT: x\n")),
  silent("passed on", lua("contact = ENV_CONTACT") + service("    environment:\n      - CONTACT\n")),
  silent("set in an env file", `${lua("contact = ENV_CONTACT")}${service("    env_file: a.env\n")}--- a.env\nCONTACT=x\n`),
  silent("an env file that is not there", lua("contact = ENV_CONTACT") + service("    env_file: a.env\n")),
  silent("mentioned anywhere", `${lua("contact = ENV_CONTACT")}${service()}--- start.sh\nexport CONTACT=x\n`),
  silent("an env file that is chosen elsewhere", lua("contact = ENV_CONTACT") + service("    env_file:\n      - ${FILE}\n")),
  silent("another image", lua("contact = ENV_CONTACT") + service("", "example/prosody:1")),
  silent("an image built here", lua("contact = ENV_CONTACT") + service("    build: .\n")),
  silent("services that extend others", lua("contact = ENV_CONTACT") + service("    extends: base\n")),
  silent("another program", lua("contact = ENV_CONTACT") + service("    entrypoint: /start.sh\n")),
  silent("no container", `${lua("contact = ENV_CONTACT")}--- .env\nA=1\n`),
  silent(
    "a container beside it",
    `${lua("contact = ENV_CONTACT")}--- compose.yaml\nservices:\n  prosody:\n    image: prosodyim/prosody:13.0\n`,
  ),
  silent(
    "names that others set",
    lua("a = ENV_HOSTNAME\nb = ENV_PATH\nc = ENV_PROSODY_X\nd = ENV_TZ\ne = ENV_LC_ALL") + service(),
  ),
  silent("in only some runs", lua("if x then contact = ENV_CONTACT end") + service()),
  silent("computed", lua('contact = "xmpp:" .. ENV_CONTACT') + service()),
]);
