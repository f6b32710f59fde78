// Editor and command line say the same: of the examples, of projects in which they once did not, and of the folders below the one that
// PROSODY_CORPUS names.

import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../support/folder.ts";
import { saidByCommandLine, saidByEditor } from "../support/bothHosts.ts";
import type { Said } from "../support/bothHosts.ts";

async function expectSame(folder: string): Promise<Said> {
  const said = await saidByCommandLine(folder);
  expect(await saidByEditor(folder, Object.keys(said))).toEqual(said);
  return said;
}

const rulesOf = (said: Said, path: string): readonly string[] =>
  (said[path] ?? []).map((one) => /^\S+ \S+ (\S+):/.exec(one)?.[1] ?? one);

const IMAGE = "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n";
const HOST = 'VirtualHost "a.example"\n';

describe("the same findings", () => {
  test("of the examples", async () => {
    const said = await expectSame(join(import.meta.dirname, "../../examples"));
    expect(Object.values(said).flat().length).toBeGreaterThan(5);
  });

  test("of a project with an Include whose folder is missing", async () => {
    const said = await expectSame(
      folderWith({ "prosody.cfg.lua": `modules_enabled = { "roster" }\n${HOST}Include "conf.d/*.cfg.lua"\n` }),
    );
    expect(rulesOf(said, "prosody.cfg.lua")).toEqual(["include-nothing"]);
    expect(said["prosody.cfg.lua"]?.[0]).toMatch(/warning .*does not start/);
  });

  test("of one whose folder is empty, and of one whose file is missing", async () => {
    const folder = folderWith({
      "a/prosody.cfg.lua": `${HOST}Include "conf.d/*.cfg.lua"\n`,
      "b/prosody.cfg.lua": 'Include "x.cfg.lua"\n',
    });
    mkdirSync(join(folder, "a/conf.d"));
    const said = await expectSame(folder);
    expect(said["a/prosody.cfg.lua"]?.join("\n")).toMatch(/hint include-nothing/);
    expect(said["b/prosody.cfg.lua"]?.join("\n")).toMatch(/warning include-nothing/);
  });

  test("of an env file that a script elsewhere in the project gives to docker", async () => {
    const said = await expectSame(
      folderWith({
        "config/chat.env": 'PROSODY_VIRTUAL_HOSTS=a.example\nPROSODY_LOGLEVEL="info" # loud\n',
        "deploy/run.sh": "docker run --env-file ../config/chat.env prosodyim/prosody:13.0\n",
      }),
    );
    expect(rulesOf(said, "config/chat.env")).toContain("quoted-value");
    expect(said["config/chat.env"]?.join("\n")).toMatch(/warning quoted-value/);
  });

  test("of files that Prosody passes by, and of those behind links", async () => {
    const folder = folderWith({
      "prosody.cfg.lua": `${HOST}Include "conf.d/*.cfg.lua"\n`,
      "conf.d/.old.cfg.lua": "c2s_direct_tls_ports = { 5999 }\n",
      "conf.avail/b.cfg.lua": 'VirtualHost "b.example"\nadmins = { "nobody" }\n',
    });
    symlinkSync("../conf.avail/b.cfg.lua", join(folder, "conf.d/b.cfg.lua"));
    const said = await expectSame(folder);
    expect(Object.keys(said).sort()).toEqual(["conf.avail/b.cfg.lua", "conf.d/.old.cfg.lua", "prosody.cfg.lua"]);
  });

  test("where a project has settings and modules of its own", async () => {
    const said = await expectSame(
      folderWith({
        ".prosody-config.json": '{ "prosodyVersion": "0.12", "rules": { "missing-tls": "error" } }',
        "prosody-schema.json": '{ "options": { "greeting": { "type": "boolean" } } }',
        "modules/mod_greeter.lua": 'module:get_option_string("farewell")\n',
        "prosody.cfg.lua": `modules_enabled = { "greeter" }\ngreeting = 5\nfarewell = {}\n${HOST}`,
      }),
    );
    expect(rulesOf(said, "prosody.cfg.lua").filter((rule) => rule === "wrong-type")).toHaveLength(2);
    expect(rulesOf(said, "prosody.cfg.lua")).not.toContain("unknown-module");
  });

  test("of variables across files", async () => {
    await expectSame(
      folderWith({
        "prosody.cfg.lua": "admins = { ENV_ADMIN, ENV_NOBODY }\nVirtualHost(ENV_HOST)\n",
        "compose.yaml": `${IMAGE}    env_file: chat.env\n    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n`,
        "compose.override.yaml": "services:\n  prosody:\n    environment:\n      HOST: a.example\n",
        "chat.env": "ADMIN=a@x.example\nUNUSED=1\n",
        ".env": "HOST=x.example\n",
      }),
    );
  });
});

describe("mending", () => {
  test("keeps a suppression that is needed", async () => {
    const folder = folderWith({
      "compose.yaml": `${IMAGE}    env_file: chat.env\n    environment:\n      PROSODY_SQL_DRIVER: SQLite3\n`,
      "chat.env": "# prosody-ignore-next-line no-effect\nPROSODY_STORAGE=internal\nPROSODY_VIRTUAL_HOSTS=a.example\n",
    });
    const before = await saidByCommandLine(folder);
    expect(await saidByCommandLine(folder, "safe")).toEqual(before);
    expect(readFileSync(join(folder, "chat.env"), "utf8")).toMatch(/^# prosody-ignore-next-line no-effect\n/);
  });

  test("says what is left of the files as they have become", async () => {
    const folder = folderWith({
      "compose.yaml": `${IMAGE}    env_file: chat.env\n`,
      "chat.env": "PROSODY_VIRTUALHOSTS=example.com\n",
    });
    expect(rulesOf(await saidByCommandLine(folder), "chat.env")).toContain("unknown-variable");
    // A host is never added without asking.
    await saidByCommandLine(folder, "safe");
    expect(readFileSync(join(folder, "chat.env"), "utf8")).toMatch(/^PROSODY_VIRTUALHOSTS=/);
    const left = await saidByCommandLine(folder, "unsafe");
    expect(left).toEqual(await saidByCommandLine(folder));
    expect(left["compose.yaml"]?.join("\n") ?? "").not.toMatch(/PROSODY_VIRTUAL_HOSTS/);
  });
});

const CORPUS = process.env["PROSODY_CORPUS"];

describe.skipIf(CORPUS === undefined)("of the corpus", () => {
  const folders = CORPUS === undefined ? [] : readdirSync(CORPUS).map((name) => join(CORPUS, name));
  test.each(folders.filter((folder) => statSync(folder).isDirectory()))("%s", { timeout: 600_000 }, async (folder) => {
    await expectSame(folder);
  });
});
