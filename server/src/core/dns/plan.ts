// All that a configuration wants of the world around it, in one: DNS records, certificates, firewall, host-meta; and the document that
// shows it to people.

import type { HostOptions } from "../effective/types.ts";
import type { Schema } from "../schema/schema.ts";
import { certificatePlans } from "./certificates.ts";
import type { CertificatePlan } from "./certificates.ts";
import { firewallPorts } from "./firewall.ts";
import type { FirewallPort } from "./firewall.ts";
import { hostMeta } from "./hostMeta.ts";
import type { HostMeta } from "./hostMeta.ts";
import { dnsZones } from "./records.ts";
import type { DnsOptions, Zone } from "./records.ts";
import { offerOf } from "./services.ts";
import { zoneFile } from "./zoneFile.ts";

export interface NetworkPlan {
  readonly zones: readonly Zone[];
  readonly certificates: readonly CertificatePlan[];
  readonly firewall: readonly FirewallPort[];
  readonly hostMeta: readonly HostMeta[];
  /** Sentences. */
  readonly notes: readonly string[];
}

export function networkPlan(config: HostOptions, schema: Schema, options: DnsOptions = {}): NetworkPlan {
  const offer = offerOf(config, schema);
  const zones = dnsZones(offer, options);
  const placeholders = zones.some(({ records }) =>
    records.some(({ placeholder, type }) => placeholder === true && type !== "TLSA"),
  );
  return {
    zones,
    certificates: certificatePlans(offer),
    firewall: firewallPorts(offer, schema),
    hostMeta: hostMeta(offer.hosts),
    notes: [
      ...offer.leftOut.map(({ host, reason }) => `${host} ${reason}, so there are no records for it.`),
      ...(placeholders
        ? ["The addresses are placeholders: put in your server's own, or set `external_addresses` in the configuration."]
        : []),
    ],
  };
}

/** As Markdown: tables, and the zone file to copy. */
export function networkReport(plan: NetworkPlan, title: string): string {
  const { zones, certificates, firewall, notes, hostMeta: metas } = plan;
  if (zones.length === 0)
    return [`# DNS for ${title}`, "", "There is no host that DNS could serve.", "", ...bullets(notes)].join("\n");
  return [
    `# DNS for ${title}`,
    "",
    ...bullets(notes),
    "## Records",
    "",
    ...table(
      ["Name", "Type", "Value", "Need", "Purpose"],
      zones.flatMap(({ records }) =>
        records.map(({ name, type, value, need, purpose }) => [code(name), type, code(value), need, purpose]),
      ),
    ),
    "## Zone file",
    "",
    "```dns-zone",
    zoneFile(zones).trimEnd(),
    "```",
    "",
    "## Certificates",
    "",
    ...table(
      ["Certificate", "Has to hold", "Used for"],
      certificates.flatMap(({ subject, names }) => names.map(({ name, usedFor }) => [code(subject), code(name), usedFor])),
    ),
    "## Firewall",
    "",
    ...table(
      ["Port", "Service", "", ""],
      firewall.map(({ port, protocol, title: service, let: answer, note = "" }) => [
        `${port}/${protocol}`,
        service,
        ANSWERS[answer],
        note,
      ]),
    ),
    ...metas.flatMap(({ host, json, xml }) => [
      `## host-meta of ${host}`,
      "",
      `Web clients look for these at \`https://${host}/.well-known/\`.`,
      "",
      "`host-meta.json`:",
      "",
      "```json",
      json.trimEnd(),
      "```",
      "",
      "`host-meta`:",
      "",
      "```xml",
      xml.trimEnd(),
      "```",
      "",
    ]),
  ].join("\n");
}

const ANSWERS = { in: "**let in**", "out of reach": "nothing to do", closed: "**keep closed**" } as const;

const code = (text: string): string => `\`${text}\``;

function bullets(sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [...sentences.map((sentence) => `- ${sentence}`), ""];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}
