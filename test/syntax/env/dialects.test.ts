// How each tool reads each kind of line, as one table. The expectations were obtained by running the tools themselves.

import { describe, test } from "vitest";
import { checkEnvironment } from "./checkEnv.ts";
import type { Environment } from "./checkEnv.ts";

/** `refused`: the tool refuses the whole file. Otherwise what the container gets, in order. */
type Outcome = "refused" | readonly string[];

interface Row {
  readonly text: string;
  readonly docker: Outcome;
  readonly compose: Outcome;
  readonly podman: Outcome;
  /** Of the tool itself. */
  readonly environment?: Environment;
}

const HOME = { HOME: "/h" };

const rows: readonly Row[] = [
  { text: "K=v", docker: ["K=v"], compose: ["K=v"], podman: ["K=v"] },
  { text: 'K="v"', docker: ['K="v"'], compose: ["K=v"], podman: ['K="v"'] },
  { text: "K='v'", docker: ["K='v'"], compose: ["K=v"], podman: ["K='v'"] },
  { text: "K=a b", docker: ["K=a b"], compose: ["K=a b"], podman: ["K=a b"] },
  { text: 'K="a b"', docker: ['K="a b"'], compose: ["K=a b"], podman: ['K="a b"'] },
  { text: "K=v # c", docker: ["K=v # c"], compose: ["K=v"], podman: ["K=v # c"] },
  { text: "K=v\t# c", docker: ["K=v\t# c"], compose: ["K=v\t# c"], podman: ["K=v\t# c"] },
  { text: "K=v#c", docker: ["K=v#c"], compose: ["K=v#c"], podman: ["K=v#c"] },
  { text: 'K="v" # c', docker: ['K="v" # c'], compose: ["K=v"], podman: ['K="v" # c'] },
  { text: 'K="v"x', docker: ['K="v"x'], compose: ["K=v"], podman: ['K="v"x'] },
  { text: "K=#v", docker: ["K=#v"], compose: ["K=#v"], podman: ["K=#v"] },
  { text: "K= v", docker: ["K= v"], compose: ["K=v"], podman: ["K= v"] },
  { text: "K=v   ", docker: ["K=v   "], compose: ["K=v"], podman: ["K=v   "] },
  { text: "K =v", docker: "refused", compose: ["K=v"], podman: ["K =v"] },
  { text: "  K=v", docker: ["K=v"], compose: ["K=v"], podman: ["K=v"] },
  { text: "export K=v", docker: "refused", compose: ["K=v"], podman: ["export K=v"] },
  { text: "K", docker: ["K=fromenv"], compose: ["K=fromenv"], podman: ["K=fromenv"], environment: { K: "fromenv" } },
  { text: "K=", docker: ["K="], compose: ["K="], podman: ["K="] },
  { text: "=v", docker: "refused", compose: ["=v"], podman: "refused" },
  { text: "K:v", docker: [], compose: ["K=v"], podman: [] },
  { text: "K: v", docker: "refused", compose: ["K=v"], podman: [] },
  { text: "K=$HOME", docker: ["K=$HOME"], compose: ["K=/h"], podman: ["K=$HOME"], environment: HOME },
  { text: 'K="${HOME}"', docker: ['K="${HOME}"'], compose: ["K=/h"], podman: ['K="${HOME}"'], environment: HOME },
  { text: "K='${HOME}'", docker: ["K='${HOME}'"], compose: ["K=${HOME}"], podman: ["K='${HOME}'"], environment: HOME },
  { text: "K=${NOPE:-d}", docker: ["K=${NOPE:-d}"], compose: ["K=d"], podman: ["K=${NOPE:-d}"] },
  { text: "K=pa$$word", docker: ["K=pa$$word"], compose: ["K=pa$word"], podman: ["K=pa$$word"] },
  { text: "K=pa\\$word", docker: ["K=pa\\$word"], compose: ["K=pa\\"], podman: ["K=pa\\$word"] },
  { text: "K=pa$word", docker: ["K=pa$word"], compose: ["K=pa"], podman: ["K=pa$word"] },
  { text: 'K="a\\nb"', docker: ['K="a\\nb"'], compose: ["K=a\nb"], podman: ['K="a\\nb"'] },
  { text: 'K="a\nb"', docker: ['K="a'], compose: ["K=a\nb"], podman: ['K="a'] },
  { text: 'K="unterminated', docker: ['K="unterminated'], compose: "refused", podman: ['K="unterminated'] },
  { text: "K=it's", docker: ["K=it's"], compose: ["K=it's"], podman: ["K=it's"] },
  { text: 'K="say \\"hi\\""', docker: ['K="say \\"hi\\""'], compose: ['K=say "hi"'], podman: ['K="say \\"hi\\""'] },
  { text: "K-X.Y=v", docker: ["K-X.Y=v"], compose: ["K-X.Y=v"], podman: ["K-X.Y=v"] },
  { text: "K,X=v", docker: ["K,X=v"], compose: "refused", podman: ["K,X=v"] },
  { text: "K X=v", docker: "refused", compose: "refused", podman: ["K X=v"] },
  { text: "K=v\nK=w", docker: ["K=v", "K=w"], compose: ["K=w"], podman: ["K=w"] },
  { text: "A=1\nK=${A}2", docker: ["A=1", "K=${A}2"], compose: ["A=1", "K=12"], podman: ["A=1", "K=${A}2"] },
  { text: 'K=v\r\nL="w"\r', docker: ["K=v", 'L="w"'], compose: ["K=v", "L=w"], podman: ["K=v", 'L="w"'] },
  { text: "\uFEFFK=v", docker: ["K=v"], compose: ["K=v"], podman: ["\uFEFFK=v"] },
  { text: "K*", docker: [], compose: "refused", podman: ["KAB=1"], environment: { KAB: "1" } },
  { text: "K=$(id)", docker: ["K=$(id)"], compose: ["K=$(id)"], podman: ["K=$(id)"] },

  // What stands beside the table in prose.
  { text: "# c\n\n  \t# d\nK=v", docker: ["K=v"], compose: ["K=v"], podman: ["K=v"] },
  { text: "\u00a0K=v", docker: ["K=v"], compose: ["K=v"], podman: ["\u00a0K=v"] },
  { text: "NOPE", docker: [], compose: [], podman: [] },
  { text: "K='v'x=1", docker: ["K='v'x=1"], compose: ["K=v", "x=1"], podman: ["K='v'x=1"] },
  { text: "K=a=b", docker: ["K=a=b"], compose: ["K=a=b"], podman: ["K=a=b"] },
  { text: "K=a #b #c", docker: ["K=a #b #c"], compose: ["K=a"], podman: ["K=a #b #c"] },
  { text: "K= #v", docker: ["K= #v"], compose: ["K=#v"], podman: ["K= #v"] },
  { text: "K=a\rb", docker: ["K=a\rb"], compose: ["K=a\rb"], podman: ["K=a\rb"] },
];

const visible = (text: string): string => JSON.stringify(text).slice(1, -1);

for (const dialect of ["docker", "compose", "podman"] as const) {
  describe(dialect, () => {
    test.each(rows.map((row) => [visible(row.text), row] as const))("%s", (_, row) => {
      checkEnvironment(`${row.text}\n`, dialect, row[dialect], row.environment ?? {});
    });
  });
}

test.each([["docker"], ["podman"]] as const)("%s also reads a last line without a line break", (dialect) => {
  checkEnvironment("A=1\nK=v", dialect, ["A=1", "K=v"]);
  checkEnvironment("A=1\r\nK=v\r", dialect, ["A=1", "K=v"]);
  checkEnvironment("A=1\nK", dialect, ["A=1", "K=e"], { K: "e" });
});

test("compose takes a name at the very end for a value", () => {
  checkEnvironment("A=1\nK=v", "compose", ["A=1", "K=v"]);
  checkEnvironment("A=1\nK", "compose", ["A=1", "=K"], { K: "e" });
  checkEnvironment("A=1\nK\n", "compose", ["A=1", "K=e"], { K: "e" });
});

const longest = `K=${"x".repeat(65533)}`;

test.each([["docker"], ["podman"]] as const)("%s reads lines of less than 64 KiB", (dialect) => {
  checkEnvironment(`${longest}\nL=1\n`, dialect, [longest, "L=1"]);
  checkEnvironment(longest, dialect, [longest]);
  checkEnvironment(`${longest}x\nL=1\n`, dialect, "refused");
  checkEnvironment(`K=${"é".repeat(32767)}\n`, dialect, "refused");
  checkEnvironment(`K=${"é".repeat(32766)}\n`, dialect, [`K=${"é".repeat(32766)}`]);
});
