// Dockerfiles as the builder reads them: directives, lines that go on, here-documents, quotes, lists.

import { describe, expect, test } from "vitest";
import { jsonWords } from "../../../server/src/core/syntax/containers/dockerfileWords.ts";
import { readDockerfile } from "../../../server/src/core/syntax/containers/dockerfile.ts";
import type { ContainerSyntax } from "../../../server/src/core/syntax/containers/syntax.ts";
import { cpuTime } from "../../support/cpuTime.ts";

const FROM = "FROM prosodyim/prosody:13.0\n";

const last = (text: string): ContainerSyntax | undefined => readDockerfile(text).containers.at(-1);

const variablesOf = (text: string): readonly (readonly [string, string | undefined])[] =>
  last(text)?.variables.map(({ name, value }) => [name, value] as const) ?? [];

const mountsOf = (text: string): readonly (readonly [string | undefined, string])[] =>
  last(text)?.mounts.map(({ source, target }) => [source, target] as const) ?? [];

describe("variables", () => {
  test.each<[string, readonly (readonly [string, string | undefined])[]]>([
    ["ENV A=1 B=2\n", [["A", "1"], ["B", "2"]]],
    ["ENV A=1 \\\n  # why\n\n  B=2\n", [["A", "1"], ["B", "2"]]],
    ["ENV A=1 \\\r\n  # why\r\n  B=2\r\n", [["A", "1"], ["B", "2"]]],
    ["ENV A=\"x y\" B='$z' C=a\\ b D=$x E=${F:-\"g h\"} G=\"q\\\"r\"\n",
      [["A", "x y"], ["B", "$z"], ["C", "a b"], ["D", undefined], ["E", undefined], ["G", 'q"r']]],
    ["ENV A=a\"b c\"d'e'\n", [["A", "ab cde"]]],
    ['ENV A="one \\\n# no\n  two"\n', [["A", "one   two"]]],
    ["ENV A=1\\\nB=2\n", [["A", "1B=2"]]],
    ["ENV A the whole rest\n", [["A", "the whole rest"]]],
    ["ENV A = b\n", [["A", "= b"]]],
    ["ENV A=\n", [["A", ""]]],
    ["ENV A\n", []],
    ["ENV\n", []],
    ["env a=1\n  Env b=2\n", [["a", "1"], ["b", "2"]]],
    ["ENV A=d#e B='#'\n", [["A", "d#e"], ["B", "#"]]],
    ["ONBUILD ENV A=1\n", []],
  ])("%j", (text, expected) => {
    expect(variablesOf(FROM + text)).toEqual(expected);
  }); // prettier-ignore

  test("of an instruction that nobody knows, lines go on too", () => {
    expect(variablesOf(`${FROM}RUNN a \\\nENV A=1\n`)).toEqual([]);
  });
});

describe("the escape character", () => {
  test("is changed by a directive at the very top", () => {
    expect(variablesOf(`# syntax=docker/dockerfile:1\n# escape=\`\n${FROM}ENV A=c:\\x \`\n  B=2\n`)).toEqual([
      ["A", "c:\\x"],
      ["B", "2"],
    ]);
  });

  test("is not changed by a comment below another one", () => {
    expect(variablesOf(`# An image.\n# escape=\`\n${FROM}ENV A=1 \\\n  B=2\n`)).toEqual([
      ["A", "1"],
      ["B", "2"],
    ]);
  });
});

describe("here-documents", () => {
  test.each([
    ["RUN <<EOF\nENV B=2\nEOF\n"],
    ["RUN cat <<-'A' > x\n\tENV B=2\n\tA\n"],
    ["COPY <<A <<B /etc/x/\nENV B=2\nA\nFROM b\nB\n"],
    ["ADD <<EOF /x\nENV B=2\nEOF\n"],
  ])("%j holds no instructions", (text) => {
    const containers = readDockerfile(`${FROM}${text}ENV A=1\n`).containers;
    expect(containers.map(({ variables }) => variables.map(({ name }) => name))).toEqual([["A"]]);
  });

  test("are copied to the path behind them", () => {
    expect(mountsOf(`${FROM}COPY <<EOF /etc/prosody/prosody.cfg.lua\nadmins = {}\nEOF\n`).map(([, target]) => target)).toEqual([
      "/etc/prosody/prosody.cfg.lua",
    ]);
  });
});

describe("lists", () => {
  test("are read over several lines", () => {
    expect(mountsOf(`${FROM}COPY --from=a ["a b", \\\n  # both\n  "/etc/prosody"]\n`)).toEqual([["a b", "/etc/prosody"]]);
    expect(last(`${FROM}CMD ["a", \\\n  "b c"]\n`)?.command?.map(({ text }) => text)).toEqual(["a", "b c"]);
  });

  test("in any other form are lines for the shell", () => {
    expect(last(`${FROM}CMD ['a']\n`)?.command?.at(0)?.text).toBe("/bin/sh");
    expect(last(`${FROM}CMD\n`)?.command).toEqual([]);
  });
});

test("a stage takes the image of the one it is made from", () => {
  const { containers } = readDockerfile(
    "ARG TAG=13.0\nFROM --platform=linux/arm64 prosodyim/prosody:${TAG} AS Base\nFROM base\nUSER prosody:prosody\n",
  );
  expect(containers.map(({ name, image, user }) => [name?.text, image?.withDefaults, user?.text])).toEqual([
    ["Base", "prosodyim/prosody:13.0", undefined],
    [undefined, "prosodyim/prosody:13.0", "prosody:prosody"],
  ]);
});

const SAMPLE = `\uFEFF# escape=\\
ARG TAG=13.0 X="y z"
FROM prosodyim/prosody:\${TAG:-12} AS a
ENV A=1 \\
  # why
  B="two \\
words" C='$d' E=\${F:-"g h"} G=a\\ b
ENV OLD the "rest" \\
  goes on
COPY --from=x --chown=1 ["a b", \\
  "/etc/prosody/"]
COPY <<-"END" <<Y /z/
\tENV Z=1
\tEND
Y
RUN <<EOF cat && x
FROM nothing
EOF
HEALTHCHECK --interval=5s CMD ["x"]
ONBUILD ENV A=3
USER "prosody"
CMD a 'b c' $d
`;

describe("half a file", () => {
  test.each([
    ["every beginning", SAMPLE],
    ["every beginning, with CRLF", SAMPLE.replaceAll("\n", "\r\n")],
    ["every beginning, with another escape character", SAMPLE.replaceAll("\\", "`")],
  ])("%s and end is read, and all places are in it", (_name, whole) => {
    for (let cut = 0; cut <= whole.length; cut++) {
      for (const text of [whole.slice(0, cut), whole.slice(cut)]) {
        const { containers, comments } = readDockerfile(text);
        const spans = containers.flatMap(({ span, variables, mounts, places, image, command }) => [
          span,
          ...[...variables, ...mounts, ...places].map((one) => one.span),
          ...variables.flatMap(({ nameSpan, valueSpan, verbatim }) => [nameSpan, valueSpan, verbatim ?? nameSpan]),
          ...[...(image === undefined ? [] : [image]), ...(command ?? [])].map((one) => one.span),
        ]);
        for (const { start, end } of [...spans, ...comments]) {
          if (start < 0 || end < start || end > text.length) throw new Error(`${start} to ${end} of ${JSON.stringify(text)}`);
        }
        if (text.startsWith(SAMPLE.slice(0, SAMPLE.indexOf("HEALTHCHECK")))) expect(containers).toHaveLength(1);
      }
    }
  });
});

test("a megabyte takes no more than its share of time", () => {
  const time = (size: number): number =>
    cpuTime(() => readDockerfile(FROM + 'ENV A="b c" \\\n  # why\n  D=e\nRUN <<X\nf\nX\n'.repeat(size / 50)));
  time(50_000);
  expect(time(1_000_000)).toBeLessThan(15 * Math.max(time(200_000), 50));
});

test("words of JSON are a list of texts, and nothing else", () => {
  expect(jsonWords('["a", "b"]')).toEqual(["a", "b"]);
  for (const raw of ['["a", 1]', "[1]", '["a"', "a", '{ "a": "b" }']) expect([raw, jsonWords(raw)]).toEqual([raw, undefined]);
});
