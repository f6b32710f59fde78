// Completion in env files: names and values of the official image's variables, and silence in files of other programs.

import { describe, test } from "vitest";
import { checkCompletion } from "../support/completion.ts";
import type { CompletionCase } from "../support/completion.ts";

type Cases = Readonly<Record<string, Omit<CompletionCase, "kind">>>;

function run(cases: Cases): void {
  test.each(Object.entries(cases))("%s", (_, item) => {
    checkCompletion({ ...item, kind: "env" });
  });
}

const silent = (before: string): Omit<CompletionCase, "kind"> => ({ before, exactly: [] });

describe("names", () => {
  run({
    "from the first letters": { before: "PRO$0", offers: ["PROSODY_ADMINS"], accept: "PROSODY_ADMINS", after: "PROSODY_ADMINS=" },
    "in small letters": { before: "prosody_a$0", accept: "PROSODY_ADMINS", after: "PROSODY_ADMINS=" },
    "in a file that is ours": {
      before: "PROSODY_ADMINS=a@b\n$0",
      offers: ["PROSODY_STORAGE", "DOMAIN"],
      not: ["PROSODY_ADMINS"],
    },
    "the file's own variables come first": { before: "PROSODY_ADMINS=a@b\n$0", first: ["PROSODY_ARCHIVE_EXPIRY_DAYS"] },
    "the value stays": { before: "PROSODY_STO$0=sql", accept: "PROSODY_STORAGE", after: "PROSODY_STORAGE=sql" },
    "the whole name goes": { before: "PROSODY_$0ADMIN", accept: "PROSODY_ADMINS", after: "PROSODY_ADMINS=" },
    "the name that stands there": { before: "PROSODY_ADM$0INS=a@b", accept: "PROSODY_ADMINS", after: "PROSODY_ADMINS=a@b" },
    "behind export": { before: "export PROSODY_$0", accept: "PROSODY_STORAGE", after: "export PROSODY_STORAGE=" },
    "with CRLF": {
      before: "PROSODY_ADMINS=a\r\nPROSODY_S$0\r\nX=1",
      accept: "PROSODY_STORAGE",
      after: "PROSODY_ADMINS=a\r\nPROSODY_STORAGE=\r\nX=1",
    },
    "not the image's inner ones": { before: "PROSODY_ADMINS=a\n$0", not: ["__FLUSH_LOG"] },
    "not in a file of something else": silent("DB_HOST=x\n$0"),
    "not while another name is typed": silent("DB_HOST=x\nDB_$0"),
    "not in an empty file": silent("$0"),
    "not in a comment": silent("PROSODY_ADMINS=a\n# PROSODY_$0"),
    "0.12 does not know what came with 13.0": { before: "PROSODY_$0", version: "0.12", not: ["PROSODY_USE_DANE"] },
    "13.0 does": { before: "PROSODY_$0", offers: ["PROSODY_USE_DANE"] },
  });
});

describe("values", () => {
  run({
    choices: {
      before: "PROSODY_LOGLEVEL=$0",
      exactly: ["debug", "info", "warn", "error"],
      accept: "info",
      after: "PROSODY_LOGLEVEL=info",
    },
    "choices, begun": { before: "PROSODY_LOGLEVEL=in$0fo", accept: "warn", after: "PROSODY_LOGLEVEL=warn" },
    "in quotes": { before: 'PROSODY_LOGLEVEL="$0"', accept: "info", after: 'PROSODY_LOGLEVEL="info"' },
    "in single quotes": { before: "PROSODY_STORAGE='s$0'", accept: "sql", after: "PROSODY_STORAGE='sql'" },
    "behind export": { before: "export PROSODY_LOGLEVEL=$0", offers: ["info"] },
    "on or off": { before: "PROSODY_S2S_SECURE_AUTH=$0", exactly: ["0", "1"] },
    on: { before: "PROSODY_USE_DANE=$0", exactly: ["1"] },
    "what the option takes that the variable sets": { before: "PROSODY_STORAGE=$0", offers: ["internal", "sql"] },
    modules: {
      before: "PROSODY_ENABLE_MODULES=$0",
      offers: ["mam"],
      not: ["muc", "c2s"],
      accept: "mam",
      after: "PROSODY_ENABLE_MODULES=mam",
    },
    "modules to disable": { before: "PROSODY_DISABLE_MODULES=$0", offers: ["c2s", "s2s"] },
    "the next module": {
      before: "PROSODY_ENABLE_MODULES=mam,$0",
      not: ["mam"],
      accept: "csi_simple",
      after: "PROSODY_ENABLE_MODULES=mam,csi_simple",
    },
    "the next module, in quotes": {
      before: 'PROSODY_ENABLE_MODULES="mam,c$0"',
      not: ["mam"],
      accept: "csi_simple",
      after: 'PROSODY_ENABLE_MODULES="mam,csi_simple"',
    },
    "a module in the middle": {
      before: "PROSODY_ENABLE_MODULES=mam,$0,carbons",
      not: ["mam", "carbons"],
      accept: "csi_simple",
      after: "PROSODY_ENABLE_MODULES=mam,csi_simple,carbons",
    },
    "the module that stands there": {
      before: "PROSODY_ENABLE_MODULES=ma$0m",
      accept: "mam",
      after: "PROSODY_ENABLE_MODULES=mam",
    },
    "a blank between items goes": {
      before: "PROSODY_ENABLE_MODULES=mam, $0",
      accept: "csi_simple",
      after: "PROSODY_ENABLE_MODULES=mam,csi_simple",
    },
    "a component's module": {
      before: "PROSODY_COMPONENTS=rooms.x:$0",
      offers: ["muc"],
      not: ["mam"],
      accept: "muc",
      after: "PROSODY_COMPONENTS=rooms.x:muc",
    },
    "a second component's module": {
      before: "PROSODY_COMPONENTS=rooms.x:muc,files.x:h$0",
      accept: "http_file_share",
      after: "PROSODY_COMPONENTS=rooms.x:muc,files.x:http_file_share",
    },
    "not a component's name": silent("PROSODY_COMPONENTS=$0"),
    "not a secret": silent("PROSODY_COMPONENT_SECRET=$0"),
    "not a host": silent("PROSODY_VIRTUAL_HOSTS=$0"),
    "not of other variables": silent("PROSODY_ADMINS=a\nDB_HOST=$0"),
    "not in a comment behind a value": silent("PROSODY_STORAGE=sql # $0"),
  });
});

describe("items made of others", () => {
  const ADMINS = "PROSODY_ADMINS=ann@x.example,bob@y.example\n";
  const HOSTS = "PROSODY_VIRTUAL_HOSTS=x.example\n";
  run({
    "hosts that addresses name": {
      before: `${ADMINS}PROSODY_VIRTUAL_HOSTS=$0`,
      exactly: ["x.example", "y.example"],
      accept: "y.example",
      after: `${ADMINS}PROSODY_VIRTUAL_HOSTS=y.example`,
    },
    "a host that is there already": { before: `${ADMINS}PROSODY_VIRTUAL_HOSTS=x.example,$0`, exactly: ["y.example"] },
    "the first account": { before: `${ADMINS}LOCAL=$0`, exactly: ["ann", "bob"] },
    "the first account as an administrator": { before: `${HOSTS}LOCAL=ann\nPROSODY_ADMINS=$0`, exactly: ["ann@x.example"] },
    "the name of the machine": { before: `${HOSTS}PROSODY_NETWORK_HOSTNAME=$0`, exactly: ["x.example"] },
    "a TURN server": { before: `${HOSTS}PROSODY_TURN_HOST=$0`, exactly: ["turn.x.example"] },
    "components of the host": {
      before: `${HOSTS}PROSODY_COMPONENTS=rooms.x.example:muc,$0`,
      offers: ["upload.x.example:http_file_share", "proxy.x.example:proxy65"],
      not: ["rooms.x.example:muc"],
    },
    "the default": {
      before: "PROSODY_PLUGIN_PATHS=/opt/modules,$0",
      accept: "/etc/prosody/modules",
      after: "PROSODY_PLUGIN_PATHS=/opt/modules,/etc/prosody/modules",
    },
    "the default of a rate": { before: "PROSODY_C2S_RATE_LIMIT=$0", exactly: ["10kb/s"] },
    "not what comes from elsewhere": silent("PROSODY_ADMINS=$NAME@x.example\nPROSODY_VIRTUAL_HOSTS=$0"),
  });
});
