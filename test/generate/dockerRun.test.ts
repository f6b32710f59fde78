// The command that starts the image: its words, and what the user is told about it.

import { test } from "vitest";
import { checkDockerRun } from "../support/dockerRun.ts";

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

test("the image of each version, with the registry for podman", () => {
  checkDockerRun({ version: "0.12" }, { words: ["prosodyim/prosody:0.12"] });
  checkDockerRun({ version: "trunk" }, { words: ["prosodyim/prosody:trunk"] });
  checkDockerRun({ engine: "podman" }, { words: ["podman", "run", "docker.io/prosodyim/prosody:13.0"], without: ["docker"] });
});

test("name, host name, restart policy, foreground", () => {
  checkDockerRun({ name: "xmpp", hostname: "chat.example" }, { words: ["--name", "xmpp", "--hostname", "chat.example"] });
  checkDockerRun({ restart: "always" }, { words: ["--detach", "--restart", "always"], without: ["--rm"] });
  checkDockerRun({ detach: false }, { words: ["--rm"], without: ["--detach", "--restart"] });
  checkDockerRun({ detach: false, restart: "on-failure" }, { words: ["--restart", "on-failure"], without: ["--rm"] });
});

test("ports", () => {
  checkDockerRun(
    {
      ports: [
        { container: 5222, host: 15222 },
        { container: 5280, address: "127.0.0.1" },
        { container: 5281, address: "::1", protocol: "tcp" },
        { container: 3478, protocol: "udp" },
        { container: 70000 },
        { container: 1, host: 0 },
      ],
    },
    {
      words: ["15222:5222", "127.0.0.1:5280:5280", "[::1]:5281:5281", "3478:3478/udp"],
      without: ["70000:70000"],
      notes: [/outside 1 to 65535/],
    },
  );
});

test("mounts", () => {
  const target = "/etc/prosody";
  checkDockerRun({ config: { path: "./prosody" } }, { words: ["--volume", "--volume", `./prosody:${target}:ro`] });
  checkDockerRun({ config: { path: "prosody" } }, { words: [`./prosody:${target}:ro`] });
  checkDockerRun({ config: { path: "my.cfg.lua" } }, { words: [`./my.cfg.lua:${target}/prosody.cfg.lua:ro`] });
  checkDockerRun({ config: { path: "/srv/x.lua", kind: "folder" } }, { words: [`/srv/x.lua:${target}:ro`] });
  checkDockerRun({ config: { path: "C:\\my conf" } }, { words: [`C:\\my conf:${target}:ro`], without: ["--mount"] });
  checkDockerRun({ config: { path: "/srv/a:b" } }, { words: ["--mount", `type=bind,source=/srv/a:b,target=${target},readonly`] });
  checkDockerRun(
    { config: { path: '/srv/a:"b",c' } },
    { words: [`type=bind,"source=/srv/a:""b"",c",target=${target},readonly`] },
  );
  checkDockerRun({ certificates: "certs" }, { words: ["./certs:/etc/prosody/certs:ro"] });
  checkDockerRun({ dataVolume: "xmpp" }, { words: ["xmpp:/var/lib/prosody"] });
  checkDockerRun({ dataVolume: "./data" }, { words: ["./data:/var/lib/prosody"], notes: [/must not belong to root/] });
});

test("notes", () => {
  const envFile = (...names: readonly string[]) => ({ envFile: { path: ".env", names: ["PROSODY_CERTIFICATES", ...names] } });
  checkDockerRun(envFile(), { notes: [/PROSODY_VIRTUAL_HOSTS is not set/] });
  checkDockerRun({ ...envFile(), hostname: "chat.example" }, { notes: [] });
  checkDockerRun(envFile("PROSODY_VIRTUAL_HOSTS", "LOCAL", "DOMAIN", "PASSWORD"), { notes: [/registered again/] });
  checkDockerRun({ envFile: { path: ".env", names: ["PROSODY_VIRTUAL_HOSTS"] } }, { notes: [/TLS needs certificates/] });
  checkDockerRun({ config: { path: "conf" } }, { notes: [/have no effect unless/] });
  checkDockerRun({ config: { path: "conf" }, certificates: "certs" }, { notes: [/no effect/, /folder `certs`/] });
  checkDockerRun(
    {
      portNotes: ["P."],
      envFile: { path: ".env", names: ["PROSODY_VIRTUAL_HOSTS", "PROSODY_CERTIFICATES"], dialectIssues: ["D."] },
    },
    { notes: [/^P\.$/, /^D\.$/] },
  );
});
