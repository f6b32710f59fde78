// Understands a changed text of an open file the way the file itself is understood.

import { analyse } from "../../core/analyse.ts";
import type { Analysis } from "../../core/analyse.ts";
import { analyseContainers } from "../../core/analyseContainers.ts";
import type { OpenFile } from "../session.ts";

export function reader({ analysis, settings, complete }: OpenFile): (text: string) => Analysis {
  switch (analysis.kind) {
    case "lua":
      return (text) => analyse("lua", text, { previous: analysis });
    case "env": {
      const { readers = [] } = analysis.file;
      return (text) => analyse("env", text, { dialect: settings.env.dialect, readers });
    }
    case "container":
      return (text) => {
        const found = analyseContainers(analysis.source, text);
        return found === undefined ? analysis : (complete?.(found) ?? found);
      };
  }
}
