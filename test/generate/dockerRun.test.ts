// The command that starts the image: its words, and what the user is told about it.

import { expect, test } from "vitest";
import { dockerRun } from "../../server/src/core/generate/dockerRun.ts";
import { administration, checkBeforehand } from "../../server/src/core/generate/existingContainer.ts";
import { answersFor } from "../../server/src/core/generate/presets.ts";
import { PLAIN_FACTS, checkDockerRun } from "../support/dockerRun.ts";

test("the plain command", () => {
  checkDockerRun(
    {},
    {
      command:
        "docker run --detach --restart unless-stopped --name prosody --env-file .env --publish 5222:5222 --publish 5269:5269 " +
        "--volume prosody-data:/var/lib/prosody prosodyim/prosody:13.0",
      notes: [],
    },
  );
});

test("the command for years", () => {
  const words = dockerRun(answersFor(PLAIN_FACTS, "production"));
  expect(words.slice(7)).toEqual([
    ["--volume", "prosody-data:/var/lib/prosody"],
    ["--volume", "./certs:/etc/prosody/certs:ro"],
    ["--memory", "512m"],
    ["--health-cmd", "bash -c '</dev/tcp/127.0.0.1/5222'"],
    ["--health-interval", "1m", "--health-timeout", "5s", "--health-start-period", "30s", "--health-retries", "3"],
    ["--log-opt", "max-size=10m"],
    ["--log-opt", "max-file=3"],
    ["--security-opt", "no-new-privileges"],
    ["prosodyim/prosody:13.0"],
  ]);
  // The journal of podman has an end.
  checkDockerRun({ engine: "podman" }, { without: ["--log-opt"] }, "production");
  checkDockerRun(
    { healthCheck: false, memory: "1g", certificates: false },
    { words: ["1g"], without: ["--health-cmd"] },
    "production",
  );
});

test("the image of each version, with the registry for podman", () => {
  checkDockerRun({ facts: { version: "0.12" } }, { words: ["prosodyim/prosody:0.12"] });
  checkDockerRun({ facts: { version: "trunk" } }, { words: ["prosodyim/prosody:trunk"] });
  checkDockerRun({ tag: "13.0.2" }, { words: ["prosodyim/prosody:13.0.2"] });
  checkDockerRun({ engine: "podman" }, { words: ["podman", "run", "docker.io/prosodyim/prosody:13.0"], without: ["docker"] });
});

test("name, host name, restart policy, foreground, network, users", () => {
  checkDockerRun({ name: "xmpp", hostname: "chat.example" }, { words: ["--name", "xmpp", "--hostname", "chat.example"] });
  checkDockerRun({ restart: "always" }, { words: ["--detach", "--restart", "always"], without: ["--rm"] });
  checkDockerRun({ detach: false }, { words: ["--rm"], without: ["--detach", "--restart"] });
  checkDockerRun({ detach: false, restart: "on-failure" }, { words: ["--restart", "on-failure"], without: ["--rm"] });
  checkDockerRun({ network: "xmpp" }, { words: ["--network", "xmpp"], notes: [/`docker network create xmpp`/] });
  checkDockerRun({ network: "host" }, { words: ["--network", "host"], notes: [/listens on the machine itself/] });
  checkDockerRun({ user: "1000" }, { words: ["--user", "1000"], notes: [/starts as root/] });
  checkDockerRun({ user: "0:0", userNamespace: "keep-id" }, { words: ["--userns", "keep-id"], notes: [] });
});

test("ports", () => {
  checkDockerRun(
    {
      ports: [
        { container: 5222, host: 15222 },
        { container: 5280, address: "127.0.0.1" },
        { container: 5281, address: "::1", protocol: "tcp" },
        { container: 3478, protocol: "udp" },
        { container: 5000, host: "random" },
        { container: 5001, host: "random", address: "127.0.0.1" },
        { container: 70000 },
        { container: 1, host: 0 },
      ],
    },
    {
      words: ["15222:5222", "127.0.0.1:5280:5280", "[::1]:5281:5281", "3478:3478/udp", "5000", "127.0.0.1::5001"],
      without: ["70000:70000", "0:1"],
    },
  );
});

test("mounts", () => {
  const target = "/etc/prosody";
  const own = (path: string, kind: "file" | "folder" = "folder") => ({ facts: { config: { path, kind } } });
  checkDockerRun(own("./prosody"), { words: ["--volume", "--volume", `./prosody:${target}:ro`] });
  checkDockerRun(own("prosody"), { words: [`./prosody:${target}:ro`] });
  checkDockerRun(own("my.cfg.lua", "file"), { words: [`./my.cfg.lua:${target}/prosody.cfg.lua:ro`] });
  checkDockerRun(own("C:\\my conf"), { words: [`C:\\my conf:${target}:ro`], without: ["--mount"] });
  checkDockerRun(own("/srv/a:b"), { words: ["--mount", `type=bind,source=/srv/a:b,target=${target},readonly`] });
  checkDockerRun(own('/srv/a:"b",c'), { words: [`type=bind,"source=/srv/a:""b"",c",target=${target},readonly`] });
  checkDockerRun({ ...own("conf"), readOnlyConfig: false }, { words: [`./conf:${target}`] });
  checkDockerRun({ certificates: "certs" }, { words: ["./certs:/etc/prosody/certs:ro"] });
  checkDockerRun({ certificates: "c", facts: { certificatesAt: "/x" } }, { words: ["./c:/x:ro"] });
  checkDockerRun({ facts: { modulesAt: "/m" } }, { words: ["./modules:/m:ro"] });
  checkDockerRun({ extraConfig: "conf.d" }, { words: ["./conf.d:/etc/prosody/conf.d:ro"] });
  checkDockerRun({ data: "xmpp" }, { words: ["xmpp:/var/lib/prosody"] });
  checkDockerRun({ data: "./data" }, { words: ["./data:/var/lib/prosody"], notes: [/must not belong to root/] });
});

test("notes", () => {
  const envFile = (...names: readonly string[]) => ({
    facts: { envFile: { path: ".env", dialect: "any" as const, names: ["PROSODY_CERTIFICATES", ...names] } },
  });
  checkDockerRun(envFile(), { notes: [/PROSODY_VIRTUAL_HOSTS is not set/] });
  checkDockerRun({ ...envFile(), hostname: "chat.example" }, { notes: [] });
  checkDockerRun(envFile("PROSODY_VIRTUAL_HOSTS", "LOCAL", "DOMAIN", "PASSWORD"), { notes: [/registered again/] });
  checkDockerRun(
    { facts: { envFile: { path: ".env", dialect: "any", names: ["PROSODY_VIRTUAL_HOSTS"] } } },
    { notes: [/TLS needs certificates/] },
  );
  const config = { path: "conf", kind: "folder" as const };
  checkDockerRun({ facts: { config } }, { notes: [/have no effect unless/, /Make sure/] });
  checkDockerRun({ facts: { config }, certificates: "certs" }, { notes: [/no effect/, /needs `certs`/, /Make sure/] });
  checkDockerRun(
    {
      facts: {
        notes: [
          { id: "port-on-loopback", text: "P." },
          { id: "port-of-components", text: "D." },
        ],
      },
    },
    { notes: [/^P\.$/, /^D\.$/] },
  );
});

test("administering the container", () => {
  const line = (groups: readonly (readonly string[])[]): string => groups.flat().join(" ");
  const lines = administration("docker", { kind: "container", name: "xmpp" }).map(({ groups }) => line(groups));
  expect(lines).toContain("docker exec xmpp prosodyctl check config");
  expect(lines).toContain("docker exec -it xmpp prosodyctl adduser user@example.com");
  expect(line(checkBeforehand(answersFor(PLAIN_FACTS, "simple", { certificates: "certs" })).groups)).toBe(
    "docker run --rm --env-file .env --volume ./certs:/etc/prosody/certs:ro prosodyim/prosody:13.0 check config",
  );
});
