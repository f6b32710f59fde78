// Ports and interfaces of modules that we do not know, under a host: wherever a port option comes from, it is read globally.

import type { Setting } from "../../model/config.ts";
import type { Schema } from "../../schema/schema.ts";
import type { LuaRule } from "../rule.ts";
import { destination, move } from "./global-option-in-host.ts";
import { isPlain } from "./shared/literals.ts";
import { code, inSection } from "./shared/words.ts";

export const portOptionInHost: LuaRule = {
  kind: "lua",
  id: "port-option-in-host",
  severity: "information",
  concerns: (name) => PORT_OPTION.test(name),
  check(context) {
    const { file, own, schema, report } = context;
    for (const setting of file.settings) {
      const { name, nameSpan, section, form, value } = setting;
      if (!isPortOptionInHost(setting, schema)) continue;
      const to = form === "append" ? undefined : destination(own, setting);
      report({
        span: nameSpan,
        message: `Options with such a name are for network ports, and those are opened once for the whole server: ${inSection(section)} ${code(name)} has no effect. Move it above the first ${code("VirtualHost")} or ${code("Component")}.`,
        page: "https://prosody.im/doc/ports",
        ...(to === undefined || !isPlain(value) ? {} : { fixes: () => [move(setting, to, context)] }),
      });
    }
  },
};

const PORT_OPTION = /_(?:ports|interfaces?|ssl)$/;

/** Whether the name alone tells that it is looked for in the global section. */
export function isPortOptionInHost({ name, section, form }: Setting, schema: Schema): boolean {
  const option = schema.option(name);
  if (section.kind === "global" || !section.certain || option?.origin === "bundled" || option?.scope === "host") return false;
  return PORT_OPTION.test(name) && form !== "member";
}
