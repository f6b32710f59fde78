// The rules for containers, each with its cases: what they report, what they leave alone, and what their fixes make of it.

import { describe, expect, test } from "vitest";
import * as containerRules from "../../../server/src/core/rules/container/index.ts";
import { closedPort } from "../../../server/src/core/rules/container/closed-port.ts";
import { loopbackPort } from "../../../server/src/core/rules/container/loopback-port.ts";
import { missingDataVolume } from "../../../server/src/core/rules/container/missing-data-volume.ts";
import { outdatedImage } from "../../../server/src/core/rules/container/outdated-image.ts";
import { pointlessVariables } from "../../../server/src/core/rules/container/pointless-variables.ts";
import { literalQuotes } from "../../../server/src/core/rules/container/literal-quotes.ts";
import { randomHostName } from "../../../server/src/core/rules/container/random-host-name.ts";
import { rootOwnedBindMount } from "../../../server/src/core/rules/container/root-owned-bind-mount.ts";
import { secretInPlainText } from "../../../server/src/core/rules/container/secret-in-plain-text.ts";
import { unpinnedImage } from "../../../server/src/core/rules/container/unpinned-image.ts";
import { unquotedValue } from "../../../server/src/core/rules/container/unquoted-value.ts";
import { unreadMount } from "../../../server/src/core/rules/container/unread-mount.ts";
import { wrongCommand } from "../../../server/src/core/rules/container/wrong-command.ts";
import type { ContainerRule } from "../../../server/src/core/rules/rule.ts";
import { checkRule, findingsOf } from "../../support/rules.ts";
import type { RuleCase } from "../../support/rules.ts";

function suite(rule: ContainerRule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    test.each(cases.map((one) => ({ ...one })))("$name", (one) => {
      checkRule(rule, one);
    });
  });
}

/** A service of the image with these lines. */
const service = (...lines: readonly string[]): string =>
  ["services:", "  xmpp:", "    image: prosodyim/prosody:13.0", ...lines.map((line) => `    ${line}`), ""].join("\n");

suite(outdatedImage, [
  {
    name: "with registry and digest",
    file: `services:
  xmpp:
    image: docker.io/prosody/prosody:13.0@sha256:00
#                    ^^^^^^^^^^^^^^^ warning: prosodyim/prosody
`,
    fixes: ["Change to `prosodyim/prosody` (unsafe)"],
    fixed: "services:\n  xmpp:\n    image: docker.io/prosodyim/prosody:13.0@sha256:00\n",
  },
  {
    name: "a tag from elsewhere",
    file: 'services:\n  xmpp:\n    image: "prosody/prosody:${TAG:-13.0}"\n#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning\n',
  },
  {
    name: "a stage that builds on another is said once",
    file: "FROM prosody/prosody:13.0 AS a\n#    ^^^^^^^^^^^^^^^ warning\nFROM a\n",
    fixes: ["Change to `prosodyim/prosody` (unsafe)"],
  },
  { name: "another registry's", file: "FROM ghcr.io/prosody/prosody:1\n" },
  { name: "built here", file: "services:\n  xmpp:\n    build: .\n    image: prosody/prosody:own\n" },
]);

suite(unpinnedImage, [
  {
    name: "no tag",
    file: "docker run -p 5222:5222 prosodyim/prosody\n#                       ^^^^^^^^^^^^^^^^^ information\n",
    fixes: ["Use `:13.0` (unsafe)"],
    fixed: "docker run -p 5222:5222 prosodyim/prosody:13.0\n",
  },
  {
    name: "a registry with a port",
    file: "FROM localhost:5000/prosodyim/prosody\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information\n",
    fixes: ["Use `:13.0` (unsafe)"],
  },
  { name: "a digest", file: "FROM prosodyim/prosody@sha256:00\n" },
  { name: "a tag by an argument", file: "ARG V=13.0\nFROM prosodyim/prosody:${V}\n" },
]);

suite(closedPort, [
  {
    name: "80, 443, 5280 and a range",
    file: service(
      "ports:",
      "  - 80:80",
      "#   ^^^^^ warning: 5280",
      '  - "127.0.0.1:443:443/tcp"',
      "#   ^^^^^^^^^^^^^^^^^^^^^^^ warning: 5281",
      "  - { target: 5280, published: 8080 }",
      "#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: bosh",
      "  - 5222-5223:5222-5223",
      "  - 5269",
    ),
  },
  { name: "UDP", file: service("ports: [5222:5222/udp]", "#       ^^^^^^^^^^^^^ warning: TCP") },
  {
    name: "a module that brings HTTP",
    file: service("environment: { PROSODY_COMPONENTS: 'up.example.com:http_file_share' }", "ports: [5281:5281]"),
  },
  {
    name: "a community module",
    file: service("environment: { PROSODY_ENABLE_MODULES: http_upload_external }", "ports: [5281:5281]"),
  },
  { name: "modules from elsewhere", file: service("environment: { PROSODY_ENABLE_MODULES: '${M}' }", "ports: [5281:5281]") },
  { name: "an env file that is not known", file: service("env_file: a.env", "ports: [5281:5281]") },
  {
    name: "an env file",
    file: `--- compose.yaml\n${service("env_file: a.env", "ports: [5281:5281]", "#       ^^^^^^^^^ warning")}--- a.env\nPROSODY_LOGLEVEL=info\n`,
  },
  {
    name: "an env file that opens the port",
    file: `--- compose.yaml\n${service("env_file: a.env", "ports: [5281:5281]")}--- a.env\nPROSODY_ENABLE_MODULES="bosh"\n`,
  },
  {
    name: "an env file that docker reads otherwise",
    file: `--- compose.yaml\n${service("env_file: [{ path: a.env, format: raw }]", "ports: [5281:5281]")}--- a.env\nPROSODY_ENABLE_MODULES="bosh"\n`,
  },
  {
    name: "one of two env files that is not known",
    file: `--- compose.yaml\n${service("env_file: [a.env, b.env]", "ports: [5281:5281]")}--- a.env\nPROSODY_LOGLEVEL=info\n`,
  },
  {
    name: "an env file that is chosen elsewhere",
    file: service('env_file: "${FILE}"', "ports: [5281:5281]"),
  },
  {
    name: "an env file that Compose refuses",
    file: `--- compose.yaml\n${service("env_file: a.env", "ports: [5281:5281]")}--- a.env\nA B=c\n`,
  },
  {
    name: "the environment counts more than an env file",
    file: `--- compose.yaml\n${service("env_file: a.env", "environment: { PROSODY_ENABLE_MODULES: mam }", "ports: [5281:5281]", "#       ^^^^^^^^^ warning")}--- a.env\nPROSODY_ENABLE_MODULES=bosh\n`,
  },
  {
    name: "a service of another file that is not known",
    file: service("extends: { file: a.yaml, service: b }", "ports: [5281:5281]"),
  },
  { name: "the machine's network", file: service("network_mode: host", "ports: [5281:5281]") },
  {
    name: "certificates are no configuration",
    file: service("volumes: ['./c:/etc/prosody/certs']", "ports: [5281:5281]", "#       ^^^^^^^^^ warning"),
  },
  { name: "one command", file: service("command: check dns", "ports: [5281:5281]") },
]);

suite(closedPort, [
  {
    name: "a service that it extends, in the same file",
    file: `--- compose.yaml\n${service("ports: [5281:5281]")}  other:\n    extends: p\n    environment: { PROSODY_ENABLE_MODULES: bosh }\n    ports: [5280:5281]\n`.replace(
      "ports: [5281:5281]\n",
      "ports: [5281:5281]\n#           ^^^^^^^^^ warning\n",
    ),
  },
  {
    name: "a service that it extends, in another file",
    file: `--- compose.yaml
services:
  p:
    extends: { file: base/compose.yaml, service: base }
    environment: { PROSODY_LOGLEVEL: info }
    ports: [5281:5281]
#           ^^^^^^^^^ warning
  q:
    extends: { file: base/compose.yaml, service: web }
    ports: [5281:5281]
--- base/compose.yaml
services:
  base:
    image: prosodyim/prosody:13.0
  web:
    extends: base
    env_file: web.env
--- base/web.env
PROSODY_ENABLE_MODULES=bosh
`,
  },
  {
    name: "services that extend each other",
    file: "--- compose.yaml\nservices:\n  a:\n    image: prosodyim/prosody:13.0\n    extends: b\n    ports: [5281:5281]\n  b:\n    extends: a\n",
  },
  {
    name: "the override file opens it",
    file: `--- compose.yaml\n${service("ports: [5281:5281]")}--- compose.override.yaml\nservices:\n  xmpp:\n    environment: { PROSODY_ENABLE_MODULES: bosh }\n`,
  },
  {
    name: "the override file publishes it",
    file: `--- docker-compose.yml\n${service("environment: { PROSODY_LOGLEVEL: info }")}--- docker-compose.override.yml\nservices:\n  xmpp:\n    environment: { PROSODY_ADMINS: a@b.example }\n    ports: [5281:5281]\n#           ^^^^^^^^^ warning\n`,
  },
  {
    name: "another file beside it is not read by itself",
    file: `--- compose.yaml\n${service("ports: [5281:5281]", "#       ^^^^^^^^^ warning")}--- compose.prod.yaml\nservices:\n  xmpp:\n    environment: { PROSODY_ENABLE_MODULES: bosh }\n`,
  },
]);

const OWN = "volumes: ['./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro']";
const own = (config: string, marks: string, mount = OWN): string =>
  `--- compose.yaml\n${service(mount, "ports: [5281:5281]", ...(marks === "" ? [] : [`#       ^^^^^^^^^ ${marks}`]))}--- prosody.cfg.lua\n${config}`;

suite(closedPort, [
  { name: "by a configuration of one's own", file: own('VirtualHost "x.example"\n', "warning: configuration that is mounted") },
  { name: "with a folder", file: own('VirtualHost "x.example"\n', "warning", "volumes: ['.:/etc/prosody']") },
  { name: "that has HTTP", file: own('modules_enabled = { "bosh" }\nVirtualHost "x.example"\n', "") },
  { name: "that has it in a host", file: own('VirtualHost "x.example"\nmodules_enabled = { "websocket" }\n', "") },
  { name: "that has a component with it", file: own('Component "up.x.example" "http_file_share"\n', "") },
  { name: "that names the port", file: own("c2s_direct_tls_ports = { 5281 }\n", "") },
  { name: "that names it in a text", file: own('c2s_ports = "5281"\n', "") },
  { name: "that takes ports from elsewhere", file: own("c2s_ports = { ENV_PORT }\n", "") },
  { name: "with a module of somebody's", file: own('modules_enabled = { "http_upload_external" }\n', "") },
  { name: "with a folder of modules", file: own('plugin_paths = { "/x" }\n', "") },
  { name: "with an Include of what is not here", file: own('Include "conf.d/*.cfg.lua"\n', "") },
  { name: "with an Include of the container's", file: own('Include "/etc/prosody/prosody.cfg.lua"\n', "") },
  {
    name: "with an Include that has it",
    file: `${own('Include "more.cfg.lua"\n', "", "volumes: ['.:/etc/prosody']")}--- more.cfg.lua\nmodules_enabled = { "bosh" }\n`,
  },
  {
    name: "with an Include that has it not",
    file: `${own('Include "more.cfg.lua"\n', "warning", "volumes: ['.:/etc/prosody']")}--- more.cfg.lua\nlog = "x"\n`,
  },
  { name: "that is not understood", file: own("modules_enabled = {\n", "") },
  {
    name: "of which another part is mounted",
    file: own("log = 'x'\n", "", "volumes: ['.:/etc/prosody', './m:/etc/prosody/modules']"),
  },
  { name: "that is not here", file: service(OWN, "ports: [5281:5281]") },
]);

suite(loopbackPort, [
  {
    name: "of a configuration of one's own nothing is said",
    file: `--- compose.yaml\n${service(OWN, "ports: [5280:5280]")}--- prosody.cfg.lua\nmodules_enabled = { "bosh" }\n`,
  },
  {
    name: "HTTP",
    file: service(
      "environment: [PROSODY_ENABLE_MODULES=bosh]",
      "ports: ['8080:5280', '5281:5281']",
      "#       ^^^^^^^^^^^ warning: http_interfaces",
    ),
  },
  {
    name: "before 0.12 was private",
    version: "13.0",
    file: "docker run -e PROSODY_ENABLE_MODULES=bosh -p 5280:5280 -v ./c:/etc/prosody/conf.d prosodyim/prosody\n",
  },
]);

suite(pointlessVariables, [
  {
    name: "a folder",
    file: service(
      "environment: { PROSODY_ADMINS: a@b.c, PROSODY_LOGLEVEL: info }",
      "#              ^^^^^^^^^^^^^^ information: they have",
      "volumes: ['./c:/etc/prosody:ro']",
    ),
  },
  {
    name: "a volume begins with the image's files",
    file: service("environment: { PROSODY_ADMINS: a@b.c }", "volumes: ['c:/etc/prosody']"),
  },
  { name: "variables of one's own", file: service("environment: { PROSODY_DB_HOST: db }", "volumes: ['./c:/etc/prosody:ro']") },
  { name: "too old", file: "FROM prosody/prosody:0.11\nENV PROSODY_ADMINS=a@b.c\n#   ^^^^^^^^^^^^^^ information: 0.12\n" },
]);

suite(missingDataVolume, [
  {
    name: "a manifest",
    file: "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: xmpp\n#           ^^^^ information\n      image: prosodyim/prosody:13.0\n",
  },
  { name: "a folder above", file: service("volumes: ['./lib:/var/lib']") },
  {
    name: "a file system in memory keeps nothing",
    file: "docker run --tmpfs /var/lib/prosody --mount type=tmpfs,target=/var/lib/prosody prosodyim/prosody:13.0\n#                                                                              ^^^^^^^^^^^^^^^^^^^^^^ information\n",
  },
  { name: "of another container", file: "docker run --volumes-from data prosodyim/prosody:13.0\n" },
  { name: "options from elsewhere", file: "docker run $OPTIONS prosodyim/prosody:13.0\n" },
]);

suite(rootOwnedBindMount, [
  {
    name: "a unit",
    file: "[Container]\nImage=prosodyim/prosody:13.0\nVolume=%h/data:/var/lib/prosody:Z\n#      ^^^^^^^^^^^^^^^^^^^^^^^^^^ hint\n",
  },
  { name: "a user of one's own", file: service("user: '1000'", "volumes: ['./d:/var/lib/prosody']") },
]);

suite(unreadMount, [
  {
    name: "named in the variable",
    file: service("environment: { PROSODY_PLUGIN_PATHS: /usr/lib/prosody-modules }", "volumes: ['./m:/usr/lib/prosody-modules']"),
  },
  { name: "a configuration may read it", file: service("volumes: ['./m:/usr/lib/prosody-modules', './c:/etc/prosody/conf.d']") },
]);

suite(randomHostName, [
  { name: "a service", file: "services:\n  xmpp:\n# ^^^^ warning\n    image: prosodyim/prosody:13.0\n" },
  { name: "a line", file: "docker run prosodyim/prosody:13.0\n#          ^^^^^^^^^^^^^^^^^^^^^^ information\n" },
  { name: "a host name", file: service("hostname: example.com") },
  { name: "given by the environment", file: service("environment: [PROSODY_VIRTUAL_HOSTS]") },
  { name: "other variables in a file", file: service("env_file: [a.env]") },
  { name: "an own configuration", file: service("volumes: ['./c.lua:/etc/prosody/prosody.cfg.lua']") },
  { name: "a Dockerfile says nothing of it", file: "FROM prosodyim/prosody:13.0\nENV PROSODY_LOGLEVEL=info\n" },
]);

suite(wrongCommand, [
  {
    name: "a list",
    file: service("command: [prosodyctl, about]", "#         ^^^^^^^^^^ warning"),
    fixes: ["Leave `prosodyctl` out (safe)"],
  },
  {
    name: "a line",
    file: service("command: prosodyctl about", "#        ^^^^^^^^^^ warning"),
    fixes: ["Leave `prosodyctl` out (safe)"],
    fixed: service("command: about"),
  },
  {
    name: "a shell",
    file: "podman run -it --rm docker.io/prosodyim/prosody:13.0 sh -c 'ls'\n#                                                    ^^ warning: entrypoint\n",
  },
  { name: "another entrypoint", file: "docker run --entrypoint bash prosodyim/prosody:13.0 -c ls\n" },
  { name: "a pipe ends the command", file: "docker run prosodyim/prosody:13.0 | prosodyctl about\n" },
]);

suite(secretInPlainText, [
  { name: "in place of one", file: service("environment: { PROSODY_SQL_PASSWORD: changeme }") },
  { name: "empty", file: service("environment: { PROSODY_TURN_SECRET: '' }") },
  {
    name: "of another service",
    file: "services:\n  a:\n    image: prosodyim/prosody:13.0\n  b:\n    image: x/y\n    environment: { PROSODY_TURN_SECRET: long-random }\n",
  },
]);

suite(literalQuotes, [
  {
    name: "single ones",
    file: service("environment:", "  - PROSODY_ADMINS='a@b.c,d@e.f'", "#                  ^^^^^^^^^^^^^ warning"),
    fixes: ["Remove the quotes (unsafe)"],
    fixed: service("environment:", "  - PROSODY_ADMINS=a@b.c,d@e.f"),
  },
  { name: "a shell takes them away", file: 'docker run -e PROSODY_LOGLEVEL="info" prosodyim/prosody:13.0\n' },
]);

suite(unquotedValue, [
  {
    name: "what depends on the version",
    file: service("environment: { PROSODY_TURN_PORT: 0x1F }", "#                                 ^^^^ warning"),
    fixes: ["Put quotes around it (unsafe)"],
    forced: service('environment: { PROSODY_TURN_PORT: "0x1F" }'),
  },
  { name: "in quotes", file: service("environment: { PROSODY_USE_DANE: 'yes' }") },
  { name: "an item of a list is a text", file: service("environment: [PROSODY_USE_DANE=yes]") },
  { name: "of something else", file: service("environment: { DEBUG: yes }") },
]);

test("services of other images are left alone", () => {
  const text =
    "services:\n  a:\n    image: jitsi/prosody:latest\n    command: bash\n    environment:\n      - PROSODY_ADMINS=\"x\"\n      - PROSODY_TURN_SECRET=abc\n    ports: ['80:80']\n";
  for (const rule of Object.values(containerRules)) expect(findingsOf(rule, text)).toEqual([]);
});
