// One certificate for all hosts by hand, where Prosody would find the right one for each.

import { keyText } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const sslLeftover: LuaRule = {
  kind: "lua",
  id: "ssl-leftover",
  severity: "information",
  concerns: (name) => name === "ssl",
  check({ file, own, text, report }) {
    for (const { name, value, section, form, certain, nameSpan, span } of file.settings) {
      if (name !== "ssl" || section.kind !== "global" || form !== "assign" || !certain || value.kind !== "table") continue;
      const byHand = value.entries.filter((entry) => FILES.has(keyText(entry) ?? ""));
      // With one host it may well be the right certificate.
      if (byHand.length === 0 || (!own.hasIncludes && !own.hasSeveralSections)) continue;
      report({
        span: nameSpan,
        message: `This certificate is used for every host and component, even where Prosody has found a better one in ${code("certificates")}. Remove it, and let ${code("prosodyctl cert import")} put the certificates there.`,
        page: "https://prosody.im/doc/certificates",
        fixes: () => {
          const rest = value.entries.length - byHand.length;
          const edits =
            rest === 0 ? [removeStatement(text, span)] : byHand.map((entry) => removeItem(text, value.span, entry.span));
          return [{ title: "Remove it, and let Prosody find the certificates", edits, safe: false }];
        },
      });
    }
  },
};

/** The keys that name the certificate; the others tune TLS. */
const FILES = new Set(["certificate", "key"]);
