// Options that want the name of a host and have an address of the web, a port or an account instead.

import { isIp } from "../../schema/kinds/addresses.ts";
import { decodeLabel } from "./shared/punycode.ts";
import type { Fix, LuaContext } from "../rule.ts";
import { below } from "./shared/insertion.ts";
import { replaceText } from "./shared/literals.ts";
import type { TypedText } from "./shared/texts.ts";
import { textRule } from "./shared/textRule.ts";
import type { TextProblem } from "./shared/textRule.ts";
import { code } from "./shared/words.ts";

export const invalidHost = textRule({
  id: "invalid-host",
  severity: "warning",
  kinds: ["host", "domain"],
  problem(found, context) {
    const { text, kinds } = found;
    const isAccount = (kinds.has("jid") || kinds.has("barejid")) && text.includes("@");
    if (isAccount || isIp(text) || text === "*") return undefined;
    const problem = problemOf(text, kinds.has("domain"));
    return problem?.port === undefined ? problem : { ...problem, fixes: withPort(problem.meant, problem.port, found, context) };
  },
});

interface HostProblem extends TextProblem {
  readonly meant: string;
  readonly port?: string;
}

/** `turn:` and `stun:` addresses go without slashes. */
const AROUND_HOST = /^(?:[a-z]+:\/\/|(?:turn|stun)s?:)?([^/:@?\s]+)(?::(\d{1,5}))?(?:[/?].*)?$/i;

function problemOf(text: string, isDomain: boolean): HostProblem | undefined {
  const [, host, port] = AROUND_HOST.exec(text) ?? [];
  if (host !== undefined && host !== text) {
    return {
      says: "takes a host name alone, without scheme, port and path.",
      meant: host,
      ...(port === undefined ? {} : { port }),
    };
  }
  if (!isDomain || !/(?:^|\.)xn--/i.test(text)) return undefined;
  const labels = text.split(".").map((label) => {
    return /^xn--/i.test(label) ? decodeLabel(label.slice(4).toLowerCase()) : label;
  });
  if (labels.includes(undefined)) return undefined;
  return { says: "takes international names as people read them, not encoded.", meant: labels.join(".") };
}

/** The port goes to the option that has the same name with `port`, where that is not set and would be another one. */
function withPort(host: string, port: string, { setting, value }: TypedText, { own, schema, text }: LuaContext): readonly Fix[] {
  const edit = replaceText(text, value.span, host);
  const option = schema.option(setting.name.replace(/_host$/, "_port"));
  const isNeeded =
    option !== undefined &&
    option.name !== setting.name &&
    value === setting.value &&
    own.settingsFor(option.name, setting.section).length === 0 &&
    option.default !== Number(port);
  const added = isNeeded ? below(text, setting.span, `${option.name} = ${port}`) : undefined;
  if (added === undefined) return [{ title: `Change to ${code(host)}`, edits: [edit], safe: false }];
  return [{ title: `Change to ${code(host)} and set ${code(option?.name ?? "")}`, edits: [edit, added], safe: false }];
}
