// Every writer carries every word unchanged or refuses it: through the real shells where they are installed, through models of
// the Windows ones.

import { spawnSync } from "node:child_process";
import type { SpawnSyncReturns } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderCommand } from "../../server/src/core/generate/shell/render.ts";
import type { Rendered } from "../../server/src/core/generate/shell/render.ts";
import type { Layout } from "../../server/src/core/generate/shell/render.ts";
import { SHELLS } from "../../server/src/core/generate/shell/shells.ts";
import type { Shell } from "../../server/src/core/generate/shell/shells.ts";
import { tool } from "../support/tools.ts";
import { HOSTILE } from "./hostileValues.ts";
import { cmdPasses, legacyPassing, powerShellWords, splitCommandLine } from "./windowsModels.ts";

const renderArgv = (argv: readonly string[], shell: Shell): Rendered => renderCommand([argv], shell, "oneLine");

const layouts: readonly Layout[] = ["oneLine", "oneGroupPerLine"];
const seed = 20260311;

/** The words that stand after `docker run`. */
type Reader = (text: string) => readonly string[];

function groupsOf(words: readonly string[]): readonly (readonly string[])[] {
  return [["docker", "run"], ...words.map((word, i) => (i % 3 === 0 ? [word] : ["--env", word]))];
}

/** The text, or the reason why there is none. */
function checkCarried(words: readonly string[], shell: Shell, layout: Layout, read: Reader): boolean {
  const groups = groupsOf(words);
  const line = renderCommand(groups, shell, layout);
  if (!line.ok) {
    expect(line.reason).toMatch(/\.$/);
    return false;
  }
  expect(read(line.text)).toEqual(groups.flat().slice(1));
  return true;
}

interface RealShell {
  readonly program: string;
  /** Reads commands from its input; absent: takes them as an argument, as fish does not read every kind of input. */
  readonly args?: readonly string[];
  readonly shell: Shell;
  readonly stub: string;
}

const posixShells: readonly RealShell[] = [
  ...["dash", "bash", "zsh", "ksh", "mksh", "busybox"].map((program) => ({
    program,
    args: program === "busybox" ? ["sh", "-s"] : ["-s"],
    shell: "sh" as const,
    stub: `docker() { printf '%s\\0' "$@"; }\n`,
  })),
  { program: "fish", shell: "fish", stub: "function docker; for word in $argv; printf '%s\\0' $word; end; end\n" },
];

describe.each(posixShells)("$program", ({ program, args, shell, stub }) => {
  const [command, ...first] = tool(program);
  const start = (input: string): SpawnSyncReturns<string> =>
    args === undefined
      ? spawnSync(command, [...first, "-c", input], { encoding: "utf8", timeout: 10_000 })
      : spawnSync(command, [...first, ...args], { input, encoding: "utf8", timeout: 10_000 });
  const installed = start("exit 0\n").status === 0;
  const title = installed ? "" : ` (skipped: ${program} is not installed)`;

  const read: Reader = (text) => {
    const { stdout, status, stderr } = start(`${stub}${text}\n`);
    if (status !== 0) throw new Error(stderr);
    return stdout.split("\0").slice(0, -1);
  };

  test.skipIf(!installed).each(layouts)(`hostile words, %s${title}`, (layout) => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(200);
    expect(checkCarried(HOSTILE, shell, layout, read)).toBe(true);
    for (const word of ["", "-n", "'", "\\", "a\nb"]) expect(checkCarried([word], shell, layout, read)).toBe(true);
  });

  test.skipIf(!installed)(`any words${title}`, () => {
    const words = fc.array(
      fc.string({ unit: "binary", maxLength: 12 }).filter((word) => !word.includes("\0")),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, (list) => {
        expect(checkCarried(list, shell, "oneLine", read)).toBe(true);
      }),
      { seed, numRuns: 15 },
    );
  });
});

const windowsShells: readonly { readonly shell: Shell; readonly read: Reader; readonly refuses: (word: string) => boolean }[] = [
  { shell: "powershell", read: (text) => powerShellWords(text).slice(1), refuses: () => false },
  {
    shell: "windows-powershell",
    read: (text) => legacyPassing(powerShellWords(text).slice(1)),
    refuses: (word) => word === "" || word.includes('"') || /\s[^]*\\$/.test(word),
  },
  {
    shell: "cmd",
    read: (text) => cmdPasses(text, "prompt"),

    refuses: (word) => /[\0-\x1f\x7f]/.test(word),
  },
  {
    shell: "cmd-file",
    read: (text) => cmdPasses(text, "file"),

    refuses: (word) => /[\0-\x08\x0a-\x1f\x7f]|[^\0-\x7f]/.test(word),
  },
];

describe.each(windowsShells)("$shell", ({ shell, read, refuses }) => {
  test.each(layouts)("hostile words, %s", (layout) => {
    for (const word of HOSTILE) expect([word, checkCarried([word, word], shell, layout, read)]).toEqual([word, !refuses(word)]);
    expect(checkCarried(HOSTILE.filter((word) => !refuses(word)), shell, layout, read)).toBe(true); // prettier-ignore
  });

  test("any words", () => {
    const word = fc.string({ unit: fc.constantFrom(..."ab %^\"'\\&|<>()!$`,;=@#{}-:.~\u2019é1"), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.constantFrom(...layouts), (words, layout) => {
        expect(checkCarried(words, shell, layout, read)).toBe(!words.some(refuses));
      }),
      { seed, numRuns: 1500 },
    );
  });
});

test("fish, by its two escapes inside single quotes", () => {
  const read: Reader = (text) => {
    const word = /(?:'((?:[^\\']|\\[\\'])*)'|([A-Za-z0-9_@+:,./=-][A-Za-z0-9_@%+:,./=-]*))(?:$| (?:\\\n {2})?)/y;
    const words: string[] = [];
    while (word.lastIndex < text.length) {
      const found = word.exec(text);
      if (found === null) throw new Error("not a plain or quoted word");
      words.push(found[1]?.replace(/\\(.)/g, "$1") ?? found[2] ?? "");
    }
    return words.slice(1);
  };
  for (const layout of layouts) expect(checkCarried(HOSTILE, "fish", layout, read)).toBe(true);
});

test("the models do notice what goes wrong with plain quotes", () => {
  expect(cmdPasses('docker "%PATH%"', "prompt")).toEqual(["C:\\Windows"]);
  expect(cmdPasses("docker ^%PATH:i=b^%", "prompt")).not.toEqual(["%PATH:i=b%"]);
  expect(cmdPasses('docker "100% of %PATH%"', "file")).not.toEqual(["100% of %PATH%"]);
  expect(() => cmdPasses('docker "a\\"&b"', "file")).toThrow();
  expect(() => cmdPasses("docker a&b", "prompt")).toThrow();
  expect(splitCommandLine('"a b\\" c')).toEqual(['a b" c']);
  expect(legacyPassing(["", 'a"b c', "x\\ y\\", "z"])).not.toEqual(["", 'a"b c', "x\\ y\\", "z"]);
  expect(powerShellWords("docker -a.b")).toEqual(["docker", "-a", ".b"]);
  expect(() => powerShellWords("docker $HOME")).toThrow();
  expect(() => powerShellWords("docker \u2018a\u2019s")).toThrow();
});

test("what no shell can carry is refused", () => {
  for (const shell of SHELLS) {
    expect(renderArgv(["docker", "a\0b"], shell).ok).toBe(false);
    expect(renderArgv(["docker", "\ud800"], shell).ok).toBe(false);
    expect(renderArgv([], shell)).toEqual({ ok: true, text: "" });
  }
  expect(renderArgv(["docker", "x".repeat(8200)], "cmd").ok).toBe(false);
  expect(renderArgv(["C:\\Program Files\\docker.exe"], "cmd").ok).toBe(false);
});

test("the program is run, whatever its name", () => {
  expect(renderArgv(["A=b", "c"], "sh")).toEqual({ ok: true, text: "'A=b' c" });
  expect(renderArgv(["time", "c"], "sh")).toEqual({ ok: true, text: "'time' c" });
  expect(renderArgv(["C:\\Program Files\\docker.exe", "run"], "powershell")).toEqual({
    ok: true,
    text: "& 'C:\\Program Files\\docker.exe' run",
  });
});

test("how a command looks", () => {
  const groups = [["docker", "run"], ["--detach"], ["--volume", "./my conf:/etc/prosody:ro"], ["prosodyim/prosody:13.0"]];
  const shown = (shell: Shell, layout: Layout): string => {
    const line = renderCommand(groups, shell, layout);
    return line.ok ? line.text : line.reason;
  };
  expect(shown("sh", "oneLine")).toBe("docker run --detach --volume './my conf:/etc/prosody:ro' prosodyim/prosody:13.0");
  expect(shown("sh", "oneGroupPerLine")).toBe(
    "docker run \\\n  --detach \\\n  --volume './my conf:/etc/prosody:ro' \\\n  prosodyim/prosody:13.0",
  );
  expect(shown("powershell", "oneLine")).toBe("docker run --detach --volume './my conf:/etc/prosody:ro' prosodyim/prosody:13.0");
  expect(shown("powershell", "oneGroupPerLine")).toBe(
    "$arguments = @(\n  'run',\n  '--detach',\n  '--volume', './my conf:/etc/prosody:ro',\n  'prosodyim/prosody:13.0'\n)\ndocker @arguments",
  );
  expect(shown("cmd", "oneGroupPerLine")).toBe(
    'docker run ^\n  --detach ^\n  --volume ^"./my conf:/etc/prosody:ro^" ^\n  prosodyim/prosody:13.0',
  );
});
