// Variables of the environment that a configuration reads and nothing gives to its server.

import { isLikeOfficial, ownVariable } from "../../model/envNames.ts";
import { envValues } from "../../model/envValues.ts";
import { contains } from "../../text/span.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { code } from "./shared/words.ts";

export const undefinedVariable: LuaRule = {
  kind: "lua",
  meta: {
    id: "undefined-variable",
    severity: "information",
    fixable: false,
    summary: "A variable of the environment that nothing sets.",
  },
  check(context) {
    const { file, schema, report } = context;
    if (file.envRefs.length === 0) return;
    const { environment } = context;
    if (environment?.certain !== true) return;
    const taken = envValues(file).filter(({ value, certain }) => certain && value.fallback === undefined);
    for (const { value } of taken) {
      const { name, span } = value;
      if (environment.names.has(name) || !ownVariable(name) || isLikeOfficial(name) || schema.variable(name) !== undefined)
        continue;
      // Whoever looks at it in another way as well reckons with its being absent.
      const isPlain = file.envRefs.every(
        (ref) => ref.name !== name || taken.some((one) => one.value.name === name && contains(one.value.span, ref.span)),
      );
      if (!isPlain) continue;
      report({
        span,
        message: `Nothing sets ${code(name)} for this server, so there is no value here. Set it where the container gets its variables, or write a default: ${code(`ENV_${name} or "…"`)}.`,
      });
    }
  },
};

const COMPOSE =
  "--- compose.yaml\nservices:\n  prosody:\n    image: prosodyim/prosody:13.0\n    env_file: chat.env\n    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n";

export const docs: RuleDocs = {
  category: "variables",
  description:
    '`ENV_X` and `os.getenv("X")` are the value of the environment\'s variable `X`, or `nil`. Then an option counts as unset, and a ' +
    "`VirtualHost` has no name. It is told where a compose file or a Quadlet unit runs the official image with this configuration, " +
    "every env file that it names is there, and no file of the workspace that could set variables mentions the name. A default " +
    "behind `or` says that the variable may be absent, and so does a look at it elsewhere, as in `if ENV_X then`. On the " +
    "command line it is told when the whole folder is checked.",
  examples: [
    {
      title: "set nowhere",
      text: `--- prosody.cfg.lua\nadmins = { ENV_ADMIN }\n${COMPOSE}--- chat.env\nCHAT_DOMAIN=example.com\n`,
      reports: true,
    },
    {
      title: "set, and with a default",
      text: `--- prosody.cfg.lua\nadmins = { ENV_ADMIN }\nregistration_notification = ENV_NOTE or "hello"\n${COMPOSE}--- chat.env\nADMIN=admin@example.com\n`,
      reports: false,
    },
  ],
};
