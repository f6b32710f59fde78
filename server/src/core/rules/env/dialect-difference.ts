// What docker and Compose read differently, in a file that either of them may read. Quotes, comments and blanks around a value have
// rules of their own.

import type { EnvReading, EnvVariable } from "../../model/envFile.ts";
import type { EnvDialect } from "../../syntax/env/syntax.ts";
import { writeEnvValue } from "../../syntax/env/write.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { EnvContext, EnvRule, Fix, Report } from "../rule.ts";
import { offer } from "./shared/edits.ts";
import { concernsImage } from "./shared/foreign.ts";
import { literalParts } from "./shared/literal.ts";
import { livingDialects, subjectsOf } from "./shared/subject.ts";
import type { Subject } from "./shared/subject.ts";

export const dialectDifference: EnvRule = {
  kind: "env",
  id: "dialect-difference",
  severity: "information",
  check(context) {
    const { file, schema } = context;
    if (file.syntaxes.length < 2 || !concernsImage(file, schema)) return;
    const living = livingDialects(file.syntaxes);
    if (living.size < file.syntaxes.length) {
      refusedLine(context, living);
      return;
    }
    for (const subject of subjectsOf(context)) {
      const report = subject.info === undefined ? undefined : valueDifference(subject, context.text);
      if (report !== undefined) context.report(report);
    }
  },
};

/** Whoever has more of them does not mend them one by one. */
const MOST_LINES = 100;

function valueDifference(subject: Subject, text: string): Report | undefined {
  const { variable, info } = subject;
  const literal = variable.readings.find(({ dialect }) => dialect !== "compose");
  const compose = variable.readings.find(({ dialect }) => dialect === "compose");
  if (literal?.verbatim === undefined || compose === undefined) return undefined;
  const { inner } = literalParts(text, literal.verbatim);
  const plain = text.slice(inner.start, inner.end);
  if (compose.value === plain) return undefined;
  // Several lines are one value for Compose only.
  const severity = info?.secret === true && plain.includes("$") ? "warning" : "information";
  const why = plain.includes("$")
    ? "puts variables in the place of what begins with `$`"
    : "reads backslashes in double quotes as escapes";
  const shown = info?.secret === true ? "" : both(plain, compose.value);
  return {
    span: variable.valueSpan,
    message: `${literal.dialect} passes this value on as it stands, and Compose ${why}${shown}. Say which tool reads the file, or write it for both.`,
    severity,
    ...(info === undefined ? {} : { page: info.page }),
    ...offer(fixesFor(subject, plain, compose)),
  };
}

/** Short values, so that one sees the difference. */
function both(docker: string, compose: string | undefined): string {
  // What another variable stands for may be a secret.
  if (compose === undefined || /\$[A-Za-z_{]/.test(docker) || !isShort(docker) || !isShort(compose)) return "";
  return compose === "" ? ", which leaves nothing" : `: \`${docker}\` there, \`${compose}\` here`;
}

function isShort(value: string): boolean {
  return /^[^`\n\r]{1,40}$/.test(value) || value === "";
}

function fixesFor({ variable, info }: Subject, plain: string, compose: EnvReading): readonly Fix[] {
  const span = variable.valueSpan;
  const fixes: Fix[] = [];
  const known = compose.value;
  // Of a secret nothing is written that did not stand there.
  if (known !== undefined && known !== "" && info?.secret !== true && writeEnvValue(known, "everywhere") === known)
    fixes.push({ title: "Write what Compose reads, the same for every tool", edits: [{ span, newText: known }], safe: false });
  const quoted = writeEnvValue(plain, "compose");
  if (quoted?.startsWith("'") === true && !/[\r\n]/.test(plain))
    fixes.push({ title: "Write it for Compose, to get what docker reads", edits: [{ span, newText: quoted }], safe: false });
  return fixes;
}

/** Told once, at the first line of the image's variables for which docker refuses the file; the fix is for all such lines. */
function refusedLine({ file, report, schema, text }: EnvContext, living: ReadonlySet<EnvDialect>): void {
  const refusing = file.syntaxes.find(({ dialect }) => dialect !== "compose" && !living.has(dialect));
  const all = refusing?.issues.filter(({ fatal }) => fatal) ?? [];
  const issues = all.slice(0, MOST_LINES);
  const lines = issues.map((issue) =>
    file.variables.find(({ span }) => span.start <= issue.span.end && issue.span.start <= span.end),
  );
  const first = lines.find((variable) => variable !== undefined && schema.variable(variable.name) !== undefined);
  if (first === undefined) return;
  const found = lines.filter((variable) => variable !== undefined);
  const edits = found.flatMap((variable) => plainLine(variable, text));
  const changes = found.map(({ name }) => name);
  report({
    span: { start: first.span.start, end: first.nameSpan.end },
    message: `Compose reads this line, and ${refusing?.dialect ?? "docker"} refuses the whole file because of it. Written NAME=value it is read by every tool.`,
    ...offer(edits.length < all.length ? [] : [{ title: "Write NAME=value", edits, changes, safe: true }]),
  });
}

/** None where the value has no form that every tool reads alike. */
function plainLine({ name, span, readings }: EnvVariable, text: string): readonly TextEdit[] {
  const value = readings.find(({ dialect }) => dialect === "compose")?.value;
  const written = value === undefined ? undefined : writeEnvValue(value, "everywhere");
  const newText = `${name}=${written ?? ""}`;
  // What stands behind it on the line would become part of the value.
  const rest = /^[^\r\n]*/.exec(text.slice(span.end))?.[0] ?? "";
  if (written === undefined || !/^\w+$/.test(name) || rest.trim() !== "" || text.slice(span.start, span.end) === newText)
    return [];
  return [{ span: { start: span.start, end: span.end + rest.length }, newText }];
}
