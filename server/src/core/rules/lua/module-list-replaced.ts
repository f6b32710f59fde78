// A list of modules in a file that is added to the configuration of the official image: it takes the place of the image's list.

import { listItems } from "../../model/value.ts";
import { compareVersions } from "../../schema/version.ts";
import type { Span } from "../../text/span.ts";
import type { Fix, LuaRule, RuleDocs } from "../rule.ts";
import { code } from "./shared/words.ts";

/** Whoever names these writes a whole list, and means it: without the one nobody can log in, without the other nobody has contacts. */
const OF_A_WHOLE_LIST = ["saslauth", "roster"];

export const moduleListReplaced: LuaRule = {
  kind: "lua",
  meta: {
    id: "module-list-replaced",
    severity: "warning",
    fixable: true,
    summary: "A short list of modules in a file beside the image's configuration, whose own list it replaces.",
  },
  check(context) {
    const { file, schema, report } = context;
    const setting = file.settings.find(({ name, section, form, certain }) => {
      return name === "modules_enabled" && section.kind === "global" && form === "assign" && certain;
    });
    const value = setting?.value;
    if (setting === undefined || value?.kind !== "table" || context.environment?.addsToImage !== true) return;
    const items = listItems(value);
    if (items.some((item) => item.kind !== "string" || OF_A_WHOLE_LIST.includes(item.value))) return;
    const appends = compareVersions(schema.version, "13.0") >= 0;
    const instead = appends ? "Append to the list, or name" : "Name";
    report({
      span: setting.nameSpan,
      message: `This file is read after the image's own configuration, and takes the place of the modules there: ${code("saslauth")}, ${code("roster")} and the others would not load. ${instead} your modules in ${code("PROSODY_ENABLE_MODULES")} instead.`,
      page: "https://prosody.im/doc/configure",
      ...(appends ? { fixes: () => [appending({ start: setting.nameSpan.end, end: value.span.start })] } : {}),
    });
  },
};

const COMPOSE =
  "--- compose.yaml\nservices:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    volumes:\n      - ./conf.d:/etc/prosody/conf.d:ro\n";

export const docs: RuleDocs = {
  category: "combinations",
  description:
    "The image's configuration reads the files in `/etc/prosody/conf.d` at its end. What they set takes the place of what the image set, and a " +
    "list of modules is no exception: with `modules_enabled = { … }` there, only these load. The variable `PROSODY_ENABLE_MODULES` adds " +
    "modules to the image's list, and since 13.0 a list can be appended to. It is told where a container's description mounts the file there, " +
    "and the list has neither `saslauth` nor `roster`, without which hardly anything works.",
  examples: [
    {
      title: "Replaces the list",
      text: `--- conf.d/more.cfg.lua\nmodules_enabled = { "bosh" }\n${COMPOSE}`,
      reports: true,
    },
    {
      title: "Appends to it",
      text: `--- conf.d/more.cfg.lua\nmodules_enabled:append { "bosh" }\n${COMPOSE}`,
      reports: false,
    },
    {
      title: "Of a host",
      text: `--- conf.d/more.cfg.lua\nVirtualHost "example.org"\n\tmodules_enabled = { "bosh" }\n${COMPOSE}`,
      reports: false,
    },
  ],
};

function appending(between: Span): Fix {
  return { title: "Append to the image's list", edits: [{ span: between, newText: ":append " }], safe: false };
}
