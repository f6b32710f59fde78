// Scaffolds by name, with answers that came from outside: every answer is checked before anything is made of it.

import type { Project } from "../model/project.ts";
import { luaString } from "../rules/lua/shared/literals.ts";
import type { Schema } from "../schema/schema.ts";
import { thereElsewhere } from "./elsewhere.ts";
import {
  FEATURES,
  addExternalComponent,
  addFeature,
  setUpCertificates,
  setUpOpenMetrics,
  setUpReverseProxy,
  setUpSql,
  setUpTurn,
} from "./features.ts";
import type { Feature, SqlAnswers } from "./features.ts";
import { addModuleComponent, enableModule } from "./modules.ts";
import type { ModuleAnswers, OptionAnswers } from "./modules.ts";
import { hostProblem, jidProblem, urlProblem } from "./names.ts";
import { newClash } from "./openedPorts.ts";
import { newServer } from "./newServer.ts";
import type { ServerAnswers } from "./newServer.ts";
import { componentRefusal, moduleRefusal } from "./refusals.ts";
import type { Refusal } from "./refusals.ts";
import { Work } from "./scaffold.ts";
import type { Scaffold } from "./scaffold.ts";
import type { SecretMaker } from "./secrets.ts";

/** What can be added to a configuration. */
export type Addition =
  | { readonly kind: "host"; readonly name: string }
  | { readonly kind: "component"; readonly name: string; readonly module: string; readonly options?: OptionAnswers }
  | { readonly kind: "externalComponent"; readonly name: string }
  | ({ readonly kind: "module" } & ModuleAnswers)
  | { readonly kind: "feature"; readonly feature: Feature; readonly host: string; readonly retention?: number }
  | { readonly kind: "turn"; readonly host: string }
  | ({ readonly kind: "sql" } & SqlAnswers)
  | { readonly kind: "certificates"; readonly folder: string }
  | { readonly kind: "reverseProxy"; readonly url: string; readonly proxy?: string }
  | { readonly kind: "openMetrics" };

export type Scaffolded = ({ readonly ok: true } & Scaffold) | ({ readonly ok: false } & Refusal);

export function scaffoldServer(answers: ServerAnswers, schema: Schema, secrets: SecretMaker): Scaffolded {
  const problem =
    hostProblem(answers.domain) ??
    jidProblem(answers.admin ?? "") ??
    (answers.turnHost === undefined ? undefined : hostProblem(answers.turnHost)) ??
    featureProblem(answers.features);
  if (problem !== undefined) return { ok: false, reason: problem };
  const domain = answers.domain.trim();
  const admin = answers.admin?.trim();
  return { ok: true, ...newServer({ ...answers, domain, ...(admin === undefined ? {} : { admin }) }, schema, secrets) };
}

/** Adds to the text of a configuration. `project`: the files around it, where they are known. */
export function scaffoldAddition(
  text: string,
  addition: Addition,
  schema: Schema,
  secrets: SecretMaker,
  project?: Project,
): Scaffolded {
  const work = Work.on(text, schema, secrets);
  if (work.draft.analysis.syntax.issues.length > 0)
    return { ok: false, reason: "The file has a syntax error. Mend that first, so that nothing lands in the wrong place." };
  const problem = problemOf(addition, work);
  const refusal = problem === undefined ? (thereElsewhere(addition, project) ?? refusalOf(addition, work)) : { reason: problem };
  if (refusal !== undefined) return { ok: false, ...refusal };
  const done = add(work, addition);
  const clash = newClash(work.draft.analysis, done.draft.analysis, schema);
  if (clash !== undefined) return { ok: false, reason: `Nothing was changed. ${clash}` };
  return { ok: true, ...done.result };
}

function refusalOf(addition: Addition, work: Work): Refusal | undefined {
  if (addition.kind === "module") return moduleRefusal(work, addition);
  return addition.kind === "component" ? componentRefusal(work, addition.module, addition.options) : undefined;
}

function problemOf(addition: Addition, work: Work): string | undefined {
  switch (addition.kind) {
    case "host":
    case "component":
    case "externalComponent":
      if (work.draft.has(addition.name)) return `${addition.name} is in this file already.`;
      return hostProblem(addition.name);
    case "feature":
      return hostProblem(addition.host) ?? featureProblem([addition.feature]);
    case "turn":
      return hostProblem(addition.host);
    case "reverseProxy":
      return urlProblem(addition.url);
    case "module":
    case "sql":
    case "certificates":
    case "openMetrics":
      return undefined;
  }
}

function featureProblem(features: readonly string[]): string | undefined {
  const unknown = features.find((feature) => !FEATURES.some(({ id }) => id === feature));
  return unknown === undefined
    ? undefined
    : `There is no feature ${unknown}. The features are ${FEATURES.map(({ id }) => id).join(", ")}.`;
}

function add(work: Work, addition: Addition): Work {
  switch (addition.kind) {
    case "host":
      return work
        .with((draft) => draft.addSection(`VirtualHost ${luaString(addition.name)}`, addition.name, []))
        .say(`${addition.name} needs DNS records and a certificate of its own.`);
    case "component":
      return addModuleComponent(work, addition.name, addition.module, addition.options);
    case "externalComponent":
      return addExternalComponent(work, addition.name);
    case "module":
      return enableModule(work, addition);
    case "feature":
      return addFeature(work, addition.feature, addition);
    case "turn":
      return setUpTurn(work, { host: addition.host, turnHost: addition.host });
    case "sql":
      return setUpSql(work, addition);
    case "certificates":
      return setUpCertificates(work, addition.folder);
    case "reverseProxy":
      return setUpReverseProxy(work, addition);
    case "openMetrics":
      return setUpOpenMetrics(work);
  }
}
