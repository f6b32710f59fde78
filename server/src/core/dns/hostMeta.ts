// The files by which web clients find BOSH and WebSocket (XEP-0156): /.well-known/host-meta and host-meta.json, to be served by the
// web server of the domain itself.

import type { OfferingHost } from "./services.ts";

export interface HostMeta {
  readonly host: string;
  readonly xml: string;
  readonly json: string;
}

const RELATIONS = { bosh: "urn:xmpp:alt-connections:xbosh", websocket: "urn:xmpp:alt-connections:websocket" } as const;

export function hostMeta(hosts: readonly OfferingHost[]): readonly HostMeta[] {
  return hosts.flatMap(({ name, component, web }) => {
    if (component || web === undefined) return [];
    const links = (["bosh", "websocket"] as const).flatMap((kind) => {
      const href = web[kind];
      return href === undefined ? [] : [{ rel: RELATIONS[kind], href }];
    });
    if (links.length === 0) return [];
    const xml = [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">',
      ...links.map(({ rel, href }) => `  <Link rel="${rel}" href="${escaped(href)}" />`),
      "</XRD>",
      "",
    ].join("\n");
    return [{ host: name, xml, json: `${JSON.stringify({ links }, undefined, 2)}\n` }];
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
