// Web sites that are not written as browsers name them.

import type { LuaRule } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const invalidOrigin: LuaRule = {
  kind: "lua",
  id: "invalid-origin",
  severity: "warning",
  concerns: ofKind("origin"),
  check(context) {
    for (const place of textsOf(context, "origin")) {
      const { value, text, item, option } = place;
      if (text === "*" || text === "null" || (item === true && /[\s,;]/.test(text))) continue;
      const [, scheme, host = "", port = ""] =
        /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:\s]+|\[[^\]]+\])(:\d+)?(?:\/.*)?$/i.exec(text) ?? [];
      const usual = { http: ":80", https: ":443" }[(scheme ?? "https").toLowerCase()];
      const origin = `${(scheme ?? "https").toLowerCase()}://${host.toLowerCase()}${port === usual ? "" : port}`;
      if (origin === text && !host.includes("*")) continue;
      const isMeant = host !== "" && !host.includes("*");
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes web sites as browsers name them: scheme, host and perhaps a port, in lower case and without anything behind, as in \`https://chat.example.com\`.${host.includes("*") ? " Stars for a part of the name are not understood." : ""} This equals none.`,
        page: option.page,
        ...rewriting(context, value, isMeant ? origin : undefined, scheme !== undefined),
      });
    }
  },
};
