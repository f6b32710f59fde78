// No text makes a reader of container files throw, take long, or say something of places that are not in the text; and what it would
// write is read again as the value that was wanted.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseContainers } from "../../../server/src/core/analyseContainers.ts";
import type { ContainerVariable } from "../../../server/src/core/model/container.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import type { ContainerKind } from "../../../server/src/core/source.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { complete } from "../../../server/src/core/features/completion/index.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { cpuTime } from "../../support/cpuTime.ts";
import { schemaFor } from "../../support/knowledge.ts";

const seed = 20260411;
const KINDS: readonly ContainerKind[] = ["compose", "dockerfile", "kubernetes", "quadlet", "shellScript", "markdown"];

/** The image's name is in each, else nothing would be read. */
const HEADS: Readonly<Record<ContainerKind, string>> = {
  compose: "services:\n  a:\n    image: prosodyim/prosody:13.0\n    environment:\n",
  dockerfile: "FROM prosodyim/prosody:13.0\n",
  kubernetes: "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: prosodyim/prosody:13.0\n      env:\n",
  quadlet: "[Container]\nImage=prosodyim/prosody:13.0\n",
  shellScript: "docker run -e PROSODY_LOGLEVEL=info \\\n",
  markdown: "```sh\ndocker run prosodyim/prosody\n",
};

const PIECES = [
  "\n", "\n", "\n    ", "\n      ", "\n        ", " ", "\t", "- ", ": ", "=", "name: ", "value: ", "PROSODY_LOGLEVEL", "PROSODY_S2S_SECURE_AUTH",
  "PROSODY_ADMINS=a, b", "ENV ", "FROM ", "COPY ", "RUN <<EOF\n", "EOF\n", "ARG ", "Environment=", "PublishPort=", "Volume=", "[Container]", "-e ",
  "-p ", "--env=", "docker run ", "prosodyim/prosody", "5222:5222", "./a:/etc/prosody", "\\\n", "\\", "'", '"', "$", "${", "}", "$(", "`", "```\n",
  "#", "&a ", "*a", "<<: ", "[", "]", "{", "}", ",", "|", ">", "---\n", "%h", "\r\n", "\0", "\ud800", "\ufeff", "no", "10", "~",
]; // prettier-ignore

const anyText = fc.oneof(
  fc
    .tuple(fc.constantFrom(...KINDS), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }))
    .map(([kind, parts]) => [kind, HEADS[kind] + parts.join("")] as const),
  fc
    .tuple(fc.constantFrom(...KINDS), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }))
    .map(([kind, parts]) => [kind, `${parts.join("")}\n# prosodyim/prosody`] as const),
);

describe("any text", () => {
  test("is read, checked and completed, and all places are in it", () => {
    const schema = schemaFor();
    fc.assert(
      fc.property(anyText, fc.nat(), ([kind, text], somewhere) => {
        const analysis = analyseContainers(kind, text);
        if (analysis === undefined) return;
        for (const { variables, ports, mounts, image, span } of analysis.file.containers) {
          const spans = variables.variables.flatMap((one) => [one.span, one.nameSpan, one.valueSpan]);
          for (const one of [span, ...spans, ...ports.map((port) => port.span), ...mounts.map((mount) => mount.span)]) {
            expect(one.start).toBeGreaterThanOrEqual(0);
            expect(one.end).toBeGreaterThanOrEqual(one.start);
            expect(one.end).toBeLessThanOrEqual(text.length);
          }
          for (const { readings, name, nameSpan } of variables.variables) {
            const [reading] = readings;
            if (reading?.verbatim !== undefined)
              expect(text.slice(reading.verbatim.start, reading.verbatim.end)).toBe(reading.value);
            if (nameSpan.end - nameSpan.start === name.length) expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name);
          }
          if (image?.nameSpan !== undefined)
            expect(text.slice(image.nameSpan.start, image.nameSpan.end).toLowerCase()).toBe(image.name);
        }
        for (const { fixes, span } of check(analysis, schema)) {
          expect(span.end).toBeLessThanOrEqual(text.length);
          for (const { edits } of fixes?.() ?? []) expect(applyEdits(text, edits)).toBeDefined();
        }
        const offset = somewhere % (text.length + 1);
        hover(analysis, schema, offset);
        complete(analysis, schema, offset);
      }),
      { seed, numRuns: 1500 },
    );
  });
});

describe("a value that is written", () => {
  const FILES: readonly (readonly [string, ContainerKind, string])[] = [
    ["plain YAML", "compose", `${HEADS.compose}      PROSODY_ADMINS: info\n      B: c\n`],
    ["YAML in single quotes", "compose", `${HEADS.compose}      PROSODY_ADMINS: 'info'\n`],
    ["YAML in double quotes", "compose", `${HEADS.compose}      PROSODY_ADMINS: "info" # c\n`],
    ["YAML in brackets", "compose", "services: { a: { image: prosodyim/prosody, environment: { PROSODY_ADMINS: info, B: c } } }"],
    ["a list", "compose", `${HEADS.compose}      - PROSODY_ADMINS=info\n      - B=c\n`],
    ["a list in quotes", "compose", `${HEADS.compose}      - "PROSODY_ADMINS=info"\n`],
    ["a Dockerfile", "dockerfile", `${HEADS.dockerfile}ENV A=b PROSODY_ADMINS=info \\\n  C=d\n`],
    ["a Dockerfile with quotes", "dockerfile", `${HEADS.dockerfile}ENV A=b PROSODY_ADMINS="info"\n`],
    ["a manifest", "kubernetes", `${HEADS.kubernetes}        - name: PROSODY_ADMINS\n          value: info\n`],
    ["a unit", "quadlet", `${HEADS.quadlet}Environment=A=b PROSODY_ADMINS=info\n`],
    ["a unit with quotes", "quadlet", `${HEADS.quadlet}Environment="PROSODY_ADMINS=info"\n`],
    ["a command line", "shellScript", "docker run -e PROSODY_ADMINS=info -p 1:1 prosodyim/prosody\n"],
    ["a command line with quotes", "shellScript", "docker run --env='PROSODY_ADMINS=info' prosodyim/prosody | cat\n"],
    ["a block of Markdown", "markdown", '```sh\n$ docker run \\\n    -ePROSODY_ADMINS="info" \\\n    prosodyim/prosody\n```\n'],
  ];

  const theOne = (kind: ContainerKind, text: string): ContainerVariable | undefined =>
    analyseContainers(kind, text)?.file.containers[0]?.variables.variables.find(({ name }) => name === "PROSODY_ADMINS");

  const values = fc.oneof(
    fc.constantFrom("0", "no", "true", "", "10", "1e3", "null", "a b", "it's", '"q"', "a$b", "${x}", "%h", "a: b", "a #b", "a\\b", "[x]", "ä", "`x`", "-", "2026-01-01"),
    fc.string({ unit: fc.constantFrom(..."ab01 '\"$\\{}#:,-%&*!|>`@~=;()<>ä"), maxLength: 12 }),
  ); // prettier-ignore

  test.each(FILES)("%s", (_name, kind, text) => {
    expect(theOne(kind, text)?.readings[0]?.value).toBe("info");
    fc.assert(
      fc.property(values, (value) => {
        const edit = theOne(kind, text)?.write(value);
        if (edit === undefined) throw new Error("it cannot be written");
        const after = applyEdits(text, [edit]) ?? "";
        expect(theOne(kind, after)?.readings[0]?.value).toBe(value);
        const count = (of: string): number | undefined =>
          analyseContainers(kind, of)?.file.containers[0]?.variables.variables.length;
        expect(count(after)).toBe(count(text));
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("a long text", () => {
  const SIZE = 240_000;
  const fill = (piece: string, head: string): string => head + piece.repeat(Math.ceil(SIZE / piece.length));
  test.each<[ContainerKind, string, string]>([
    ["dockerfile", "many variables", fill("ENV PROSODY_LOGLEVEL=info A=b\n", HEADS.dockerfile)],
    ["dockerfile", "one long line", fill("A=b ", `${HEADS.dockerfile}ENV `)],
    ["dockerfile", "lines that go on", fill("A=b \\\n", `${HEADS.dockerfile}ENV `)],
    ["dockerfile", "open quotes", fill('"', `${HEADS.dockerfile}ENV A=`)],
    ["dockerfile", "escapes", fill("\\", `${HEADS.dockerfile}ENV A=`)],
    ["dockerfile", "documents", fill("<<A ", `${HEADS.dockerfile}RUN `)],
    ["dockerfile", "comments", fill("#\n", HEADS.dockerfile)],
    ["dockerfile", "comments of many stages", fill("#\nFROM a\n", HEADS.dockerfile)],
    ["dockerfile", "commands", fill("RUN a b c\n", HEADS.dockerfile)],
    ["dockerfile", "one list", fill('"a", ', `${HEADS.dockerfile}CMD [`)],
    ["dockerfile", "blanks", fill("\\   ", `${HEADS.dockerfile}COPY `)],
    ["quadlet", "many variables", fill("Environment=A=b\n", HEADS.quadlet)],
    ["quadlet", "lines that go on", fill("A=b \\\n", `${HEADS.quadlet}Environment=`)],
    ["quadlet", "open quotes", fill('"', `${HEADS.quadlet}Environment=`)],
    ["shellScript", "commands", fill("docker run -e A=b prosodyim/prosody\n", "")],
    ["shellScript", "one command", fill("-e A=b ", "docker run ")],
    ["shellScript", "lines that go on", fill("\\\n", "docker run prosodyim/prosody ")],
    ["shellScript", "substitutions", fill("$(", "docker run prosodyim/prosody ")],
    ["shellScript", "variables", fill("A=b ", "# prosodyim/prosody\n")],
    ["shellScript", "blanks", fill(" ", "# prosodyim/prosody\n")],
    ["markdown", "fences", fill("```sh\ndocker run prosodyim/prosody\n```\n", "")],
    ["markdown", "ticks", fill("```\n", "prosodyim/prosody\n")],
    ["kubernetes", "containers", fill("    - image: prosodyim/prosody\n", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n")],
    ["kubernetes", "documents", fill("---\nimage: prosodyim/prosody\n", "")],
    ["compose", "variables", fill("      - PROSODY_LOGLEVEL=info\n", HEADS.compose)],
  ])("of %s, %s, is read in time", (kind, _name, text) => {
    expect(cpuTime(() => analyseContainers(kind, text))).toBeLessThan(4_000);
  });
});
