// The words for what an evaluation warns of.

import type { WarningCode } from "./types.ts";

export function warningMessage(code: WarningCode, subject: string): string {
  switch (code) {
    case "duplicate-option":
      return `The option ${subject} was set before in this section of the file; this value replaces the earlier one.`;
    case "unset-name":
      return `The name ${subject} stands for nothing here, so its value is nil. If it is meant as a text, put quotes around it.`;
    case "lua-name":
      return `${subject} is a part of Lua. Since Prosody 13.0 it is written Lua.${subject}; without the prefix it will stop working.`;
    case "missing-folder":
      return `The folder ${subject} is not here, so nothing was included from it. Prosody itself would not start without it.`;
    case "not-readable":
      return `${subject} lies outside of what may be read here and was taken for missing.`;
    case "missing-module":
      return `require finds no ${subject} here. On the server it may be there, and the result different.`;
  }
}
