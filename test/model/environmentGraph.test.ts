// Which places of a name are one variable: by includes, mounts, env files and what Compose takes in.

import { describe, expect, test } from "vitest";
import { newNameProblem, renamable } from "../../server/src/core/model/environment/rename.ts";
import { nodeAt, placesOf } from "../../server/src/core/model/environment/graph.ts";
import type { EnvironmentGraph, Node } from "../../server/src/core/model/environment/graph.ts";
import { readProject } from "../support/fixture.ts";
import { graphOf } from "../support/ruleEnvironment.ts";

/** Files, each after a line `--- path`. */
function graph(source: string): EnvironmentGraph {
  return graphOf(readProject(source).map(({ path, text }) => ({ path: `/srv/${path}`, text })));
}

function nodeOf(made: EnvironmentGraph, path: string, word: string): Node {
  const text = made.files.find((file) => file.path === `/srv/${path}`)?.text ?? "";
  const node = nodeAt(made, `/srv/${path}`, text.indexOf(word) + 1);
  if (node === undefined) throw new Error(`no variable at ${word} in ${path}`);
  return node;
}

/** Paths of all places, as often as the name stands there. */
function places(source: string, path: string, word: string): readonly string[] {
  const made = graph(source);
  return placesOf(made, nodeOf(made, path, word)).map((node) => node.path.slice("/srv/".length));
}

const MOUNT = "    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua\n";
const service = (name: string, more: string): string => `  ${name}:\n    image: prosodyim/prosody:13.0\n${more}`;

describe("one variable", () => {
  test("in files that include each other", () => {
    const files =
      '--- prosody.cfg.lua\na = ENV_X\nInclude "conf.d/*.cfg.lua"\n--- conf.d/b.cfg.lua\nb = ENV_X\n--- c.cfg.lua\nc = ENV_X\n';
    expect(places(files, "prosody.cfg.lua", "ENV_X")).toEqual(["conf.d/b.cfg.lua", "prosody.cfg.lua"]);
  });

  test("in files that are put into one container", () => {
    const mounts = "    volumes:\n      - ./one:/etc/prosody/conf.d:ro\n      - ./two.cfg.lua:/etc/prosody/conf.d/two.cfg.lua\n";
    const files = `--- one/a.cfg.lua\na = ENV_X\n--- two.cfg.lua\nb = ENV_X\n--- compose.yaml\nservices:\n${service("p", `    environment: { X: 1 }\n${mounts}`)}`;
    expect(places(files, "two.cfg.lua", "ENV_X")).toEqual(["compose.yaml", "one/a.cfg.lua", "two.cfg.lua"]);
  });

  test("in compose files that speak of one service", () => {
    const files = `--- prosody.cfg.lua\na = ENV_X\n--- compose.yaml\nservices:\n${service("p", MOUNT)}--- compose.override.yaml\nservices:\n  p:\n    environment:\n      - X=1\n`;
    expect(places(files, "prosody.cfg.lua", "ENV_X")).toEqual(["compose.override.yaml", "prosody.cfg.lua"]);
  });

  test("in an env file in another folder", () => {
    const files = `--- prosody.cfg.lua\na = ENV_X\n--- env/a.env\nX=1\n--- env/b.env\nX=1\n--- compose.yaml\nservices:\n${service("p", `    env_file: [./env/a.env]\n${MOUNT}`)}`;
    expect(places(files, "prosody.cfg.lua", "ENV_X")).toEqual(["env/a.env", "prosody.cfg.lua"]);
  });

  test("in a manifest, where there is only one configuration", () => {
    const manifest =
      "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: p\n      image: prosodyim/prosody:13.0\n      env:\n        - name: X\n          value: a\n";
    const one = `--- config/prosody.cfg.lua\na = ENV_X\n--- k8s/pod.yaml\n${manifest}`;
    expect(places(one, "config/prosody.cfg.lua", "ENV_X")).toEqual(["config/prosody.cfg.lua", "k8s/pod.yaml"]);
    expect(places(`${one}--- other/prosody.cfg.lua\na = ENV_X\n`, "config/prosody.cfg.lua", "ENV_X")).toEqual([
      "config/prosody.cfg.lua",
    ]);
  });

  test("not the `.env` of Compose, unless it is passed on", () => {
    const files = (environment: string): string =>
      `--- prosody.cfg.lua\na = ENV_X\n--- .env\nX=1\n--- compose.yaml\nservices:\n${service("p", environment + MOUNT)}`;
    expect(places(files(""), "prosody.cfg.lua", "ENV_X")).toEqual(["prosody.cfg.lua"]);
    expect(places(files("    environment: [X]\n"), "prosody.cfg.lua", "ENV_X")).toEqual([
      ".env",
      "compose.yaml",
      "prosody.cfg.lua",
    ]);
    expect(places(files("    environment: { X: 'a${X:-b}' }\n"), "prosody.cfg.lua", "ENV_X")).toHaveLength(4);
    expect(places(files("    environment: { X: 'a$${X}' }\n"), "prosody.cfg.lua", "ENV_X")).toEqual([
      "compose.yaml",
      "prosody.cfg.lua",
    ]);
    expect(places(files("    # ${X}\n"), ".env", "X")).toEqual([".env"]);
  });

  test("names match letter for letter", () => {
    const files = "--- prosody.cfg.lua\na = ENV_X\nb = ENV_x\nc = ENV_XX\n--- .env\nX=1\nx=2\nXX=3\n";
    expect(places(files, "prosody.cfg.lua", "ENV_x")).toHaveLength(2);
  });
});

describe("another name", () => {
  const official = (name: string): boolean => name === "PROSODY_ADMINS";
  const plan = (source: string, path: string, word: string, newName: string): string => {
    const made = graph(source);
    const found = renamable(made, nodeOf(made, path, word), official);
    if (!found.ok) return found.reason;
    return newNameProblem(made, found.places, newName, official) ?? `${found.places.length} places`;
  };

  test("goes to all places, or nowhere", () => {
    const files = "--- prosody.cfg.lua\na = ENV_X\nb = os.getenv [[X]]\n--- .env\nX=1\nY=2\n";
    expect(plan(files, "prosody.cfg.lua", "ENV_X", "Z")).toBe("3 places");
    expect(plan(files, "prosody.cfg.lua", "ENV_X", "Y")).toContain("already, in `.env`");
    expect(plan(files, "prosody.cfg.lua", "ENV_X", "Ä")).toContain("letters");
    expect(plan(files, "prosody.cfg.lua", "ENV_X", "PROSODY_ADMINS")).toContain("other programs");
  });

  test("not of what the image or others read", () => {
    const files =
      "--- .env\nPROSODY_ADMINS=a\nPATH=x\n--- compose.yaml\nservices:\n  db:\n    image: postgres\n    environment:\n      A: 1\n      B:\n";
    expect(plan(files, ".env", "PROSODY_ADMINS", "Z")).toContain("official container image");
    expect(plan(files, ".env", "PATH", "Z")).toContain("other programs");
    expect(plan(files, "compose.yaml", "A:", "Z")).toContain("`db`");
  });
});
