// The short forms that docker, podman, Compose and Quadlet share: images, ports and volumes in one text.

import { ELSEWHERE } from "../../text/elsewhere.ts";
import { known } from "../../text/known.ts";
import type { Given, GivenMount, GivenPort } from "./syntax.ts";

/** `[[ADDRESS:]HOST:]CONTAINER[/PROTOCOL]`, each port perhaps a range. Undefined where the container's port is not known. */
export function readPort({ text, span }: Given): GivenPort | undefined {
  const [, body = "", protocol = "tcp"] = /^(.*?)(?:\/(tcp|udp))?$/is.exec(text) ?? [];
  const inside = body.slice(body.lastIndexOf(":") + 1);
  const container = portRange(inside);
  if (container === undefined || body.endsWith("]")) return undefined;
  const rest = body.length > inside.length ? body.slice(0, body.length - inside.length - 1) : undefined;
  const [, address, host] = /^(?:(\[[^\]]*\]|[^:]*):)?([^:]*)$/.exec(rest ?? "") ?? [];
  const from = host === undefined ? undefined : portRange(host)?.from;
  return {
    span,
    protocol: protocol.toLowerCase() === "udp" ? "udp" : "tcp",
    container,
    ...known({ host: from, address: address === "" || address?.includes(ELSEWHERE) === true ? undefined : address }),
  };
}

export function portRange(text: string): { readonly from: number; readonly to: number } | undefined {
  const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  const from = Number(first);
  const to = Number(last ?? first);
  return from >= 1 && to <= 65535 && from <= to ? { from, to } : undefined;
}

/** `[SOURCE:]TARGET[:OPTIONS]`; a source with a path is a bind mount, a name is a volume. */
export function readVolume({ text, span }: Given): GivenMount | undefined {
  const [, drive = "", rest = ""] = /^([A-Za-z]:(?=[\\/]))?(.*)$/s.exec(text) ?? [];
  const [first = "", second, third] = rest.split(":");
  if (drive === "" && second === undefined) {
    return isTarget(first) ? { span, kind: "volume", target: tidyPath(first), readOnly: false } : undefined;
  }
  if (second === undefined || !isTarget(second)) return undefined;
  const source = drive + first;
  const unknown = source.includes(ELSEWHERE);
  // A variable in front is the usual way to give a folder; one alone could be a name as well.
  const isPath = /^(?:[./~\\]|[A-Za-z]:[\\/]|%h)|[/\\]/.test(source);
  if (unknown && !isPath) return undefined;
  const readOnly = third?.split(",").includes("ro") === true;
  return { span, kind: isPath ? "bind" : "volume", target: tidyPath(second), readOnly, ...(unknown ? {} : { source }) };
}

/** `type=bind,source=…,target=…`, as `--mount` and Quadlet's `Mount=` take it. */
export function readMount({ text, span }: Given): GivenMount | undefined {
  const fields = new Map(
    text.split(",").map((field): [string, string] => {
      const cut = field.indexOf("=");
      return cut < 0 ? [field.trim(), "true"] : [field.slice(0, cut).trim(), field.slice(cut + 1).replace(/^"|"$/g, "")];
    }),
  );
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => fields.get(name)).find((one) => one !== undefined);
  const kind = KINDS[first("type") ?? "volume"];
  const target = first("target", "destination", "dst");
  if (kind === undefined || target === undefined || !isTarget(target)) return undefined;
  const source = first("source", "src");
  const readOnly = ["true", "1"].includes(first("readonly", "ro") ?? "");
  const sure = source?.includes(ELSEWHERE) === true ? undefined : source;
  return { span, kind, target: tidyPath(target), readOnly, ...known({ source: sure }) };
}

const KINDS: Readonly<Record<string, GivenMount["kind"]>> = { bind: "bind", volume: "volume", tmpfs: "tmpfs" };

export function isTarget(path: string): boolean {
  return path.startsWith("/") && !path.includes(ELSEWHERE);
}

export function tidyPath(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}
