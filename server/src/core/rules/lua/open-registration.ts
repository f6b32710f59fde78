// Everybody may create an account.

import type { ConfigFile, Section, Setting } from "../../model/config.ts";
import { listItems } from "../../model/value.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { equals, isSetTo, wholeList } from "./shared/lookup.ts";
import { moduleNames } from "./shared/oldModuleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { isForTests } from "./shared/testHosts.ts";
import { settingsFor } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

export const openRegistration: LuaRule = {
  kind: "lua",
  meta: {
    id: "open-registration",
    severity: "warning",
    fixable: true,
    summary: "Anyone may create an account.",
  },
  check(context) {
    const { file, schema, text, report } = context;
    const all = everything(context);
    const isMild = isLimited(context) || isForTests(file);
    let isOpen = false;
    for (const setting of file.settings) {
      if (
        setting.name !== "allow_registration" ||
        !setting.certain ||
        !equals(setting.value, true) ||
        !concernsHosts(all, setting)
      )
        continue;
      const known = enables(all, setting.section, "register");
      if (known === false || isByInvitation(all, setting.section)) continue;
      isOpen = true;
      const { span, folded } = setting.value;
      report({
        span,
        message: MESSAGE,
        ...(known === undefined || isMild ? { severity: "information" as const } : {}),
        page: PAGE,
        ...(folded === true
          ? {}
          : { fixes: (): readonly Fix[] => [{ title: "Change to `false`", edits: [{ span, newText: "false" }], safe: false }] }),
      });
    }
    for (const { name, use, section, value, item } of isOpen ? [] : moduleNames(file, schema)) {
      if (name !== "register_ibr" || use !== "enable" || section.kind === "component" || isByInvitation(all, section)) continue;
      report({
        span: value.span,
        message: `${code(name)} in this list lets anyone create an account, whatever ${code("allow_registration")} says. ${ADVICE}`,
        ...(isMild || wholeList(all) === undefined ? { severity: "information" as const } : {}),
        page: PAGE,
        ...(item === undefined || value.folded === true
          ? {}
          : {
              fixes: () => [
                { title: "Remove it from the list", edits: [removeItem(text, item.table.span, item.entry.span)], safe: false },
              ],
            }),
      });
    }
  },
};

const ADVICE =
  "Open servers are soon used by spammers. Let people in by invitation with `invites_register`, or see the guidelines for public servers.";
const MESSAGE = `Anyone can create an account from within a client. ${ADVICE}`;
const PAGE = "https://prosody.im/doc/public_servers";

/** False for components, and where each host says something of its own. */
function concernsHosts(file: ConfigFile, { section, name }: Setting): boolean {
  if (section.kind !== "global") return section.kind === "host";
  const hosts = file.sections.filter((other) => other.kind === "host");
  return hosts.length === 0 || hosts.some((host) => settingsFor(file, name, host).at(-1)?.section.kind === "global");
}

/** Whether the module is named for the section or globally; undefined when another file may name it. */
function enables(file: ConfigFile, section: Section, module: string): boolean | undefined {
  const isNamed = file.settings.some(
    (setting) =>
      setting.name === "modules_enabled" &&
      (setting.section.kind === "global" || section.kind === "global" || sectionKey(setting.section) === sectionKey(section)) &&
      listItems(setting.value).some((item) => equals(item, module)),
  );
  return isNamed || (wholeList(file) === undefined ? undefined : false);
}

function isByInvitation(file: ConfigFile, section: Section): boolean {
  if (enables(file, section, "invites_register") !== true) return false;
  return !isSetTo(file, "registration_invite_only", section, false);
}

/** Some option of the module for limits is set. */
function isLimited(context: LuaContext): boolean {
  const { schema } = context;
  return everything(context).settings.some(
    (setting) => schema.option(setting.name)?.modules?.includes("register_limits") === true,
  );
}
