// IP addresses and networks as texts: what an operating system's parser takes, and what people write instead.

/** Four numbers as everybody writes them; forms that only some systems read, such as `010.1`, are none. */
export function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** With the zone of a link-local address, perhaps. */
export function isIpv6(text: string): boolean {
  const [address = "", ...zone] = text.split("%");
  if (zone.length > 1 || zone[0] === "" || !/^[\da-f:.]*$/i.test(address)) return false;
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  const words = last.includes(".") ? groups.slice(0, -1) : groups;
  if (last.includes(".") && !isIpv4(last)) return false;
  const length = words.length + (last.includes(".") ? 2 : 0);
  return words.every((word) => /^[\da-f]{1,4}$/i.test(word)) && (halves.length === 2 ? length < 8 : length === 8);
}

export function isIp(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

export function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  if (bits === undefined) return isIp(address);
  return more.length === 0 && /^\d{1,3}$/.test(bits) && isIp(address) && Number(bits) <= (isIpv4(address) ? 32 : 128);
}

/** The network that `10.0.*.*`, `10.0/16` or `10.0.0.0/255.255.0.0` stand for. */
export function networkMeant(text: string): string | undefined {
  const star = /^(\d+(?:\.\d+){0,2})((?:\.\*)+)$/.exec(text);
  if (star !== null) return padded(star[1] ?? "");
  const short = /^(\d+(?:\.\d+){0,2})\.?\/(\d{1,2})$/.exec(text);
  if (short !== null) return withBits(padded(short[1] ?? ""), Number(short[2]));
  const mask = /^([\d.]+)\/(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const bits = mask === null ? undefined : bitsOfMask(mask[2] ?? "");
  return bits === undefined ? undefined : withBits(mask?.[1], bits);
}

/** `10.0` as `10.0.0.0/16`. */
function padded(start: string): string | undefined {
  const parts = start.split(".");
  const address = [...parts, "0", "0", "0"].slice(0, 4).join(".");
  return withBits(address, parts.length * 8);
}

function withBits(address: string | undefined, bits: number): string | undefined {
  const network = `${(address ?? "").replace(/\/.*/, "")}/${bits}`;
  return isNetwork(network) ? network : undefined;
}

function bitsOfMask(mask: string): number | undefined {
  if (!isIpv4(mask)) return undefined;
  const bits = mask.split(".").map((part) => Number(part).toString(2).padStart(8, "0"));
  const found = /^(1*)0*$/.exec(bits.join(""));
  return found?.[1]?.length;
}
