// What the readers of docker and podman report, and what they keep of a file that the tool refuses.

import { expect, test } from "vitest";
import { parseEnv } from "../../../server/src/core/syntax/env/index.ts";
import { checkAssignments, checkIssues } from "./checkEnv.ts";

test("docker: issues", () => {
  checkIssues('A="v"\nB=\'v\'\nC="v" # c\nD="v"x\nE="\nF=""\n', "docker", [
    'quotes-kept: "v"',
    "quotes-kept: 'v'",
    'quotes-kept: "v" # c',
    "comment-kept: # c",
    'quotes-kept: ""',
  ]);
  checkIssues("A= v\nB=v \nC=\nD= \nE=a b\n", "docker", ["blank-kept:  ", "blank-kept:  ", "blank-kept:  "]);
  checkIssues("A=v # c\nB=v#c\nC=v #1\nD=v #\n", "docker", ["comment-kept: # c", "comment-kept: #"]);
  checkIssues("K =v\nexport L=v\nM: v\nN:v\nO P=v\n=v\n", "docker", [
    "!name-with-blank: K ",
    "!name-with-blank: export L",
    "!name-with-blank: M: v",
    "colon-separator: :",
    "!name-with-blank: O P",
    "!no-name: =v",
  ]);
  checkIssues("K=v\nK=w\nL=1\nL\n", "docker", ["duplicate-name: K"]);
  checkIssues("\uFEFFK=v", "docker", []);
});

test("docker: the names meant are kept where they are plain", () => {
  checkAssignments("A=1\nK =v\nexport L=v\nO P=v\n=v\nM: v\nB=2\nN", "docker", ["A=1", "K=v", "L=v", "B=2", "N"]);
});

test("podman: issues", () => {
  checkIssues('K =v\nexport L=v\nM: v\n=v\nN="v"\nP*\n', "podman", [
    "name-with-blank: K ",
    "export-kept: export",
    "colon-separator: :",
    "!no-name: =v",
    'quotes-kept: "v"',
  ]);
  checkIssues("\uFEFFK=v", "podman", ["byte-order-mark: \uFEFF"]);
});

test("messages show nothing of the file", () => {
  const secret = "hunter2";
  const lines = [
    `K="${secret}"`,
    `K= ${secret} # ${secret}`,
    `K =${secret}`,
    `=${secret}`,
    `K: ${secret}`,
    `K=a$${secret}`,
    `${secret}=b`,
  ];
  const text = [...lines, ...lines, `K="b"${secret}`, `K="${secret}`].join("\n");
  for (const dialect of ["docker", "compose", "podman"] as const) {
    for (const { message } of parseEnv(text, dialect).issues) expect(message).not.toContain(secret);
  }
});
