// What a shell makes of each kind of line, as far as it is certain. The answers were obtained by running one.

import { expect, test } from "vitest";
import { readAsShell } from "../../../server/src/core/syntax/env/shell.ts";

/** Readings in order: `=value`, `command`; `refused` alone where the shell stops. Empty: nothing is said. */
function told(text: string): readonly string[] {
  const { readings, refused } = readAsShell(text);
  if (refused) return ["refused"];
  return [...readings.values()].map((reading) => (reading.kind === "value" ? `=${reading.value}` : "command"));
}

test.each<[string, readonly string[]]>([
  ["K=v", ["=v"]],
  ['K="v"', ["=v"]],
  ["K='v'", ["=v"]],
  ["K=a b", ["command"]],
  ['K="a b"', ["=a b"]],
  ["K=v # c", ["=v"]],
  ["K=v\t# c", ["=v"]],
  ["K=v#c", ["=v#c"]],
  ['K="v" # c', ["=v"]],
  ['K="v"x', ["=vx"]],
  ["K=#v", ["=#v"]],
  ["K= v", ["command"]],
  ["K=v   ", ["=v"]],
  ["K =v", ["command"]],
  ["  K=v", ["=v"]],
  ["export K=v", ["=v"]],
  ["K", ["command"]],
  ["K=", ["="]],
  ["=v", ["command"]],
  ["K:v", ["command"]],
  ["K: v", ["command"]],
  ["K=$HOME", []],
  ['K="${HOME}"', []],
  ["K='${HOME}'", ["=${HOME}"]],
  ["K=${NOPE:-d}", []],
  ["K=pa$$word", []],
  ["K=pa\\$word", ["=pa$word"]],
  ["K=pa$word", []],
  ['K="a\\nb"', ["=a\\nb"]],
  ['K="a\nb"', ["=a\nb"]],
  ['K="unterminated', ["refused"]],
  ["K=it's", ["refused"]],
  ['K="say \\"hi\\""', ['=say "hi"']],
  ["K-X.Y=v", ["command"]],
  ["K,X=v", ["command"]],
  ["K X=v", ["command"]],
  ["K=v\nK=w", ["=v", "=w"]],
  ["A=1\nK=${A}2", ["=1", "=12"]],
  ['K=v\r\nL="w"\r', ["=v\r", "=w\r"]],
  ["\uFEFFK=v", ["command"]],
  ["K*", ["command"]],
  ["K=$(id)", []],

  // Nothing is said from the first thing on that reading alone cannot follow.
  ["A=1\nif x\nK=v", ["=1"]],
  ["A=1; K=v", []],
  ["K=~/x\nL=a:~", []],
  ["export A=$B C=x", ["=x"]],
  ["A=1 B=$A", ["=1", "=1"]],
  ["A=1 B=2 c", ["command", "command"]],
  ["K[0]=v\nL=1", []],
])("%j", (text, wanted) => {
  expect(told(`${text}\n`)).toEqual(wanted);
});
