// Texts to begin with: the examples, the examples of the rules' pages, configurations of the tests, and the files of PROSODY_CORPUS, which
// names a folder of real ones.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readRulePage } from "../../scripts/lib/rulePage.mjs";
import type { RulePage } from "../../scripts/lib/rulePage.mjs";
import { RULES } from "../../server/src/core/rules/index.ts";
import { containerKindOf, kindOf } from "../../server/src/core/source.ts";
import type { ContainerKind, FileKind } from "../../server/src/core/source.ts";
import { EDITED_TEXTS } from "../support/editedTexts.ts";
import { isProject, readProject } from "../support/fixture.ts";
import { serverConfigs } from "../support/serverConfigs.ts";

export type BaseKind = FileKind | ContainerKind;

/** Longer ones would take the time of many. */
const LONGEST = 16_000;

const ROOT = process.cwd();

const EXTRA: Readonly<Partial<Record<BaseKind, readonly string[]>>> = {
  dockerfile: [
    'FROM prosodyim/prosody:13.0 AS base\nARG SECRET\nENV PROSODY_ADMINS="a@b" PROSODY_LOGLEVEL=info \\\n  PROSODY_S2S_SECURE_AUTH=0\nCOPY prosody.cfg.lua /etc/prosody/\nRUN <<EOF\necho x\nEOF\nEXPOSE 5222\nUSER root\nCMD ["prosody", "-F"]\n',
  ],
  quadlet: [
    '[Unit]\nDescription=x\n[Container]\nImage=docker.io/prosodyim/prosody:13.0\nEnvironment=PROSODY_ADMINS=a@b "PROSODY_LOGLEVEL=info"\nEnvironmentFile=x.env\nPublishPort=5222:5222\nVolume=./data:/var/lib/prosody:Z\n[Install]\nWantedBy=default.target\n',
  ],
  kubernetes: [
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: xmpp\nspec:\n  containers:\n    - name: p\n      image: prosodyim/prosody:13.0\n      env:\n        - name: PROSODY_ADMINS\n          value: a@b\n        - name: PROSODY_LOGLEVEL\n          value: "info"\n      ports:\n        - containerPort: 5222\n      volumeMounts:\n        - { name: data, mountPath: /var/lib/prosody }\n  volumes:\n    - name: data\n      emptyDir: {}\n---\napiVersion: v1\nkind: ConfigMap\ndata:\n  PROSODY_STORAGE: internal\n',
  ],
  compose: [
    "x-env: &env\n  PROSODY_LOGLEVEL: info\nservices:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    environment:\n      <<: *env\n      PROSODY_ADMINS: a@b\n    env_file: [.env]\n    ports: ['5222:5222', { target: 5269, published: 5269 }]\n    volumes: [./data:/var/lib/prosody]\n    healthcheck: { test: [CMD, prosodyctl, status] }\n",
  ],
  shellScript: [
    '#!/bin/sh\nset -e\nexport PROSODY_LOGLEVEL=info\ndocker run -d --name xmpp -e PROSODY_ADMINS=a@b \\\n  --env-file .env -p 5222:5222 \\\n  -v "$PWD/data:/var/lib/prosody" prosodyim/prosody:13.0\n',
  ],
  markdown: ["# Run it\n\n```sh\n$ docker run -e PROSODY_LOGLEVEL=info prosodyim/prosody\n```\n\n```lua\nadmins = {}\n```\n"],
  env: [
    "# Comment\nPROSODY_VIRTUAL_HOSTS=example.org,example.net\nexport PROSODY_ADMINS=\"a@b\" # c\nPROSODY_COMPONENTS=rooms.example.org:muc\nPROSODY_STORAGE='sql'\nTZ=${TZ:-UTC}\n",
  ],
};

const known = new Map<BaseKind, readonly string[]>();

/** Of one kind. Files that several kinds could be are taken by name. */
export function bases(kind: BaseKind): readonly string[] {
  const found = known.get(kind) ?? read(kind);
  known.set(kind, found);
  return found;
}

function read(kind: BaseKind): readonly string[] {
  const corpus = process.env["PROSODY_CORPUS"];
  const files = [...textsBelow(join(ROOT, "examples"), kind), ...pageExamples(kind)];
  if (kind === "lua") files.push(...Object.values(EDITED_TEXTS), ...serverConfigs(20_261_130, 60));
  files.push(...(EXTRA[kind] ?? []), ...(corpus === undefined ? [] : textsBelow(corpus, kind)));
  return files.filter((text) => text.length <= LONGEST);
}

function textsBelow(folder: string, kind: BaseKind): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => isOf(path, kind) && statSync(path).isFile())
    .map((path) => readFileSync(path, "utf8"));
}

/** Published configurations have all kinds of names. */
function isOf(path: string, kind: BaseKind): boolean {
  return kind === (/\.cfg\.(?:lua|[\w-]+)\b/.test(path) ? "lua" : (kindOf(path) ?? containerKindOf(path)));
}

function pageExamples(kind: BaseKind): readonly string[] {
  const usual = (file: string): boolean => kindOf(file) === kind || containerKindOf(file) === kind;
  return RULES.flatMap(({ id }) => pageOf(id).examples).flatMap(({ text }) =>
    isProject(text) ? readProject(text).flatMap((file) => (usual(file.path) ? [file.text] : [])) : pageText(text, kind),
  );
}

export function pageOf(id: string): RulePage {
  return readRulePage(id, ROOT);
}

/** A text without a name: which kind it is shows in itself. */
function pageText(text: string, kind: BaseKind): readonly string[] {
  const isEnv = /^(?:export )?[A-Z][A-Z0-9_]*=/m.test(text);
  const isYaml = /^(?:services|apiVersion|spec):/m.test(text);
  const own: BaseKind = isYaml ? (/^services:/m.test(text) ? "compose" : "kubernetes") : isEnv ? "env" : "lua";
  return own === kind ? [text] : [];
}
