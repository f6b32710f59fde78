// Env files written anew for another tool: the values stay, comments stay, and what has no form there is named.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { convertEnv } from "../../server/src/core/convert/envForms.ts";
import { envRewrites } from "../../server/src/core/convert/envRewrites.ts";
import { parseEnv } from "../../server/src/core/syntax/env/index.ts";
import type { EnvDialect } from "../../server/src/core/syntax/env/index.ts";
import { ENV_DIALECTS } from "../../server/src/core/syntax/env/dialects.ts";
import { writeEnvValue } from "../../server/src/core/syntax/env/write.ts";
import type { EnvTarget } from "../../server/src/core/syntax/env/write.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";

function converted(text: string, from: EnvDialect, to: EnvTarget): readonly [string | undefined, readonly string[]] {
  const result = convertEnv(text, from, to);
  return [result?.text, (result?.kept ?? []).map(({ name }) => name)];
}

const COMPOSE = `# head
export A="a@x.org,b@x.org"   # who
B: info

C='x$y'
D="l\\nm"
E=\${HOME}/x
F='v'G=1
H=  spaced  
NAME
`;

describe("from Compose's form", () => {
  test("to one that every tool reads alike", () => {
    expect(converted(COMPOSE, "compose", "everywhere")).toEqual([
      "# head\n# who\nA=a@x.org,b@x.org\nB=info\n\nC='x$y'\nD=\"l\\nm\"\nE=${HOME}/x\nF=v\nG=1\nH=spaced\nNAME\n",
      ["C", "D", "E"],
    ]);
  });
  test("to docker's", () => {
    expect(converted(COMPOSE, "compose", "docker")).toEqual([
      '# head\n# who\nA=a@x.org,b@x.org\nB=info\n\nC=x$y\nD="l\\nm"\nE=${HOME}/x\nF=v\nG=1\nH=spaced\nNAME\n',
      ["D", "E"],
    ]);
  });
  test("line breaks stay as they are", () => {
    expect(converted("A='b' # c\r\nB=d\r\n", "compose", "everywhere")).toEqual(["# c\r\nA=b\r\nB=d\r\n", []]);
  });
  test("a file that Compose refuses", () => {
    expect(convertEnv("A='b\n", "compose", "docker")).toBeUndefined();
  });
});

test("from docker's form to Compose's", () => {
  expect(converted('A=pa$word\nB= x\nC="q"\nD=it\'s \\ $x\nE=plain\n# e\nF=a #b\n', "docker", "compose")).toEqual([
    "A='pa$word'\nB=' x'\nC='\"q\"'\nD=\"it's \\\\ \\$x\"\nE=plain\n# e\nF='a #b'\n",
    [],
  ]);
});

test("a file in that form already", () => {
  expect(convertEnv("A=b\n# c\nC=d\n", "compose", "everywhere")?.edits).toEqual([]);
});

test("a value is written in the simplest form", () => {
  expect(writeEnvValue("a,b@c", "everywhere")).toBe("a,b@c");
  expect(writeEnvValue("a$b", "everywhere")).toBeUndefined();
  expect(writeEnvValue("a$b", "docker")).toBe("a$b");
  expect(writeEnvValue("a$b", "compose")).toBe("'a$b'");
  expect(writeEnvValue("a\nb", "podman")).toBeUndefined();
});

test("whatever is written is read back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom<EnvTarget>("compose", "docker", "podman", "everywhere"),
      (value, to) => {
        const written = writeEnvValue(value, to);
        if (written === undefined) return;
        for (const dialect of to === "everywhere" ? ENV_DIALECTS : [to])
          expect(parseEnv(`K=${written}\n`, dialect).assignments[0]?.value).toBe(value);
      },
    ),
    { seed: 20261123, numRuns: 700 },
  );
});

const pieces = ["A", "B", "PROSODY_X", "export ", "=", "=", "=", ": ", " ", "\n", "\n", "\r\n", '"', "'", "\\", "# c", " # c", "$", "$A", "${B}", "$$", "v", "a b", "é", ","]; // prettier-ignore

test("any file: comments stay, names stay, and each tool reads what the first one read", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
  let done = 0;
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...ENV_DIALECTS),
      fc.constantFrom<EnvTarget>("everywhere", ...ENV_DIALECTS),
      (source, from, to) => {
        const result = convertEnv(source, from, to);
        if (result === undefined) return;
        done++;
        expect(applyEdits(source, result.edits)).toBe(result.text);
        const before = parseEnv(source, from);
        for (const { start, end } of before.comments) expect(result.text).toContain(source.slice(start, end));
        const kept = new Set(result.kept.map(({ name }) => name));
        for (const dialect of to === "everywhere" ? ENV_DIALECTS : [to]) {
          const after = new Map(parseEnv(result.text, dialect).assignments.map(({ name, value }) => [name, value]));
          for (const { name } of before.assignments) if (!kept.has(name)) expect(after.has(name)).toBe(true);
        }
      },
    ),
    { seed: 20261124, numRuns: 3000 },
  );
  expect(done).toBeGreaterThan(500);
});

describe("what is offered", () => {
  const titles = (text: string, dialect: "auto" | EnvDialect = "auto"): readonly string[] => {
    const analysis = analyse("env", text, { dialect });
    return analysis.kind === "env" ? envRewrites(analysis).map(({ title }) => title) : [];
  };
  test("nothing for a plain file, and for those of others", () => {
    expect(titles("PROSODY_LOGLEVEL=info\n")).toEqual([]);
    expect(titles("export A='b'\n")).toEqual([]);
  });
  test("by who reads it", () => {
    const text = "PROSODY_LOGLEVEL='info'\nPROSODY_SQL_PASSWORD='a$b'\n";
    expect(titles(text, "compose")).toEqual([
      "Write the file so that every tool reads the same (except PROSODY_SQL_PASSWORD)",
      "Convert from Compose's form to docker's",
    ]);
    expect(titles(text, "docker")).toEqual(["Convert from docker's form to Compose's"]);
    expect(titles(text)).toEqual(
      [
        "Write the file so that every tool reads the same, with the values that Compose reads (except PROSODY_SQL_PASSWORD)",
        "Convert from Compose's form to docker's",
        "Convert from docker's form to Compose's",
      ].sort((a, b) => (a.includes("from docker") ? -1 : b.includes("from docker") ? 1 : 0)),
    );
  });
});
