// Hosts that send clients to one TURN server with different secrets: it accepts one of them only.

import type { Section, Setting } from "../../model/config.ts";
import type { StringValue } from "../../model/value.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { enabledModules, reaches } from "./shared/hostModules.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { hostName } from "../../semantics/sections.ts";
import { settingFor, settingsFor } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

export const differingTurnSecrets: LuaRule = {
  kind: "lua",
  meta: {
    id: "differing-turn-secrets",
    severity: "warning",
    fixable: true,
    summary: "Different secrets for one TURN server.",
  },
  check(context) {
    const { file, schema, report } = context;
    const modules = enabledModules(file, schema).filter(({ name }) => name === "turn_external");
    const secrets = new Map<string, StringValue>();
    for (const section of modules.length === 0 ? [] : file.sections) {
      if (section.kind !== "host" || !modules.some((module) => reaches(module.section, section))) continue;
      const server = serverOf(section, context);
      const setting = settingFor(file, "turn_external_secret", section);
      const secret = setting?.value;
      if (server === undefined || secret?.kind !== "string") continue;
      const first = secrets.get(server);
      if (first === undefined) secrets.set(server, secret);
      else if (first.value !== secret.value) {
        report({
          span: secret.span,
          message: `Another host uses the same TURN server with another secret, and the server knows one only: calls fail on one of the two. Set ${code("turn_external_secret")} once, in the global section.`,
          related: [{ span: first.span, message: "The other secret" }],
          page: "https://prosody.im/doc/turn",
          ...(setting?.section !== section || secret.folded === true || first.folded === true
            ? {}
            : { fixes: () => alike(setting, first, context) }),
        });
      }
    }
  },
};

/** Which of the two the server knows, only its operator can tell. */
function alike({ value, section, span }: Setting, first: StringValue, { file, text }: LuaContext): readonly Fix[] {
  const copy = (from: StringValue, to: Span): readonly TextEdit[] => [
    { span: to, newText: text.slice(from.span.start, from.span.end) },
  ];
  const isGlobal = file.settings.some((other) => other.value === first && other.section.kind === "global");
  const removal = section.table === undefined ? removeStatement(text, span) : removeItem(text, section.table, span);
  return [
    ...(isGlobal ? [{ title: "Remove it, for the global secret", edits: [removal], safe: false }] : []),
    { title: "Take the other secret here", edits: copy(first, value.span), safe: false },
    ...(value.kind === "string"
      ? [{ title: "Take this secret in the other place", edits: copy(value, first.span), safe: false }]
      : []),
  ];
}

/** Host and port, as far as they are written out; by default it is the host itself. */
function serverOf(section: Section, { file, schema }: LuaContext): string | undefined {
  const [host, port] = ["turn_external_host", "turn_external_port"].map((name) => {
    if (settingsFor(file, name, section).length === 0) {
      const usual = schema.option(name)?.default;
      return usual === undefined ? hostName(section) : JSON.stringify(usual);
    }
    const value = settingFor(file, name, section)?.value;
    return value?.kind === "string" || value?.kind === "number" ? String(value.value).toLowerCase() : undefined;
  });
  return host === undefined || port === undefined ? undefined : `${host}:${port}`;
}
