// IP addresses and networks that are none.

import { isIp, isIpv4, isNetwork, networkMeant } from "../../schema/kinds/addresses.ts";
import { isJoined } from "./shared/joined.ts";
import type { Kind, TypedText } from "./shared/texts.ts";
import { textRule } from "./shared/textRule.ts";

export const invalidAddress = textRule({
  id: "invalid-address",
  severity: "warning",
  kinds: ["ip", "cidr", "address"],
  problem(text) {
    const found = problemOf(text);
    const wanted = text.kinds.has("cidr") ? "IP addresses and networks such as `192.0.2.0/24`" : "IP addresses";
    return found && { ...found, says: `takes ${wanted}: ${found.message}` };
  },
});

interface Problem {
  readonly message: string;
  readonly meant?: string;
}

function problemOf({ text, kinds, item, among, type }: TypedText): Problem | undefined {
  if (fits(text, kinds) || (item === true && isJoined(text, among ?? type))) return undefined;
  const [, inside = "", bits = ""] = /^\[([^\]]*)\](\/\d+)?$/.exec(text) ?? [];
  if (fits(inside + bits, kinds)) return { message: "the brackets do not belong to it.", meant: inside + bits };
  // The port is another rule's business, and so is a URL where a host may stand as well.
  if (/:\d+$/.test(text) && !/:.*:/.test(text.replace(/\[[^[\]]*\]/, ""))) return undefined;
  const network = networkMeant(text);
  if (network !== undefined && kinds.has("cidr"))
    return { message: "networks are written with the number of their bits.", meant: network };
  if (text.includes("/") && isNetwork(text)) return { message: "this is a whole network." };
  if (/^[\d.]+(?:\/\d+)?$/.test(text)) {
    const isAddress = isIpv4(text.replace(/\/.*/, ""));
    return { message: isAddress ? "it has 32 bits and not more." : "this has not four numbers from 0 to 255." };
  }
  if (/^[\da-f]*:[\da-f.]*:[\da-f:.]*(?:\/\d+)?$/i.test(text)) return { message: "this is no address of IPv6." };
  // Names are looked up in some places where Prosody listens.
  if (kinds.has("host") || (kinds.has("address") && !DEVICE.test(text))) return undefined;
  if (DEVICE.test(text)) return { message: "this is the name of a network device." };
  return { message: "this is none, and names are not looked up." };
}

const DEVICE = /^(?:eth\d+|lo\d*|en[opsx]\w+|wlan\d+|wlp\w+|wg\d+|tun\d+|docker\d+|br-\w+|br\d+)$/;

function fits(text: string, kinds: ReadonlySet<Kind>): boolean {
  if (isIp(text)) return true;
  return (kinds.has("address") && text === "*") || (kinds.has("cidr") && isNetwork(text));
}
