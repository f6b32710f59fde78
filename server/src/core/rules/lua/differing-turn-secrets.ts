// Hosts that send clients to one TURN server with different secrets: it accepts one of them only.

import type { Section, Setting } from "../../model/config.ts";
import type { StringValue } from "../../model/value.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { hostName, sectionKey } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

const SECRET = "turn_external_secret";
const HOST = "turn_external_host";
const PORT = "turn_external_port";

export const differingTurnSecrets: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "differing-turn-secrets",
  severity: "warning",
  check(context) {
    const { own, report } = context;
    // All that leave it to the global section have the same.
    if (own.settingsNamed(SECRET).every(({ section }) => section.kind === "global")) return;
    const secrets = new Map<string, StringValue>();
    for (const section of hostsInQuestion(own)) {
      const server = serverOf(section, context);
      const setting = own.settingFor(SECRET, section);
      const secret = setting?.value;
      if (server === undefined || secret?.kind !== "string") continue;
      const first = secrets.get(server);
      if (first === undefined) secrets.set(server, secret);
      else if (first.value !== secret.value) {
        report({
          span: secret.span,
          message: `Another host uses the same TURN server with another secret, and the server knows one only: calls fail on one of the two. Set ${code(SECRET)} once, in the global section.`,
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

/** Hosts with TURN that set something of it, in their order; of those that set nothing, the first and those that others name as their server. */
function hostsInQuestion(own: Configuration): readonly Section[] {
  const places = new Set(own.enabled("turn_external").map(({ section }) => sectionKey(section)));
  const hasTurn = (section: Section): boolean => section.kind === "host" && (places.has("*") || places.has(sectionKey(section)));
  const settings = [SECRET, HOST, PORT].flatMap((name) => own.settingsNamed(name));
  const setting = settings.flatMap(({ section }) => [section, ...own.sectionsNamed(hostName(section) ?? "")]);
  const keys = new Set(setting.map(sectionKey));
  const silent = own.findHost((section) => hasTurn(section) && !keys.has(sectionKey(section)));
  const servers = own
    .settingsNamed(HOST)
    .flatMap(({ value }) => (value.kind === "string" ? own.sectionsNamed(value.value.toLowerCase()) : []));
  const found = new Set([...setting, ...(silent === undefined ? [] : [silent]), ...servers]);
  return [...found].filter(hasTurn).sort((a, b) => a.header.start - b.header.start);
}

/** Which of the two the server knows, only its operator can tell. */
function alike({ value, section, span }: Setting, first: StringValue, { own, text }: LuaContext): readonly Fix[] {
  const copy = (from: StringValue, to: Span): readonly TextEdit[] => [
    { span: to, newText: text.slice(from.span.start, from.span.end) },
  ];
  const isGlobal = own.globalSettings(SECRET).some((other) => other.value === first);
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
function serverOf(section: Section, { own, schema }: LuaContext): string | undefined {
  const [host, port] = [HOST, PORT].map((name) => {
    if (own.settingsFor(name, section).length === 0) {
      const usual = schema.option(name)?.default;
      return usual === undefined ? hostName(section) : JSON.stringify(usual);
    }
    const value = own.settingFor(name, section)?.value;
    return value?.kind === "string" || value?.kind === "number" ? String(value.value).toLowerCase() : undefined;
  });
  return host === undefined || port === undefined ? undefined : `${host}:${port}`;
}
