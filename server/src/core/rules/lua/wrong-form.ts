// Texts without the form that an option needs: an address of the web where a host name is wanted, or the other way round.

import type { StringValue } from "../../model/value.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { leavesOf } from "./shared/leaves.ts";
import type { Leaf } from "./shared/leaves.ts";
import { replaceText } from "./shared/literals.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const wrongForm: LuaRule = {
  kind: "lua",
  meta: {
    id: "wrong-form",
    severity: "warning",
    fixable: true,
    summary: "A text without the form that its option needs.",
  },
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      if (option.origin === "community") continue;
      for (const { type, value } of leavesOf(option.type, setting.value)) {
        const found =
          value.kind === "string" && isFinished(value.value)
            ? problem(type, value, value === setting.value ? option.type : type)
            : undefined;
        if (found === undefined) continue;
        const { meant } = found;
        context.report({
          span: value.span,
          message: `${value === setting.value ? code(option.name) : `This part of ${code(option.name)}`} takes ${found.wanted}.`,
          page: option.page,
          ...(meant === undefined || value.folded === true
            ? {}
            : {
                fixes: () => [
                  { title: `Change to ${code(meant)}`, edits: [replaceText(context.text, value.span, meant)], safe: false },
                ],
              }),
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "A URL begins with its scheme, as in `https://chat.example.org/`; a host name is the part between the slashes and nothing more. " +
    "Prosody takes such texts apart without complaint and then hands out links that lead nowhere, or waits for requests that never " +
    "come. Other options have a form of their own, such as the octal digits of `umask`.",
  examples: [
    { title: "no scheme", text: 'http_external_url = "chat.example.org"\n', reports: true },
    { title: "more than a host name", text: 'http_default_host = "https://chat.example.org/"\n', reports: true },
    {
      title: "right",
      text: 'http_external_url = "https://chat.example.org/"\nhttp_default_host = "chat.example.org"\n',
      reports: false,
    },
  ],
};

interface Problem {
  readonly wanted: string;
  readonly meant?: string;
}

/** Not still to be typed, nor filled in by a template. */
function isFinished(text: string): boolean {
  return text !== "" && !/[{<]/.test(text);
}

/** `whole`: all that may stand there. */
function problem(type: Leaf["type"], { value }: StringValue, whole: TypeSpec): Problem | undefined {
  if (type === "url") {
    if (/^[a-z][a-z\d+.-]*:(?:\/\/[^/]|[^/])/i.test(value) && !/^[\w.-]+:\d/.test(value)) return undefined;
    const bare = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/.test(value);
    return {
      wanted: 'a URL with its scheme, such as "https://chat.example.org/"',
      ...(bare ? { meant: `https://${value}` } : {}),
    };
  }
  if (type === "host") {
    const [whole, host] = /^(?:[a-z]+:\/\/)?([^/:@\s]+)(?::\d+)?(?:\/.*)?$/i.exec(value) ?? [];
    return whole === undefined || host === value
      ? undefined
      : { wanted: "a host name alone, without scheme, port and path", ...(host === undefined ? {} : { meant: host }) };
  }
  if (typeof type !== "object" || type.is !== "string" || type.pattern === undefined) return undefined;
  return new RegExp(type.pattern).test(value) ? undefined : { wanted: `${describeType(whole)}; this has another form` };
}
