// Configurations that mean harm, through the evaluator as it is shipped: each ends within two seconds of processor time with a finding,
// reaches nothing, and the next evaluation works.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EffectiveResult } from "../../server/src/core/effective/types.ts";
import { diskFiles } from "../../server/src/disk/diskFiles.ts";
import { folderWith } from "../support/folder.ts";
import { evaluationFiles } from "../../server/src/workspace/evaluation.ts";
import { Evaluator } from "../../server/src/sandbox/evaluator.ts";
import { startNodeThread } from "../../server/src/sandbox/nodeThread.ts";
import { cpuTimeOfChildren } from "../support/processTimes.ts";
import { bundle } from "../effective/bundle.ts";
import { memoryFiles, request } from "../effective/evaluateFiles.ts";
import type { Files } from "../effective/evaluateFiles.ts";

let evaluator: Evaluator;

beforeAll(async () => {
  const { worker, wasm } = await bundle();
  evaluator = new Evaluator(() => startNodeThread({ worker, wasm }));
  await run({ "prosody.cfg.lua": "" });
});

afterAll(() => {
  evaluator.dispose();
});

const run = (files: Files, more: Parameters<typeof request>[1] = {}): Promise<EffectiveResult> =>
  evaluator.evaluate(request(files, more), memoryFiles(files));

const main = (text: string): Files => ({ "prosody.cfg.lua": text });

/** What ends it, by its text. */
const ENDLESS: Readonly<Record<string, string>> = {
  "a loop": "while true do end",
  "a loop that catches": "while true do pcall(function() while true do end end) end",
  "a loop that catches and handles":
    "while true do xpcall(function() while true do end end, function() while true do end end) end",
  "a loop in a coroutine": "coroutine.wrap(function() while true do end end)()",
  "a loop of coroutines": "while true do coroutine.wrap(function() for i = 1, 1000 do end end)() end",
  "a loop in a metamethod": "local t = setmetatable({}, { __index = function(t, k) while true do end end })\na = t.x",
  "a loop in a loaded text": 'Lua.load("while true do end")()',
  "a loop in a finalizer": "setmetatable({}, { __gc = function() while true do end end })\nfor i = 1, 1e9 do local t = {} end",
  "a loop in a closing variable": "do local x <close> = setmetatable({}, { __close = function() while true do end end }) end",
  "a loop while sorting": "table.sort({ 1, 2, 3 }, function() while true do end end)",
  "a loop in an iterator of an option": "for x in function() return 1 end do end",
  "a goto": "::again:: goto again",
  "a recursion without end": "local function f() return f() end f()",
  "a pattern that backtracks": 'a = ("a"):rep(5000):find((".-"):rep(12) .. "b")',
  "a move of everything": "table.move({}, 1, math.maxinteger - 1, 2)",
  "an insertion into a long table": "table.insert(setmetatable({}, { __len = function() return 2^52 // 1 | 0 end }), 1, 1)",
};

const LARGE: Readonly<Record<string, string>> = {
  "string.rep": 'a = string.rep("x", 1e12 // 1 | 0)',
  "string.rep of nothing": 'a = ("").rep("", 2^62 // 1 | 0)',
  "string.rep with a separator": 'a = ("").rep("", 1e9 // 1 | 0, "x")',
  "many string.rep": 'a = {} local b = {} for i = 1, 100 do b[i] = ("x"):rep(5000000) .. i end',
  doubling: 'local s = "x" while true do s = s .. s end',
  "doubling that catches": 'local s = "x" while true do pcall(function() s = s .. s end) end',
  "table.concat": 'local t = {} for i = 1, 1e5 do t[i] = ("x"):rep(1000) end a = table.concat(t)',
  "a table": "local t = {} for i = 1, 1e9 do t[i] = i end",
  "a table of tables": "local t = {} for i = 1, 1e9 do t[i] = {} end",
  format: 'a = string.format("%99.99f", 1) for i = 1, 1e9 do a = a .. a end',
  coroutines: "local t = {} for i = 1, 1e9 do t[i] = coroutine.create(function() end) end",
  "a result": "a = {} local t = {} for i = 1, 3e5 do t[i] = i end b = t",
};

/** Paths that would fill the memory of whoever looks for them. */
const PATHS: Readonly<Record<string, string>> = {
  "long paths": 'for i = 1, 1e9 do io.open(("/"):rep(9.9e6) .. i) end',
  "long folders": 'for i = 1, 1e9 do Include(("x/"):rep(4e6) .. i .. "/*") end',
  "many paths": 'for i = 1, 1e9 do io.open(("x/"):rep(2000) .. i) end',
  "many folders": 'for i = 1, 1e9 do Include("x" .. i .. "/*.lua") end',
  "a long path that is missing": 'Include(("x"):rep(9e6))',
  "a long message": 'error(("x"):rep(9e6))',
};

const DEEP: Readonly<Record<string, string>> = {
  "a recursion": "local function f() return 1 + f() end f()",
  "a recursion through pcall": "local function f() pcall(f) while true do end end f()",
  "a recursion through a callback": 'local function f() return (string.gsub("a", "a", f)) end f()',
  "a recursion through a metamethod":
    "local t = setmetatable({}, {}) getmetatable(t).__index = function(_, k) return t[k] end a = t.x",
  "a deep value": "local t = {} for i = 1, 1e5 do t = { t } end a = t",
  "nested braces": `a = ${"{".repeat(5000)}${"}".repeat(5000)}`,
  "nested parentheses": `a = ${"(".repeat(5000)}1${")".repeat(5000)}`,
  "a file that includes itself": 'Include "prosody.cfg.lua"',
};

const FORBIDDEN: Readonly<Record<string, string>> = {
  "os.execute": 'os.execute("id")',
  "os.execute behind pcall": 'pcall(os.execute, "id")',
  "os.exit": "os.exit(0)",
  "os.remove": 'os.remove("/etc/passwd")',
  "os.rename": 'os.rename("a", "b")',
  "os.tmpname": "a = os.tmpname()",
  "io.popen": 'io.popen("id")',
  "io.open for writing": 'io.open("x", "w")',
  "io.tmpfile": "io.tmpfile()",
  "string.dump": "string.dump(function() end)",
  "debug.sethook": "debug.sethook()",
  "debug.getregistry": "a = debug.getregistry()",
  "debug.setmetatable": "debug.setmetatable(1, {})",
};

const hostile = { ...ENDLESS, ...LARGE, ...PATHS, ...DEEP, ...FORBIDDEN };

/** A busy machine stretches the time that the evaluator gives; the processor is not kept busier for that. */
const PATIENCE = 60_000;

test.each(Object.entries(hostile))("%s ends in time", { timeout: PATIENCE }, async (_name, text) => {
  const { busy, result } = await cpuTimeOfChildren(() => run(main(text)));
  expect(busy).toBeLessThan(2_000);
  expect(result.status).toBe("error");
  if (result.status !== "error") return;
  expect(result.error.message).toMatch(/^[A-Z\S].*[.…]$/);
  expect(result.error.message.length).toBeLessThan(600);
  expect(result.error.file).toBe("prosody.cfg.lua");
  const next = await run(main("a = 1"));
  expect(next.status === "ok" && next.config).toEqual({ "*": { a: 1 } });
});

test("what is forbidden is named with its line", async () => {
  const result = await run(main('a = 1\n\npcall(function() os.execute("id") end)\n'));
  expect(result.status === "error" && result.error).toEqual({
    kind: "refused",
    message: "It uses os.execute, which is never done here.",
    file: "prosody.cfg.lua",
    line: 3,
  });
});

test("an endless loop is named with its line", async () => {
  const result = await run(main("a = 1\n\nwhile true do\n  a = 2\nend\n"));
  expect(result.status === "error" && result.error).toMatchObject({ kind: "limit", file: "prosody.cfg.lua" });
  expect(result.status === "error" && [3, 4]).toContain(result.status === "error" ? result.error.line : 0);
});

describe("metatables of others", () => {
  test.each([
    ["texts", 'getmetatable("").__index = function() return function() return "changed" end end'],
    [
      "texts compared",
      'local m = getmetatable("") m.__eq = error m.__lt = error m.__concat = error m.__len = error m.__call = error',
    ],
    ["the environment", "local m = getmetatable(_ENV) if m then m.__metatable = false end"],
    ["the globals", "Lua.setmetatable(Lua._G, { __index = Lua.error, __newindex = Lua.error })"],
    [
      "the basics",
      "for name in Lua.pairs(Lua.string) do Lua.string[name] = nil end for name in Lua.pairs(Lua.table) do Lua.table[name] = nil end",
    ],
    ["every global", "local G = Lua._G for name in Lua.pairs(G) do if name ~= 'pairs' then G[name] = nil end end"],
  ])("%s do not change what comes after", async (_name, trick) => {
    const text = `${trick}\nVirtualHost "x.example"\na = { 1, "two" }\nInclude "other/*.lua"\n`;
    const result = await run({ ...main(text), "other/o.lua": "b = 2\n" });
    expect(result.status === "ok" && result.config).toEqual({ "*": { b: 2 }, "x.example": { defined: true, a: [1, "two"] } });
  });

  test("of values in the result are not asked", async () => {
    const result = await run(
      main("a = setmetatable({ 1 }, { __index = error, __pairs = error, __len = error, __tostring = error })"),
    );
    expect(result.status === "ok" && result.config["*"]).toEqual({ a: [1] });
  });
});

test("odd names and values come through", async () => {
  const result = await run(
    main("__proto__ = 1\nconstructor = { __proto__ = 2 }\nt = {} t2 = { [{}] = 1 }\nlocal c = {} c.c = c\ncycle = c\n"),
  );
  if (result.status !== "ok") throw new Error(result.error.message);
  expect(Object.keys(result.config["*"] ?? {}).sort()).toEqual(["__proto__", "constructor", "cycle", "t", "t2"]);
  expect(JSON.stringify(result.config["*"])).toContain('"__proto__":1');
  expect(result.config["*"]?.["cycle"]).toEqual({ c: "<cycle>" });
});

describe("files outside", () => {
  test.each(["/etc/passwd", "../../../../etc/passwd", "./../x", "conf/../../x"])("%s is not read", async (path) => {
    const text = `local f = io.open("${path}")\na = f and f:read("a") or "nothing"\n`;
    const result = await run(main(text));
    expect(result.status === "ok" && result.config["*"]).toEqual({ a: "nothing" });
    expect(result.warnings.map(({ code, line }) => `${code} ${line}`)).toContain("not-readable 1");
    for (const use of ["Include", "FileContents", "FileLine", "FileLines", "RunScript", "Lua.dofile"]) {
      const other = await run(main(`a = ${use} "${path}"`));
      expect(other.status === "error" && other.error.message).toMatch(/lies outside of what may be read/);
    }
  });

  test("nor by a backslash, which is a part of a name here", { skip: process.platform === "win32" }, async () => {
    const folder = folderWith({ "in/a/b/c/prosody.cfg.lua": "", "secret.txt": "hunter2" });
    const inside = pathToFileURL(join(folder, "in")).href;
    const path = `1\\\\2\\\\3\\\\4\\\\5\\\\6/../../../../../secret.txt`;
    writeFileSync(join(folder, "in/a/b/c/prosody.cfg.lua"), `a = io.open("${path}") and 1 or 2\n`);
    const entry = `${folder}/in/a/b/c/prosody.cfg.lua`;
    const result = await evaluator.evaluate(
      { ...request({}), entry },
      evaluationFiles(diskFiles, { address: inside, within: [inside] }),
    );
    expect(result.status === "ok" && result.config["*"]).toEqual({ a: 2 });
  });

  test("nor through a symbolic link", async () => {
    const folder = mkdtempSync(join(tmpdir(), "prosody-config-links-"));
    try {
      mkdirSync(join(folder, "inside"));
      writeFileSync(join(folder, "outside.txt"), "outside");
      symlinkSync(join(folder, "outside.txt"), join(folder, "inside/link.txt"));
      symlinkSync(folder, join(folder, "inside/up"));
      writeFileSync(
        join(folder, "inside/prosody.cfg.lua"),
        'a = io.open("link.txt") and 1 or 2\nb = io.open("up/outside.txt") and 1 or 2\n',
      );
      const entry = `${folder}/inside/prosody.cfg.lua`;
      const inside = pathToFileURL(join(folder, "inside")).href;
      const result = await evaluator.evaluate(
        { ...request({}), entry },
        evaluationFiles(diskFiles, { address: inside, within: [inside] }),
      );
      expect(result.status === "ok" && result.config["*"]).toEqual({ a: 2, b: 2 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("and of the environment only what was given is seen", async () => {
    const result = await run(main('a = os.getenv("PATH")\nb = ENV_HOME\nc = ENV_GIVEN\n'), { environment: { GIVEN: "yes" } });
    expect(result.status === "ok" && result.config["*"]).toEqual({ c: "yes" });
  });
});
