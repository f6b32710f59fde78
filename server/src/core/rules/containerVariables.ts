// The rules for env files, on the variables that a container is given: run with the knowledge for the image's version, and their fixes
// put into the syntax of the file.

import { knowsVariables } from "../model/container.ts";
import type { ContainerFile, ContainerVariable } from "../model/container.ts";
import type { Schema } from "../schema/schema.ts";
import type { TextEdit } from "../text/edit.ts";
import { isHere } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { SpanIndex } from "../text/spanIndex.ts";
import { configurationOf, isTooOld, officialContainers, schemaOf } from "./container/shared/official.ts";
import type { OfficialContainer } from "./container/shared/official.ts";
import type { EnvRule, Fix, Report } from "./rule.ts";

/** These speak of how env files are written, or guess where a container tells: rules for containers take their place. */
const ENV_FILES_ONLY = new Set(["comment-in-value", "config-replaced", "dialect-difference", "missing-virtual-hosts"]);

/** These miss something, which may come from where we do not look. */
const ABSENCE = new Set(["missing-companion", "sql-database", "sql-without-driver"]);

/** Ports that a rule for containers speaks of when they are published. */
const LOOPBACK_PORTS = [5280, 5347];

export function checkContainerVariables(
  rule: EnvRule,
  file: ContainerFile,
  text: string,
  schema: Schema,
  report: (report: Report) => void,
): void {
  const said = new Set<string>();
  for (const container of officialContainers(file)) {
    if (!concerns(rule.id, container)) continue;
    const { variables } = container.variables;
    let index: Variables | undefined;
    rule.check({
      file: container.variables,
      text,
      schema: schemaOf(container, schema),
      report: (one) => {
        // What is given from elsewhere is told there.
        if (!isHere(one.span)) return;
        // What several containers take from one place is said once.
        const key = `${one.span.start} ${one.span.end} ${one.message}`;
        if (said.has(key)) return;
        said.add(key);
        report(translated(one, () => (index ??= new SpanIndex(variables))));
      },
    });
  }
}

function concerns(id: string, container: OfficialContainer): boolean {
  // A configuration of one's own may read the variables in its own way.
  const configuration = configurationOf(container);
  if (ENV_FILES_ONLY.has(id) || isTooOld(container.image) || configuration === "own") return false;
  if (ABSENCE.has(id)) return knowsVariables(container);
  if (id !== "loopback-only") return true;
  const published = container.ports.some(({ container: { from, to } }) =>
    LOOPBACK_PORTS.some((port) => from <= port && port <= to),
  );
  return configuration === "image" && container.network === "own" && !published;
}

type Variables = SpanIndex<ContainerVariable>;

function translated(report: Report, variables: () => Variables): Report {
  const { fixes: offered, ...rest } = report;
  const fixes = (offered?.() ?? []).flatMap((fix): readonly Fix[] => {
    const edits = translateEdits(fix.edits, variables());
    return edits === undefined
      ? []
      : [{ ...fix, title: fix.title === "Remove the line" ? "Remove the variable" : fix.title, edits }];
  });
  return fixes.length === 0 ? rest : { ...rest, fixes: () => fixes };
}

/** Undefined where one of them has no meaning here. */
function translateEdits(edits: readonly TextEdit[], variables: Variables): readonly TextEdit[] | undefined {
  const values = new Map<ContainerVariable, TextEdit[]>();
  const done: TextEdit[] = [];
  for (const edit of edits) {
    const touched = variables.touching(edit.span);
    const variable = touched.find((one) => within(edit.span, one.span) || within(one.span, edit.span));
    if (variable === undefined) return undefined;
    const verbatim = variable.readings[0]?.verbatim;
    if (verbatim !== undefined && within(edit.span, verbatim)) values.set(variable, [...(values.get(variable) ?? []), edit]);
    else if (within(edit.span, variable.nameSpan) && /^\w+$/.test(edit.newText)) {
      // What several containers take from one place is not only this one's to rename.
      if (variable.write("") === undefined && variable.remove() === undefined) return undefined;
      done.push(edit);
    } else {
      const removed = edit.newText === "" && within(variable.span, edit.span) ? variable.remove() : undefined;
      if (removed === undefined) return undefined;
      done.push(...removed);
    }
  }
  for (const [variable, inside] of values) {
    const written = variable.write(withEdits(variable, inside));
    if (written === undefined) return undefined;
    done.push(written);
  }
  return done;
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The whole value after edits of parts of it. */
function withEdits({ readings: [reading] }: ContainerVariable, edits: readonly TextEdit[]): string {
  const { value = "", verbatim = { start: 0, end: 0 } } = reading ?? {};
  let result = value;
  for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    result = result.slice(0, span.start - verbatim.start) + newText + result.slice(span.end - verbatim.start);
  }
  return result;
}
