// What is wrong with single items of list variables, by what they should be.

import type { Schema, VariableInfo } from "../../../schema/schema.ts";
import type { Severity } from "../../rule.ts";
import { hostNameProblem } from "../../lua/shared/hostNames.ts";
import { jidProblem } from "../../lua/shared/jids.ts";
import { isIp } from "../../../schema/kinds/addresses.ts";
import { nearest } from "../../suggest.ts";
import { colonParts, trimmed } from "./listItems.ts";
import type { ListItem } from "./listItems.ts";

export interface ItemProblem {
  /** The part of the item in question. */
  readonly part: ListItem;
  readonly message: string;
  readonly severity: Severity;
  /** What should stand there instead. */
  readonly meant?: string;
  readonly page?: string;
}

/** `names`: variables that the file gives; `before`: the item before this one. Blanks around an item are another rule's concern. */
export function itemProblem(
  info: VariableInfo,
  whole: ListItem,
  schema: Schema,
  names: ReadonlySet<string>,
  before?: ListItem,
): ItemProblem | undefined {
  const { type } = info;
  if (typeof type !== "object" || type.is !== "list") return undefined;
  const item = trimmed(whole);
  if (item.text === "") return undefined;
  if (type.items === "external-component") return external(item, names, before);
  const form = formOf(item);
  if (form !== undefined && type.items !== "path" && type.items !== "string") return form;
  switch (type.items) {
    case "module":
      return moduleName(item, info.name, schema);
    case "component":
      return component(item, schema);
    case "jid":
      return administrator(item);
    case "host":
      return hostName(item, "host");
    case "ip":
      return resolver(item);
    case "path":
      return /^\/[^:]*:\//.test(item.text)
        ? {
            ...warning(item, "Paths are separated by commas here: with colons between them they count as a single one."),
            meant: item.text.replace(/:\//g, ",/"),
          }
        : undefined;
    case "string":
      return undefined;
  }
}

/** Quotes around an item, or another separator than the comma. */
function formOf(item: ListItem): ItemProblem | undefined {
  const quoted = /^(["'])([^"']*)\1$/.exec(item.text);
  if (quoted !== null) {
    return { ...warning(item, "Quotes around an item become part of it. Write the items without."), meant: quoted[2] ?? "" };
  }
  // Blanks around the colon of a component are told elsewhere.
  if (!item.text.split(":").some((part) => /[\s;]/.test(part.trim()))) return undefined;
  return {
    ...warning(item, "Items are separated by commas alone; this counts as a single one."),
    meant: item.text
      .split(/[\s;]+/)
      .filter(Boolean)
      .join(","),
  };
}

function administrator(item: ListItem): ItemProblem | undefined {
  const { text } = item;
  if (!text.includes("@")) {
    return warning(
      item,
      "An administrator is given as a full address, such as `admin@example.com`; this one has no `@`, so nobody gets the rights.",
    );
  }
  const problem = jidProblem(text);
  if (problem !== undefined) {
    const message = `An administrator is given as an address such as \`admin@example.com\`, and this matches nobody: ${problem.message}`;
    return { ...warning(item, message), ...(problem.meant === undefined ? {} : { meant: problem.meant }) };
  }
  const slash = text.indexOf("/");
  if (slash < 0) return undefined;
  const message = "What stands behind the slash names one device of an account, so this matches nobody. Leave it out.";
  return { ...warning(item, message), meant: text.slice(0, slash) };
}

function hostName(item: ListItem, kind: "host" | "component"): ItemProblem | undefined {
  const problem = hostNameProblem(item.text, kind);
  if (problem === undefined || problem.weight === "mild") return undefined;
  return { ...warning(item, problem.message), ...(problem.meant === undefined ? {} : { meant: problem.meant }) };
}

/** A port or the name for its certificate may stand behind the address. */
function resolver(item: ListItem): ItemProblem | undefined {
  const { text } = item;
  if (isIp(text.replace(/[@#][^]*/, ""))) return undefined;
  const address = /^([\d.]+):\d+$/.exec(text)?.[1];
  if (address !== undefined && isIp(address))
    return warning(item, `A DNS server is given by its IP address alone; a port is written behind an \`@\`.`);
  return warning(item, "A DNS server is given by its IP address, and this is none, so it is not asked.");
}

function moduleName(item: ListItem, variable: string, schema: Schema): ItemProblem | undefined {
  const prefixed = /^mod_(\w+)$/.exec(item.text)?.[1];
  if (prefixed !== undefined) {
    return {
      ...warning(item, "Modules are named without `mod_`: Prosody adds it itself, and looks for a module that does not exist."),
      meant: prefixed,
    };
  }
  const known = schema.module(item.text);
  const disabling = variable === "PROSODY_DISABLE_MODULES";
  if (known === undefined) return unknownModule(item, schema);
  if (disabling) return undefined;
  if (known.availability !== "now") {
    const when = known.availability === "later" ? "only came after" : "is no longer part of";
    return {
      ...warning(item, `The module \`${known.name}\` ${when} Prosody ${schema.version}, so it is not found.`),
      page: known.page,
    };
  }
  if (known.kind !== "component") return undefined;
  return {
    ...warning(
      item,
      `\`${known.name}\` is a component with a domain of its own. Give it in \`PROSODY_COMPONENTS\`, as \`NAME:${known.name}\`.`,
    ),
    page: known.page,
  };
}

function unknownModule(item: ListItem, schema: Schema): ItemProblem {
  const meant = nearest(item.text, schema.modules.keys());
  if (meant !== undefined)
    return { ...warning(item, `There is no module of this name that we know. Did you mean \`${meant}\`?`), meant };
  const message =
    "This module is neither part of Prosody nor of the community modules that we know. If it is your own, mount it into a folder of `PROSODY_PLUGIN_PATHS`.";
  return { part: item, message, severity: "information" };
}

function component(item: ListItem, schema: Schema): ItemProblem | undefined {
  const [name, module, rest] = colonParts(item);
  if (name === undefined || module === undefined) {
    return {
      part: item,
      message: "A component needs its module after the name, as in `rooms.example.com:muc`; without it Prosody does not start.",
      severity: "error",
    };
  }
  const named = hostName(trimmed(name), "component");
  if (named !== undefined) return named;
  if (rest !== undefined) return warning(rest, "What follows a second colon is ignored. A component is written `NAME:MODULE`.");
  const given = trimmed(module);
  const prefixed = /^mod_(\w+)$/.exec(given.text)?.[1];
  if (prefixed !== undefined) {
    return {
      ...warning(given, "Modules are named without `mod_`; with it the component is there but does nothing."),
      meant: prefixed,
    };
  }
  const known = schema.module(given.text);
  if (known === undefined) return unknownModule(given, schema);
  if (known.availability === "now") return undefined;
  return {
    ...warning(given, `Prosody ${schema.version} has no module \`${known.name}\`, so the component does nothing.`),
    page: known.page,
  };
}

/** Nothing of it is ever shown: what looks like a name may be the rest of a secret with a comma in it. */
function external(item: ListItem, names: ReadonlySet<string>, before: ListItem | undefined): ItemProblem | undefined {
  const [, secret, rest] = colonParts(item);
  if (rest !== undefined) {
    return warning(
      item,
      "The secret is cut at the colon in it, so the component cannot log in with the whole. Choose a secret without colons and commas.",
    );
  }
  if (secret !== undefined || names.has("PROSODY_COMPONENT_SECRET")) return undefined;
  // A component's name is a domain, and those have a dot nearly always.
  if (before !== undefined && !item.text.includes(".") && colonParts(before).length > 1) {
    return warning(
      item,
      "If this is the rest of a secret with a comma in it: the list is cut there, the secret too, and this becomes a component. Choose a secret without colons and commas.",
    );
  }
  const message =
    "This component has no secret, and `PROSODY_COMPONENT_SECRET` is not given here either; unless it is given elsewhere, nothing can connect.";
  return { part: item, message, severity: "information" };
}

function warning(part: ListItem, message: string): ItemProblem {
  return { part, message, severity: "warning" };
}
