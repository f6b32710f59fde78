// What is known of one open file at one moment: its text, understood, and all that an answer about it needs. Whatever is asked of it (what
// is wrong, what all fixes make of it, what an upgrade changes) is asked of the same snapshot, so that no answer lacks a part.

import { analyse } from "../core/analyse.ts";
import type { Analysis, ContainerAnalysis } from "../core/analyse.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import type { EnvUses, Project } from "../core/model/project.ts";
import { checked } from "../core/rules/check.ts";
import type { CheckOptions, Checked } from "../core/rules/check.ts";
import { fixAll } from "../core/rules/fixAll.ts";
import type { FixAllOptions, FixedText } from "../core/rules/fixAll.ts";
import type { Schema } from "../core/schema/schema.ts";
import type { SharedConfiguration } from "../core/semantics/around.ts";
import { paceOf } from "../core/text/pace.ts";
import type { FileSettings } from "./settings.ts";

export interface SnapshotFacts {
  /** As whoever opened it writes it. */
  readonly uri: string;
  /** Of the document. */
  readonly version: number;
  readonly analysis: Analysis;
  readonly schema: Schema;
  readonly settings: FileSettings;
  /** The folder of the workspace that it belongs to. */
  readonly folder: string | undefined;
  /** The files around a configuration, as far as they are known. */
  readonly project?: Project | undefined;
  /** Who reads the variables of an env file, and which tools read the file itself. */
  readonly uses?: EnvUses | undefined;
  readonly readers?: readonly EnvReader[];
  /** What the checks of the files of one configuration have in common. */
  readonly shared?: SharedConfiguration;
  /** Processor time in milliseconds, where there is such a clock: what takes too long is given up. */
  readonly clock?: (() => number) | undefined;
  /** Reads another text about containers as this one was; undefined when it is none of our business. */
  readonly understand?: (text: string) => ContainerAnalysis | undefined;
}

export interface Snapshot extends SnapshotFacts {
  /** What is wrong in the file; found when it is first asked for. Nothing where the project does not want it checked. */
  readonly checked: Checked;
}

/** What was said of a file last: saves what has not changed. */
export interface LastCheck {
  checked?: Checked;
}

export function snapshotOf(facts: SnapshotFacts, last: LastCheck): Snapshot {
  let known: Checked | undefined;
  return {
    ...facts,
    get checked() {
      if (facts.settings.ignored) return NOTHING;
      known ??= last.checked = checked(facts.analysis, facts.schema, checkOptions(facts), last.checked);
      return known;
    },
  };
}

const NOTHING: Checked = { own: undefined, findings: [], defects: [], first: () => [], at: () => [] };

/** The text after all fixes that may be applied without asking, or also the others. */
export function fixedText(snapshot: Snapshot, options: Pick<FixAllOptions, "only" | "unsafe"> = {}): FixedText {
  return fixAll(snapshot.analysis, snapshot.schema, { ...checkOptions(snapshot), ...options });
}

/** Understands another text as this one was. */
export function reader({ analysis, settings, readers = [], understand }: SnapshotFacts): (text: string) => Analysis {
  switch (analysis.kind) {
    case "lua":
      // Only what changes is understood anew.
      return (text) => analyse("lua", text, { previous: analysis });
    case "env":
      return (text) => analyse("env", text, { dialect: settings.dialect, readers });
    case "container":
      // A change after which nothing would be ours any more is none.
      return (text) => understand?.(text) ?? analysis;
  }
}

/** For one answer: its time begins to run. */
export function checkOptions(facts: SnapshotFacts): CheckOptions & Pick<FixAllOptions, "analyse"> {
  const { settings, project, uses, shared, clock } = facts;
  const assumesVersion = settings.version.because === "assumed";
  const pace = clock === undefined ? undefined : paceOf(clock);
  return { severities: settings.severities, assumesVersion, project, uses, shared, pace, analyse: reader(facts) };
}
