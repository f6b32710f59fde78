// Gathers what a parser finds, in the order of the text, and adds at the end what only the whole file shows: names set twice.

import type { Span } from "../../text/span.ts";
import type { EnvAssignment, EnvDialect, EnvIssue, EnvIssueId, EnvSyntax } from "./syntax.ts";

export class Collector {
  private readonly assignments: EnvAssignment[] = [];
  private readonly issues: EnvIssue[] = [];
  private readonly comments: Span[] = [];

  constructor(private readonly dialect: EnvDialect) {}

  assignment(assignment: EnvAssignment): void {
    this.assignments.push(assignment);
  }

  comment(start: number, end: number): void {
    this.comments.push({ start, end });
  }

  /** The tool reads on, but hardly as meant. */
  trap(id: EnvIssueId, start: number, end: number, message: string): void {
    this.issues.push({ id, message, span: { start, end }, fatal: false });
  }

  /** The tool refuses the file. */
  refusal(id: EnvIssueId, start: number, end: number, message: string): void {
    this.issues.push({ id, message, span: { start, end }, fatal: true });
  }

  done(): EnvSyntax {
    const issues = [...this.issues, ...duplicates(this.assignments)].sort((a, b) => a.span.start - b.span.start);
    return { dialect: this.dialect, assignments: this.assignments, issues, comments: this.comments };
  }
}

/** One issue for each assignment that a later one outdoes. A later bare name may turn out to be nothing, so it outdoes none. */
function duplicates(assignments: readonly EnvAssignment[]): readonly EnvIssue[] {
  const later = new Set<string>();
  const found: EnvIssue[] = [];
  for (let i = assignments.length - 1; i >= 0; i--) {
    const assignment = assignments[i];
    if (assignment === undefined || assignment.name === "") continue;
    const { name, nameSpan } = assignment;
    if (later.has(name)) {
      const message =
        "This variable is set again further down, and the container gets the last value. Keep one of the two lines.";
      found.push({ id: "duplicate-name", message, span: nameSpan, fatal: false });
    }
    if (assignment.value !== undefined) later.add(name);
  }
  return found;
}
