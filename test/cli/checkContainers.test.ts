// `prosody-config check` on files that describe containers: which are checked, as what, and what is said of the others.

import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { SECRET, checkCli, checkJson } from "./checkCli.ts";

const COMPOSE = 'services:\n  xmpp:\n    image: prosody/prosody:13.0\n    environment:\n      PROSODY_LOGLEVEL: "loud"\n';
const RUN = "docker run -d prosody/prosody:13.0\n";
const FILES = {
  "compose.yaml": COMPOSE,
  "docker-compose.override.yml": COMPOSE,
  Dockerfile: "FROM prosody/prosody:13.0\nENV PROSODY_LOGLEVEL=loud\n",
  "xmpp.container": "[Container]\nImage=docker.io/prosody/prosody:13.0\n",
  "k8s.yaml":
    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: xmpp\nspec:\n  containers:\n    - name: xmpp\n      image: prosody/prosody:13.0\n",
  "run.sh": `#!/bin/sh\n${RUN}`,
  "README.md": `# XMPP\n\n\`\`\`sh\n${RUN}\`\`\`\n`,
};
const KINDS = {
  Dockerfile: "dockerfile",
  "README.md": "markdown",
  "compose.yaml": "compose",
  "docker-compose.override.yml": "compose",
  "k8s.yaml": "kubernetes",
  "run.sh": "shellScript",
  "xmpp.container": "quadlet",
};
const FOREIGN = {
  "web/compose.yaml": "services:\n  web:\n    image: nginx\n",
  "web/Dockerfile": "FROM nginx\n",
  "web/run.sh": "docker run nginx\n",
  "web/notes.md": "Variables such as PROSODY_LOGLEVEL are told elsewhere.\n",
};

describe("files that describe containers", () => {
  test("are found in folders, where they run the image", async () => {
    const { code, stderr, files } = await checkJson(["--fail-on", "never", "."], { files: { ...FILES, ...FOREIGN } });
    expect([code, stderr]).toEqual([0, ""]);
    expect(Object.fromEntries(files.map(({ path, kind }) => [path, kind]))).toEqual(KINDS);
    for (const { path, diagnostics } of files) expect([path, ...diagnostics.map(({ rule }) => rule)]).toContain("outdated-image");
  });

  test("are checked when they are named, as rules for containers and for variables say", async () => {
    const { code, stdout, stderr } = await checkCli(["check", "--fail-on", "warning", "compose.yaml"], { files: FILES });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^compose\.yaml:3:12 +warning .*outdated-image$/m);
    expect(stdout).toMatch(/^compose\.yaml:5:\d+ .*PROSODY_LOGLEVEL/m);
    expect(stdout).toMatch(/in 1 file\nChecked for .*\n$/);
  });

  test("have what env files, override files and extended services give them", async () => {
    const port = '    ports: ["5281:5281"]\n';
    const service = `services:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    env_file: chat.env\n${port}`;
    const rules = async (files: Readonly<Record<string, string>>, path = "compose.yaml"): Promise<readonly string[]> => {
      const checked = await checkJson(["--fail-on", "never", path], { files });
      return checked.files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    };
    expect(await rules({ "compose.yaml": service })).not.toContain("closed-port");
    expect(await rules({ "compose.yaml": service, "chat.env": "PROSODY_LOGLEVEL=info\n" })).toContain("closed-port");
    expect(await rules({ "compose.yaml": service, "chat.env": "PROSODY_ENABLE_MODULES=bosh\n" })).not.toContain("closed-port");
    const override = "services:\n  xmpp:\n    environment: { PROSODY_LOGLEVEL: loud }\n";
    const files = { "compose.yaml": service, "compose.override.yaml": override };
    expect(await rules(files, "compose.override.yaml")).toEqual(["wrong-value"]);
    const own = service.replace("    env_file: chat.env\n", "    volumes: [./xmpp:/etc/prosody]\n");
    const main = 'Include "more.cfg.lua"\nVirtualHost "x.example"\n';
    const config = (more: string): Readonly<Record<string, string>> => ({
      "compose.yaml": own,
      "xmpp/prosody.cfg.lua": main,
      "xmpp/more.cfg.lua": more,
    });
    expect(await rules(config('log = "*console"\n'))).toContain("closed-port");
    expect(await rules(config('modules_enabled = { "bosh" }\n'))).not.toContain("closed-port");
    expect(await rules({ "compose.yaml": own, "xmpp/prosody.cfg.lua": main })).not.toContain("closed-port");
  });

  test("are known by how they begin where their names say nothing", async () => {
    const files = {
      "image-of-xmpp": `# syntax=docker/dockerfile:1\n\n${FILES.Dockerfile}`,
      "xmpp-Dockerfile": "FROM nginx\nRUN true\n",
      run: FILES["run.sh"],
      unit: FILES["xmpp.container"],
      services: FILES["compose.yaml"],
      settings: "# ours\nPROSODY_LOGLEVEL=loud\n",
      "prosody.cfg.lua.j2": 'FROM = "a"\n',
      conf: 'VirtualHost "x.example"\n',
    };
    const checked = await checkJson(["--fail-on", "never", ...Object.keys(files)], { files });
    expect(Object.fromEntries(checked.files.map(({ path, kind }) => [path, kind]))).toEqual({
      "image-of-xmpp": "dockerfile",
      run: "shellScript",
      unit: "quadlet",
      services: "compose",
      settings: "env",
      "prosody.cfg.lua.j2": "lua",
      conf: "lua",
    });
    expect(checked.stderr).toContain("xmpp-Dockerfile is not checked");
    const rules = checked.files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    expect(rules.filter((rule) => rule.startsWith("syntax/"))).toEqual([]);
  });

  test("are told when there is nothing to check", async () => {
    const { code, stdout, stderr } = await checkCli(["check", "web/compose.yaml", "web/notes.md"], { files: FOREIGN });
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toBe(
      "note: web/compose.yaml is not checked: nothing was found in it that runs Prosody's image.\n" +
        "note: web/notes.md is not checked: nothing was found in it that runs Prosody's image.\n",
    );
    const folder = await checkCli(["check", "web"], { files: FOREIGN });
    expect([folder.code, folder.stderr]).toEqual([0, "note: Nothing was found to check.\n"]);
  });

  test("can come from standard input", async () => {
    const { files } = await checkJson(["-", "--stdin-path", "compose.yaml"], { stdin: COMPOSE });
    expect(files.map(({ path, kind }) => [path, kind])).toEqual([["compose.yaml", "compose"]]);
    const other = await checkCli(["check", "-", "--stdin-path", "compose.yaml"], { stdin: FOREIGN["web/compose.yaml"] });
    expect(other.stderr).toContain("nothing was found in it");
  });

  test("are mended", async () => {
    const folder = mkdtempSync(join(tmpdir(), "prosody-config-fix-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "compose.yaml");
    writeFileSync(
      path,
      'services:\n  xmpp:\n    image: prosody/prosody:13.0\n    environment:\n      - PROSODY_LOGLEVEL="info"\n',
    );
    const { stdout } = await checkCli(["check", "--fix", path]);
    expect(readFileSync(path, "utf8")).toMatch(/image: prosody\/prosody:13\.0\n.*\n {6}- PROSODY_LOGLEVEL=info\n/);
    expect(stdout).toContain("Fixed 1 problem in 1 file.");
    await checkCli(["check", "--fix-unsafe", path]);
    expect(readFileSync(path, "utf8")).toContain("image: prosodyim/prosody:13.0\n");
  });

  test("may be ignored, have rules of their own, and damage", async () => {
    const config = JSON.stringify({ ignore: ["k8s.yaml"], rules: { "outdated-image": "off" } });
    const { files } = await checkJson(["k8s.yaml", "run.sh"], { files: { ...FILES, ".prosody-config.json": config } });
    expect(files.map(({ path, diagnostics }) => [path, diagnostics.some(({ rule }) => rule === "outdated-image")])).toEqual([
      ["run.sh", false],
    ]);
    const damaged = `services: {\n  xmpp: [image: prosody/prosody\n  x: "${SECRET}\n\0`;
    expect((await checkJson(["compose.yaml"], { files: { "compose.yaml": damaged } })).stderr).not.toContain("mistake in");
  });

  test("are left out of an upgrade's report", async () => {
    const { stdout, stderr } = await checkCli(
      ["check", "--upgrade-from", "0.12", "--format", "json", "compose.yaml", "a.cfg.lua"],
      { files: { ...FILES, "a.cfg.lua": 'VirtualHost "example.com"\n' } },
    );
    const { files } = JSON.parse(stdout) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(["a.cfg.lua"]);
    expect(stderr).toBe("note: compose.yaml is left out: --upgrade-from is for configurations and env files.\n");
  });
});
