// The one way in which tests ask what a configuration wants of the network: its text in, the plan out.

import { networkPlan } from "../../server/src/core/dns/plan.ts";
import type { NetworkPlan } from "../../server/src/core/dns/plan.ts";
import type { DnsOptions } from "../../server/src/core/dns/records.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { schemaFor } from "../support/knowledge.ts";

export async function planFor(text: string, options: DnsOptions = {}): Promise<NetworkPlan> {
  const result = await evaluateFiles({ "prosody.cfg.lua": text });
  if (result.status === "error") throw new Error(result.error.message);
  return networkPlan(result.config, schemaFor(), options);
}

/** `name TYPE value` of each record. */
export function lines({ zones }: NetworkPlan): readonly string[] {
  return zones.flatMap(({ records }) => records.map(({ name, type, value }) => `${name} ${type} ${value}`));
}
