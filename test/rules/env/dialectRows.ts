// What the tools make of each kind of line of an env file, and which rule of ours tells it where a variable of the image is concerned.
// Data for the test beside it. A cell holds the rules that speak, or a sentence that says why none does.

export interface DialectRow {
  /** `K` stands for the variable. */
  readonly line: string;
  readonly docker: string;
  readonly compose: string;
  readonly podman: string;
  /** For a secret, where that is another matter. */
  readonly secret?: { readonly docker?: string; readonly compose?: string; readonly podman?: string };
  /** Nothing else in the file, and no line break at the end. */
  readonly alone?: true;
}

const FINE = "The image gets the value as it is meant.";
const MEANT = "Whoever writes this for Compose means it so.";
const BARE = "The value comes from around the tool, which is what a name alone is for.";
const NAMELESS = "It names no variable, so nothing says that it concerns the image.";
const EMPTY = "This one takes an empty value well; empty-value tells of those that do not, whatever the tool.";
const PASSWORD = "A secret may hold any characters, these among them.";

export const DIALECT_ROWS: readonly DialectRow[] = [
  { line: "K=v", docker: FINE, compose: FINE, podman: FINE },
  { line: 'K="v"', docker: "quoted-value", compose: FINE, podman: "quoted-value" },
  { line: "K='v'", docker: "quoted-value", compose: FINE, podman: "quoted-value" },
  { line: "K=a b", docker: FINE, compose: FINE, podman: FINE },
  { line: 'K="a b"', docker: "quoted-value", compose: FINE, podman: "quoted-value" },
  { line: "K=v # c", docker: "comment-in-value", compose: FINE, podman: "comment-in-value" },
  { line: "K=v\t# c", docker: "comment-in-value", compose: "comment-in-value", podman: "comment-in-value" },
  { line: "K=v#c", docker: FINE, compose: FINE, podman: FINE },
  { line: 'K="v" # c', docker: "quoted-value comment-in-value", compose: FINE, podman: "quoted-value comment-in-value" },
  {
    line: 'K="v"x',
    docker: "cut-value",
    compose: "cut-value",
    podman: "cut-value",
    secret: { docker: PASSWORD, podman: PASSWORD },
  },
  { line: "K=#v", docker: FINE, compose: FINE, podman: FINE },
  { line: "K= v", docker: "blank-around-value", compose: FINE, podman: "blank-around-value" },
  { line: "K=v   ", docker: "blank-around-value", compose: FINE, podman: "blank-around-value" },
  { line: "K =v", docker: "syntax/name-with-blank", compose: FINE, podman: "lost-variable" },
  { line: "  K=v", docker: FINE, compose: FINE, podman: FINE },
  { line: "export K=v", docker: "syntax/name-with-blank", compose: FINE, podman: "lost-variable" },
  { line: "K", docker: BARE, compose: BARE, podman: BARE },
  { line: "K", docker: BARE, compose: "lost-variable", podman: BARE, alone: true },
  { line: "K=", docker: EMPTY, compose: EMPTY, podman: EMPTY },
  { line: "=v", docker: "syntax/no-name", compose: NAMELESS, podman: "syntax/no-name" },
  { line: "K:v", docker: "lost-variable", compose: FINE, podman: "lost-variable" },
  { line: "K: v", docker: "syntax/name-with-blank", compose: FINE, podman: "lost-variable" },
  {
    line: "K=$HOME",
    docker: "literal-reference",
    compose: MEANT,
    podman: "literal-reference",
    secret: { docker: PASSWORD, podman: PASSWORD },
  },
  {
    line: 'K="${HOME}"',
    docker: "quoted-value literal-reference",
    compose: MEANT,
    podman: "quoted-value literal-reference",
    secret: { docker: "quoted-value", podman: "quoted-value" },
  },
  {
    line: "K='${HOME}'",
    docker: "quoted-value literal-reference",
    compose: MEANT,
    podman: "quoted-value literal-reference",
    secret: { docker: "quoted-value", podman: "quoted-value" },
  },
  {
    line: "K=${NOPE:-d}",
    docker: "literal-reference",
    compose: MEANT,
    podman: "literal-reference",
    secret: { docker: PASSWORD, podman: PASSWORD },
  },
  {
    line: "K=pa$$word",
    docker: "literal-reference",
    compose: MEANT,
    podman: "literal-reference",
    secret: { docker: PASSWORD, podman: PASSWORD },
  },
  {
    line: "K=pa\\$word",
    docker: "literal-reference",
    compose: MEANT,
    podman: "literal-reference",
    secret: { docker: PASSWORD, compose: "cut-value", podman: PASSWORD },
  },
  {
    line: "K=pa$word",
    docker: "literal-reference",
    compose: MEANT,
    podman: "literal-reference",
    secret: { docker: PASSWORD, compose: "cut-value", podman: PASSWORD },
  },
  { line: 'K="a\\nb"', docker: "quoted-value", compose: MEANT, podman: "quoted-value" },
  { line: 'K="a\nb"', docker: "cut-value", compose: MEANT, podman: "cut-value" },
  {
    line: 'K="unterminated',
    docker: "cut-value",
    compose: "syntax/unterminated-quote",
    podman: "cut-value",
    secret: { docker: PASSWORD, podman: PASSWORD },
  },
  { line: "K=it's", docker: FINE, compose: FINE, podman: FINE },
  { line: 'K="say \\"hi\\""', docker: "quoted-value", compose: FINE, podman: "quoted-value" },
  { line: "K-X.Y=v", docker: "unknown-variable", compose: "unknown-variable", podman: "unknown-variable" },
  { line: "K,X=v", docker: "unknown-variable", compose: "syntax/bad-name-character", podman: "unknown-variable" },
  { line: "K X=v", docker: "syntax/name-with-blank", compose: "syntax/name-with-blank", podman: "lost-variable" },
  { line: "K=v\nK=w", docker: "duplicate-variable", compose: "duplicate-variable", podman: "duplicate-variable" },
  {
    line: "A=1\nK=${A}2",
    docker: "literal-reference",
    compose: MEANT,
    podman: "literal-reference",
    secret: { docker: PASSWORD, podman: PASSWORD },
  },
  { line: "K=v\r\n", docker: FINE, compose: FINE, podman: FINE },
  { line: "\uFEFFK=v", docker: FINE, compose: FINE, podman: "lost-variable" },
  { line: "K*", docker: "lost-variable", compose: "syntax/bad-name-character", podman: BARE },
  {
    line: "K=$(id)",
    docker: "literal-reference",
    compose: "literal-reference",
    podman: "literal-reference",
    secret: { docker: PASSWORD, compose: PASSWORD, podman: PASSWORD },
  },
];
