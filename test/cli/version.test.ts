// For which version of Prosody the command line works, and why: what people say, what the image of a container tells, what is assumed.

import { describe, expect, test } from "vitest";
import { checkCli, checkJson } from "./checkCli.ts";
import type { World } from "./checkCli.ts";

const CONFIG = 'modules_enabled = { "tls"; "limits"; "posix" }\nVirtualHost "a.example"\n';

const compose = (image: string, mount = "./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro"): string =>
  `services:\n  chat:\n    image: ${image}\n    volumes:\n      - ${mount}\n`;

async function versionOf(path: string, files: World["files"], args: readonly string[] = ["."]): Promise<string> {
  const checked = await checkJson(args, { files: { [path]: CONFIG, ...files } });
  const found = checked.files.find((one) => one.path === path)?.prosody;
  return `${found?.version ?? "?"} ${[found?.because, found?.image, found?.path].filter((part) => part !== undefined).join(" ")}`;
}

const MAIN = "prosody.cfg.lua";

describe("the image tells", () => {
  const TOLD = "0.12 image prosodyim/prosody:0.12.4";

  test.each([
    ["compose.yaml", compose("prosodyim/prosody:0.12.4")],
    ["Dockerfile", "FROM prosodyim/prosody:0.12.4\nCOPY prosody.cfg.lua /etc/prosody/prosody.cfg.lua\n"],
    [
      "chat.container",
      "[Container]\nImage=docker.io/prosodyim/prosody:0.12.4\nVolume=./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n",
    ],
    ["run.sh", "docker run -v ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua prosodyim/prosody:0.12.4\n"],
  ])("in a %s that mounts the file, whether the folder is named or the file", async (path, text) => {
    expect(await versionOf(MAIN, { [path]: text })).toBe(`${TOLD} ${path}`);
    expect(await versionOf(MAIN, { [path]: text }, [MAIN])).toBe(`${TOLD} ${path}`);
  });

  test("in a manifest that mounts its folder from the host", async () => {
    const text = [
      "apiVersion: v1\nkind: Pod\nmetadata: { name: chat }\nspec:",
      "  containers:",
      "    - name: chat\n      image: prosodyim/prosody:0.12.4",
      "      volumeMounts: [{ name: etc, mountPath: /etc/prosody }]",
      "  volumes: [{ name: etc, hostPath: { path: ./etc } }]\n",
    ].join("\n");
    expect(await versionOf("etc/prosody.cfg.lua", { "chat.yaml": text })).toBe(`${TOLD} chat.yaml`);
  });

  test("of a folder above, of the main file to what it includes, and to its env file", async () => {
    const files = {
      "compose.yaml": `${compose("prosodyim/prosody:0.12.4", "./etc/main.cfg.lua:/etc/prosody/prosody.cfg.lua")}    env_file: chat.env\n`,
      "etc/main.cfg.lua": 'Include "parts/*.cfg.lua"\n',
      "chat.env": "PROSODY_LOGLEVEL=info\n",
    };
    for (const path of ["etc/main.cfg.lua", "etc/parts/a.cfg.lua", "chat.env"]) {
      const text = path === "etc/parts/a.cfg.lua" ? {} : { [path]: path.endsWith(".env") ? "PROSODY_LOGLEVEL=info\n" : CONFIG };
      expect(await versionOf(path, { ...files, ...text, "etc/main.cfg.lua": 'Include "parts/*.cfg.lua"\n' })).toBe(
        `${TOLD} compose.yaml`,
      );
    }
  });

  test("in one file of a service, when another one mounts", async () => {
    const files = {
      "compose.yaml": "services:\n  chat:\n    image: prosodyim/prosody:0.12.4\n",
      "compose.override.yaml": "services:\n  chat:\n    volumes: ['./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua']\n",
    };
    expect(await versionOf(MAIN, files)).toBe(`${TOLD} compose.yaml`);
  });

  test("to the commands that check nothing", async () => {
    const files = { [MAIN]: 'Lua.print("x")\nVirtualHost "a.example"\n', "compose.yaml": compose("prosodyim/prosody:0.12") };
    expect((await checkCli(["effective", MAIN], { files })).code).toBe(1);
    expect((await checkCli(["effective", "--prosody-version", "13.0", MAIN], { files })).code).toBe(0);
  });
});

describe("nothing is told", () => {
  test.each([
    ["by another image", compose("prosody-of-ours:0.12")],
    ["by a tag that moves", compose("prosodyim/prosody:latest")],
    ["by no tag", compose("prosodyim/prosody")],
    ["by a tag from elsewhere", compose("prosodyim/prosody:${TAG}")],
    ["by a container that has another configuration", compose("prosodyim/prosody:0.12", "./x:/etc/prosody")],
    [
      "by two that differ",
      `${compose("prosodyim/prosody:0.12")}${compose("prosodyim/prosody:13.0").replace("services:\n  chat:", "  other:")}`,
    ],
  ])("%s", async (_, text) => {
    expect(await versionOf(MAIN, { "compose.yaml": text })).toBe("13.0 assumed");
  });
});

test("what people say counts more, and says so", async () => {
  const files = { "compose.yaml": compose("prosodyim/prosody:0.12") };
  expect(await versionOf(MAIN, files, ["--prosody-version", "0.11", "."])).toBe("0.11 argument");
  const project = { ...files, ".prosody-config.json": '{ "version": "trunk" }' };
  expect(await versionOf(MAIN, project)).toBe("trunk project .prosody-config.json");
});

test("the summary says which, why, and for how many files", async () => {
  const files = { "a/prosody.cfg.lua": CONFIG, "a/compose.yaml": compose("prosodyim/prosody:0.12"), "b/prosody.cfg.lua": CONFIG };
  const { stdout } = await checkCli(["check", "."], { files });
  expect(stdout.split("\n").slice(-3)).toEqual([
    "Checked for Prosody 0.12 (image prosodyim/prosody:0.12 in a/compose.yaml): 2 files.",
    expect.stringMatching(/^Checked for Prosody 13\.0 \(assumed; .*\): 1 file\.$/),
    "",
  ]);
  const named = await checkCli(["check", "--prosody-version", "0.12", "b"], { files });
  expect(named.stdout).toMatch(/\nChecked for Prosody 0\.12 \(--prosody-version\)\.\n$/);
});

describe("while the version is assumed", () => {
  const said = async (text: string, ...args: readonly string[]): Promise<readonly string[]> => {
    const { files } = await checkJson([...args, MAIN], { files: { [MAIN]: text } });
    const old = new Set(["deprecated-module", "deprecated-option", "superseded-module"]);
    return (files[0]?.diagnostics ?? []).filter(({ rule }) => old.has(rule)).map(({ message }) => message);
  };
  const ASSUMING = / \(Assuming Prosody 13\.0\.\)$/;

  test("findings of some versions say so", async () => {
    expect(await said('modules_enabled = { "posix" }\n')).toEqual([expect.stringMatching(ASSUMING)]);
    expect(await said('modules_enabled = { "posix" }\n', "--prosody-version", "13.0")).toEqual([
      expect.not.stringMatching(ASSUMING),
    ]);
  });

  test("those of all versions do not", async () => {
    expect(await said("anonymous_login = true\n")).toEqual([expect.not.stringMatching(ASSUMING)]);
  });

  test("fixes of some versions are not applied unasked", async () => {
    const fixed = async (...args: readonly string[]): Promise<string | undefined> => {
      const world = { files: { [MAIN]: CONFIG }, keeps: [MAIN] };
      return (await checkCli(["check", "--fix", ...args, MAIN], world)).kept[MAIN];
    };
    expect(await fixed()).toBe(CONFIG);
    expect(await fixed("--prosody-version", "13.0")).not.toContain("posix");
  });
});
