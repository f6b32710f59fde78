// Ports as the engines take them after `--publish`: `[[ADDRESS:][HOST]:]CONTAINER[/PROTOCOL]`, with ranges.

import { publishValue } from "./answers.ts";
import type { ContainerAnswers, PublishedPort } from "./answers.ts";
import type { Form } from "./forms.ts";

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
    claims
      .slice(0, i)
      .some((other) => meet(one.address, other.address) && one.host === other.host && one.protocol === other.protocol),
  );
  return clash?.host;
}

/** Without an address it is every address; there is a word for all of IPv4 and one for all of IPv6. */
function meet(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  const [first, second] = [one, other].map((address) => address.includes(":"));
  return first === second && [one, other].some((address) => address === "0.0.0.0" || address === "::");
}

/** Why the ports of a container cannot all be published. In Kubernetes a service has each of its ports once, whatever the addresses. */
export function portProblem({ ports }: Pick<ContainerAnswers, "ports">, form: Form): string | undefined {
  const doubled =
    form === "kubernetes" ? [true, false].map((own) => doubledPort(servicePorts(ports, own))) : [doubledPort(ports)];
  const port = doubled.find((one) => one !== undefined);
  if (port === undefined) return undefined;
  const where = form === "kubernetes" ? "of the service" : "of this machine";
  return `Port ${port} ${where} is published twice, and only one of the two can have it. Take one out, or give it another number.`;
}

/** Those of a service in Kubernetes, each once: for everybody, or for what is on this machine only. */
export function servicePorts(ports: readonly PublishedPort[], own: boolean): readonly PublishedPort[] {
  const isOwn = ({ address }: PublishedPort): boolean => address !== undefined && /^(?:127\.|::1$)/.test(address);
  return distinctPorts(
    ports
      .filter((port) => isOwn(port) === own)
      .map(({ container, host, protocol = "tcp" }) => ({
        container,
        protocol,
        host: typeof host === "number" ? host : container,
      })),
  );
}

export function distinctPorts(ports: readonly PublishedPort[]): readonly PublishedPort[] {
  return [...new Map(ports.map((port) => [publishValue(port), port])).values()];
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
  const colons = text.replace(/\[[^[\]]*\]/, "").split(":").length - 1;
  if (colons === 0) return rest;
  if (colons === 1) return { ...rest, host: first ?? second };
  return { ...rest, address: first?.replace(/^\[|\]$/g, ""), host: second ?? "" };
}

function range(text: string): readonly number[] | undefined {
  const [from = NaN, to = from] = text.split("-").map(Number);
  if (!(from >= 0 && to >= from && to <= 65535 && to - from < WIDEST)) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
