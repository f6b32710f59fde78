// Configurations: analysed, checked, completed, explained.

import type { LuaAnalysis } from "../../../server/src/core/analyse.ts";
import { analyse } from "../../../server/src/core/analyse.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { VERSIONS } from "../../../server/src/core/schema/versions.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { bases } from "../bases.ts";
import { SECRET } from "../secrets.ts";
import { must, numbersOf, oneOf } from "../target.ts";
import type { Target } from "../target.ts";
import { mustAnswerWell } from "./answers.ts";

/** Every secret in it is quoted and has the name of one; anything else may be no secret. */
function hidesSecrets({ text, syntax: { tokens } }: LuaAnalysis): boolean {
  const code = tokens.filter(({ kind }) => kind !== "comment").map(({ start, end }) => text.slice(start, end));
  const inComments = tokens.some(({ kind, start, end }) => kind === "comment" && text.slice(start, end).includes(SECRET));
  const isKnown = (i: number): boolean =>
    code[i] === `"${SECRET}"` && code[i - 1] === "=" && /^(?:[a-z]\w*_)?(?:secret|password)$/.test(code[i - 2] ?? "");
  return !inComments && code.every((token, i) => !token.includes(SECRET) || isKnown(i));
}

export const LUA_PIECES: readonly string[] = [
  'VirtualHost "a.example"\n', 'VirtualHost "localhost"\n', 'Component "rooms.a.example" "muc"\n', 'Component "x.a.example"\n',
  'Include "conf.d/*.cfg.lua"\n', "modules_enabled = {\n", '"roster";\n', '"muc_mam";\n', '"mod_tls";\n', '"bosh", ', "modules_disabled = { }\n",
  'admins = { "a@b" }\n', "allow_registration = true\n", "c2s_require_encryption = false\n", "ssl = {\n", 'key = "x.key";\n', "log = {\n",
  'info = "*syslog";\n', "}\n", "end\n", "if ENV_X then\n", "for _, h in ipairs(hosts) do\n", 'local hosts = { "a.example" }\n', "local x <const> = 1\n",
  'x = "1" .. y\n', "enabled = false\n", 'storage = "sql"\n', 'sql = { driver = "MySQL" }\n', 'limits = { c2s = { rate = "10kb/s" } }\n',
  "-- prosody-ignore-next-line unknown-option\n", "-- prosody-ignore-file\n", 'archive_expires_after = "1w"\n', "c2s_ports = { 5222 }\n",
  'http_external_url = "https://x/"\n', "Lua.", "return ", "function f() ", "ENV_X or ", 'FileLine "x"', "true", "false", "nil", "5222", '"1d"',
  `component_secret = "${SECRET}"\n`, `turn_external_secret = "${SECRET}"\n`, `password = "${SECRET}";\n`, `ldap_password = "${SECRET}"\n`,
]; // prettier-ignore

export const lua: Target = {
  name: "lua",
  weight: 8,
  bases: () => bases("lua"),
  pieces: LUA_PIECES,
  work: (text) => check(analyseLua(text), schemaFor()),
  hold: (text) => {
    const number = numbersOf(text);
    const schema = schemaFor(oneOf(VERSIONS, number));
    const analysis = analyseLua(text);
    mustAnswerWell(analysis, schema, number, hidesSecrets(analysis));
    if (number(4) > 0) return;
    // Typing on: what is kept of the text before is the same as what is read anew.
    const at = number(text.length + 1);
    const next = text.slice(0, at) + oneOf(LUA_PIECES, number) + text.slice(at);
    const [grown, anew] = [analyse("lua", next, { previous: analysis }), analyse("lua", next)];
    must(grown.kind === "lua" && anew.kind === "lua", "it is no configuration any more");
    must(JSON.stringify(grown.syntax.issues) === JSON.stringify(anew.syntax.issues), "after an edit, other issues are kept");
    must(JSON.stringify(grown.file.settings) === JSON.stringify(anew.file.settings), "after an edit, other settings are kept");
  },
};
