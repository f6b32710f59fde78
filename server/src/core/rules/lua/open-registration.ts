// Everybody may create an account.

import type { Section, Setting } from "../../model/config.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import { reaches } from "../../semantics/configuration.ts";
import { equals } from "../../semantics/equals.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";
import { changing } from "./shared/fixing.ts";
import { removing } from "./shared/moduleFix.ts";

export const openRegistration: LuaRule = {
  kind: "lua",
  id: "open-registration",
  severity: "warning",
  check(context) {
    const { file, config, own, report } = context;
    for (const setting of file.settings) {
      if (setting.name !== OPTION || !isOpening(setting, config)) continue;
      const mild = enables(config, setting.section, "register") === undefined || isMild(context);
      report({
        span: setting.value.span,
        message: MESSAGE,
        ...(mild ? { severity: "information" as const } : {}),
        page: PAGE,
        ...changing(setting.value, "false", false),
      });
    }
    for (const module of modulesOf(context)) {
      const { name, use, section, value } = module;
      if (name !== "register_ibr" || use !== "enable" || section.kind === "component" || !isAnyoneLetIn(section, config))
        continue;
      const isTold = (setting: Setting): boolean =>
        (reaches(setting.section, section) || section.kind === "global") && isOpening(setting, config);
      if (own.settingsNamed(OPTION).some(isTold)) continue;
      report({
        span: value.span,
        message: `${code(name)} in this list lets anyone create an account, whatever ${code(OPTION)} says. ${ADVICE}`,
        ...(!config.knowsModuleList || isMild(context) ? { severity: "information" as const } : {}),
        page: PAGE,
        ...removing(module, context, false, "Remove it from the list"),
      });
    }
  },
};

const OPTION = "allow_registration";
const ADVICE =
  "Open servers are soon used by spammers. Let people in by invitation with `invites_register`, or see the guidelines for public servers.";
const MESSAGE = `Anyone can create an account from within a client. ${ADVICE}`;
const PAGE = "https://prosody.im/doc/public_servers";

/** The setting, and no other, lets strangers in. */
function isOpening(setting: Setting, config: Configuration): boolean {
  const { value, section, certain } = setting;
  if (!certain || !equals(value, true) || section.kind === "component" || config.hasDoubtful) return false;
  const isOpen = (at: Section, all: Configuration): boolean => enables(all, at, "register") !== false && !isByInvitation(all, at);
  if (section.kind === "host" || !config.hasHosts) return isOpen(section, config);
  // One of those that take it over.
  return config.hostThat("open", (host, all) => all.settingsIn(OPTION, host).length === 0 && isOpen(host, all)) !== undefined;
}

/** By a module of the section, or of the global one for some host. */
function isAnyoneLetIn(section: Section, config: Configuration): boolean {
  if (section.kind === "host" || !config.hasHosts) return !isByInvitation(config, section);
  return config.hostThat("no invitation", (host, all) => !isByInvitation(all, host)) !== undefined;
}

/** Whether the module is named for the section or globally; undefined when another file may name it. */
function enables(config: Configuration, section: Section, module: string): boolean | undefined {
  return config.isEnabledFor(module, section) || (config.knowsModuleList ? false : undefined);
}

function isByInvitation(config: Configuration, section: Section): boolean {
  if (enables(config, section, "invites_register") !== true) return false;
  return !config.isSetTo("registration_invite_only", section, false);
}

/** Some option of the module for limits is set, or nobody reaches the server. */
function isMild({ schema, config, own }: LuaContext): boolean {
  return schema.once(optionsOfLimits).some((name) => config.isSetAnywhere(name)) || own.isForTests;
}

function optionsOfLimits({ options }: Schema): readonly string[] {
  return [...options.values()].flatMap(({ name, modules }) => (modules?.includes("register_limits") === true ? [name] : []));
}
