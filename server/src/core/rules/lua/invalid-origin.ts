// Web sites that are not written as browsers name them.

import { textRule } from "./shared/textRule.ts";

export const invalidOrigin = textRule({
  id: "invalid-origin",
  severity: "warning",
  kinds: ["origin"],
  problem({ text, item }) {
    if (text === "*" || text === "null" || (item === true && /[\s,;]/.test(text))) return undefined;
    const [, scheme, host = "", port = ""] =
      /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:\s]+|\[[^\]]+\])(:\d+)?(?:\/.*)?$/i.exec(text) ?? [];
    const usual = { http: ":80", https: ":443" }[(scheme ?? "https").toLowerCase()];
    const origin = `${(scheme ?? "https").toLowerCase()}://${host.toLowerCase()}${port === usual ? "" : port}`;
    if (origin === text && !host.includes("*")) return undefined;
    const isMeant = host !== "" && !host.includes("*");
    return {
      says: `takes web sites as browsers name them: scheme, host and perhaps a port, in lower case and without anything behind, as in \`https://chat.example.com\`.${host.includes("*") ? " Stars for a part of the name are not understood." : ""} This equals none.`,
      meant: isMeant ? origin : undefined,
    };
  },
});
