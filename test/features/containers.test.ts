// Hover and completion of the variables in files that describe containers.

import { describe, expect, test } from "vitest";
import { complete } from "../../server/src/core/features/completion/index.ts";
import { hover } from "../../server/src/core/features/hover.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { containersIn } from "../support/containers.ts";
import { readFixture } from "../support/fixture.ts";
import { schemaFor } from "../support/knowledge.ts";

const COMPOSE = "services:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    environment:\n";
const POD = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: prosodyim/prosody:13.0\n      env:\n";

function hoverAt(source: string): string | undefined {
  const { text, cursor = 0 } = readFixture(source);
  return hover(containersIn(text), schemaFor(), cursor)?.markdown;
}

/** The text after the chosen proposal, or the labels. */
function completed(source: string, label: string): string | undefined {
  const { text, cursor = 0 } = readFixture(source);
  const item = complete(containersIn(text), schemaFor(), cursor).find((one) => one.label === label);
  return item === undefined ? undefined : applyEdits(text, [item.edit]);
}

describe("hover", () => {
  test.each([
    ["a name in a map", `${COMPOSE}      PROSODY_LOG$0LEVEL: info\n`, "PROSODY_LOGLEVEL"],
    ["a module in a list", `${COMPOSE}      - PROSODY_ENABLE_MODULES=mam,we$0bsocket\n`, "websocket"],
    [
      "an administrator",
      `${COMPOSE}      PROSODY_VIRTUAL_HOSTS: x.example\n      PROSODY_ADMINS: "a@y.example,b@x.ex$0ample"\n`,
      "`x.example` is one of its hosts",
    ],
    ["a host on a command line", "docker run -e PROSODY_VIRTUAL_HOSTS=x.ex$0ample prosodyim/prosody\n", "a host with accounts"],
    [
      "what comes of a variable",
      `${COMPOSE}      - PROSODY_UPLOAD_LI$0MIT_MB=5\n      - PROSODY_COMPONENTS=u.x:http_file_share\n`,
      "50 MiB in a day",
    ],
    ["a name in a manifest", `${POD}        - name: PROSODY_AD$0MINS\n          value: a@b.c\n`, "PROSODY_ADMINS"],
    ["a name in a Dockerfile", "FROM prosodyim/prosody:13.0\nENV A=b PROSODY_AD$0MINS=x\n", "PROSODY_ADMINS"],
    ["a name in a unit", "[Container]\nImage=prosodyim/prosody:13.0\nEnvironment=PROSODY_AD$0MINS=x\n", "PROSODY_ADMINS"],
    ["a name on a command line", "docker run -e PROSODY_AD$0MINS=x prosodyim/prosody\n", "PROSODY_ADMINS"],
    [
      "another image's",
      "services:\n  a:\n    image: jitsi/prosody\n    environment:\n      - PROSODY_AD$0MINS\n",
      "`jitsi/prosody`, an image with variables of its own",
    ],
    ["an unknown image's", "services:\n  a:\n    environment:\n      - PROSODY_AD$0MINS\n", "not told in this place"],
  ])("%s", (_name, source, part) => {
    expect(hoverAt(source)).toContain(part);
  });

  test("nothing elsewhere", () => {
    expect(
      hoverAt("services:\n  a:\n    image: jitsi/prosody\n    environment:\n      - XMPP_DO$0MAIN\n      - PROSODY_A\n"),
    ).toBeUndefined();
    expect(hoverAt(`${COMPOSE}      T$0Z: UTC\n`)).toBeUndefined();
  });
});

describe("completion", () => {
  test.each([
    [
      "a name in a map",
      `${COMPOSE}      TZ: UTC\n      PROS$0\n`,
      "PROSODY_LOGLEVEL",
      `${COMPOSE}      TZ: UTC\n      PROSODY_LOGLEVEL: \n`,
    ],
    ["the first name", `${COMPOSE}      P$0\n`, "PROSODY_LOGLEVEL", `${COMPOSE}      PROSODY_LOGLEVEL: \n`],
    [
      "a name before others",
      `${COMPOSE}      $0\n      TZ: UTC\n    tty: true\n`,
      "PROSODY_LOGLEVEL",
      `${COMPOSE}      PROSODY_LOGLEVEL: \n      TZ: UTC\n    tty: true\n`,
    ],
    [
      "a name in a list",
      `${COMPOSE}      - TZ=UTC\n      - $0\n`,
      "PROSODY_LOGLEVEL",
      `${COMPOSE}      - TZ=UTC\n      - PROSODY_LOGLEVEL=\n`,
    ],
    ["a value in a map", `${COMPOSE}      PROSODY_LOGLEVEL: $0\n`, "debug", `${COMPOSE}      PROSODY_LOGLEVEL: debug\n`],
    [
      "a value in quotes",
      `${COMPOSE}      PROSODY_S2S_SECURE_AUTH: "$0"\n`,
      "0",
      `${COMPOSE}      PROSODY_S2S_SECURE_AUTH: "0"\n`,
    ],
    [
      "an item",
      `${COMPOSE}      - PROSODY_ENABLE_MODULES=mam,$0\n`,
      "websocket",
      `${COMPOSE}      - PROSODY_ENABLE_MODULES=mam,websocket\n`,
    ],
    [
      "a host that an address names",
      `${COMPOSE}      PROSODY_ADMINS: a@x.example\n      PROSODY_VIRTUAL_HOSTS: $0\n`,
      "x.example",
      `${COMPOSE}      PROSODY_ADMINS: a@x.example\n      PROSODY_VIRTUAL_HOSTS: x.example\n`,
    ],
    [
      "a component's module",
      `${COMPOSE}      PROSODY_COMPONENTS: "a.b:$0"\n`,
      "muc",
      `${COMPOSE}      PROSODY_COMPONENTS: "a.b:muc"\n`,
    ],
    [
      "a name in a manifest",
      `${POD}        - name: PRO$0\n          value: x\n`,
      "PROSODY_LOGLEVEL",
      `${POD}        - name: PROSODY_LOGLEVEL\n          value: x\n`,
    ],
    [
      "a value in a manifest",
      `${POD}        - name: PROSODY_LOGLEVEL\n          value: de$0\n`,
      "debug",
      `${POD}        - name: PROSODY_LOGLEVEL\n          value: debug\n`,
    ],
    [
      "a name in a Dockerfile",
      "FROM prosodyim/prosody:13.0\nENV A=b PRO$0\n",
      "PROSODY_LOGLEVEL",
      "FROM prosodyim/prosody:13.0\nENV A=b PROSODY_LOGLEVEL=\n",
    ],
    [
      "a value in a Dockerfile",
      "FROM prosodyim/prosody:13.0\nENV PROSODY_LOGLEVEL=$0\n",
      "debug",
      "FROM prosodyim/prosody:13.0\nENV PROSODY_LOGLEVEL=debug\n",
    ],
    [
      "a name in a unit",
      "[Container]\nImage=prosodyim/prosody:13.0\nEnvironment=PRO$0\n",
      "PROSODY_LOGLEVEL",
      "[Container]\nImage=prosodyim/prosody:13.0\nEnvironment=PROSODY_LOGLEVEL=\n",
    ],
    [
      "a name on a command line",
      "docker run -e PRO$0 prosodyim/prosody\n",
      "PROSODY_LOGLEVEL",
      "docker run -e PROSODY_LOGLEVEL= prosodyim/prosody\n",
    ],
    [
      "a value on a command line",
      'docker run -e "PROSODY_LOGLEVEL=$0" prosodyim/prosody\n',
      "debug",
      'docker run -e "PROSODY_LOGLEVEL=debug" prosodyim/prosody\n',
    ],
  ])("%s", (_name, source, label, after) => {
    expect(completed(source, label)).toBe(after);
  });

  test.each([
    ["outside of the environment", `${COMPOSE}      TZ: UTC\n    PRO$0\n`],
    ["of another image", "services:\n  a:\n    image: jitsi/prosody\n    environment:\n      PROSODY_A$0\n"],
    ["that is given already", `${COMPOSE}      PROSODY_LOGLEVEL: info\n      PRO$0\n`],
    ["among the ports", `${COMPOSE}      TZ: UTC\n    ports:\n      - $0\n`],
  ])("no name %s", (_name, source) => {
    expect(completed(source, "PROSODY_LOGLEVEL")).toBeUndefined();
  });
});
