// Ports as the engines take them after `--publish`: `[[ADDRESS:][HOST]:]CONTAINER[/PROTOCOL]`, with ranges.

import type { PublishedPort } from "./answers.ts";

/** Wider ranges are kept as they are by nobody. */
const WIDEST = 200;

const FORM = /^(?:(\[[^\]]*\]|[^:[\]]*):)?(?:(\d+(?:-\d+)?)?:)?(\d+(?:-\d+)?)(?:\/(tcp|udp|sctp))?$/i;

/** Undefined: no port, or more than can be told here. A range becomes its ports. */
export function readPort(text: string): readonly PublishedPort[] | undefined {
  const parts = split(text);
  if (parts === undefined) return undefined;
  const { address, host, container, protocol } = parts;
  const inside = range(container);
  const outside = host === undefined || host === "" ? undefined : range(host);
  if (inside === undefined || (host !== undefined && host !== "" && outside === undefined)) return undefined;
  if (outside !== undefined && outside.length !== inside.length) return undefined;
  return inside.map((port, i): PublishedPort => {
    const own = outside?.[i];
    return {
      container: port,
      ...(own === undefined ? { host: "random" as const } : own === port ? {} : { host: own }),
      ...(address === undefined || address === "" ? {} : { address }),
      ...(protocol === "udp" || protocol === "sctp" ? { protocol } : {}),
    };
  });
}

/** A port of this machine that two of them claim: only one program can have it. */
export function doubledPort(ports: readonly PublishedPort[]): number | undefined {
  const claims = ports.flatMap(({ container, host = container, address, protocol = "tcp" }) =>
    host === "random" ? [] : [{ host, address, protocol }],
  );
  const clash = claims.find((one, i) =>
    claims.slice(0, i).some((other) => {
      // Without an address it is every address.
      const meet = one.address === undefined || other.address === undefined || one.address === other.address;
      return meet && one.host === other.host && one.protocol === other.protocol;
    }),
  );
  return clash?.host;
}

interface Parts {
  readonly address?: string | undefined;
  readonly host?: string | undefined;
  readonly container: string;
  readonly protocol?: string | undefined;
}

/** `8080:80` is no address and a port: one colon separates two ports. */
function split(text: string): Parts | undefined {
  const found = FORM.exec(text);
  if (found === null) return undefined;
  const [, first, second, container = "", protocol] = found;
  const rest = { container, protocol: protocol?.toLowerCase() };
  const colons = text.replace(/\[[^\]]*\]/, "").split(":").length - 1;
  if (colons === 0) return rest;
  if (colons === 1) return { ...rest, host: first ?? second };
  return { ...rest, address: first?.replace(/^\[|\]$/g, ""), host: second ?? "" };
}

function range(text: string): readonly number[] | undefined {
  const [from = NaN, to = from] = text.split("-").map(Number);
  if (!(from >= 0 && to >= from && to <= 65535 && to - from < WIDEST)) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
