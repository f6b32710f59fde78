// Ports and mounts in the short forms that all tools share, and in the long one of `--mount`.

import { describe, expect, test } from "vitest";
import type { Container } from "../../../server/src/core/model/container.ts";
import { containersIn } from "../../support/containers.ts";

function unit(...lines: readonly string[]): Container | undefined {
  return containersIn(["[Container]", "Image=prosodyim/prosody:13.0", ...lines, ""].join("\n")).file.containers[0];
}

describe("ports", () => {
  test.each([
    ["5222", { protocol: "tcp", container: { from: 5222, to: 5222 } }],
    ["5222/udp", { protocol: "udp", container: { from: 5222, to: 5222 } }],
    ["5222/UDP", { protocol: "udp", container: { from: 5222, to: 5222 } }],
    ["15222:5222", { protocol: "tcp", host: 15222, container: { from: 5222, to: 5222 } }],
    ["127.0.0.1:15222:5222", { protocol: "tcp", host: 15222, address: "127.0.0.1", container: { from: 5222, to: 5222 } }],
    ["127.0.0.1::5222", { protocol: "tcp", address: "127.0.0.1", container: { from: 5222, to: 5222 } }],
    ["[::1]:1:65535/tcp", { protocol: "tcp", host: 1, address: "[::1]", container: { from: 65535, to: 65535 } }],
    ["5000-5010:6000-6010", { protocol: "tcp", host: 5000, container: { from: 6000, to: 6010 } }],
    ["%i:5222:5222", { protocol: "tcp", host: 5222, container: { from: 5222, to: 5222 } }],
    ["%i:5222", { protocol: "tcp", container: { from: 5222, to: 5222 } }],
    [":1:5222", { protocol: "tcp", host: 1, container: { from: 5222, to: 5222 } }],
  ])("%s", (written, port) => {
    expect(unit(`PublishPort=${written}`)?.ports.map(({ span: _, ...rest }) => rest)).toEqual([port]);
  });

  test.each(["0", "65536", "5-4", "x", "80:x", "[::1]", "5222:%i", "-1", "1-2-3"])("%s is none that is known", (written) => {
    expect(unit(`PublishPort=${written}`)?.ports).toEqual([]);
  });
});

describe("volumes", () => {
  test.each([
    ["/var/lib/prosody", { kind: "volume", target: "/var/lib/prosody", readOnly: false }],
    ["data:/var/lib/prosody/", { kind: "volume", source: "data", target: "/var/lib/prosody", readOnly: false }],
    ["./certs://etc//prosody:z,ro", { kind: "bind", source: "./certs", target: "/etc/prosody", readOnly: true }],
    ["/srv/a:/a:rw", { kind: "bind", source: "/srv/a", target: "/a", readOnly: false }],
    ["~/a:/", { kind: "bind", source: "~/a", target: "/", readOnly: false }],
    ["sub/a:/a", { kind: "bind", source: "sub/a", target: "/a", readOnly: false }],
    ["C:\\data:/a", { kind: "bind", source: "C:\\data", target: "/a", readOnly: false }],
    ["c:/data:/a:ro", { kind: "bind", source: "c:/data", target: "/a", readOnly: true }],
    ["%h/a:/a", { kind: "bind", source: "%h/a", target: "/a", readOnly: false }],
    ["%t/a:/a", { kind: "bind", target: "/a", readOnly: false }],
    [".:/a", { kind: "bind", source: ".", target: "/a", readOnly: false }],
  ])("%s", (written, mount) => {
    expect(unit(`Volume=${written}`)?.mounts.map(({ span: _, ...rest }) => rest)).toEqual([mount]);
  });

  test.each(["data", "data:target", "%i:/a", "a:%h", "C:/data"])("%s is none that is known", (written) => {
    expect(unit(`Volume=${written}`)?.mounts).toEqual([]);
  });
});

describe("mounts", () => {
  test.each([
    ["type=bind,source=./a,target=/a", { kind: "bind", source: "./a", target: "/a", readOnly: false }],
    ["type=bind,src=/a,dst=/b/,readonly", { kind: "bind", source: "/a", target: "/b", readOnly: true }],
    ["source=a,destination=/b,ro=1", { kind: "volume", source: "a", target: "/b", readOnly: true }],
    ["type=volume, source=%i,target=/b,ro=false", { kind: "volume", target: "/b", readOnly: false }],
    ["type=tmpfs,target=/run,readonly=true", { kind: "tmpfs", target: "/run", readOnly: true }],
    ['type=bind,"source=a",source="/a b",target=/a', { kind: "bind", source: "/a b", target: "/a", readOnly: false }],
  ])("%s", (written, mount) => {
    expect(unit(`Mount=${written}`)?.mounts.map(({ span: _, ...rest }) => rest)).toEqual([mount]);
  });

  test.each(["type=image,target=/a", "type=bind,source=/a", "type=bind,target=a", "target=%i"])(
    "%s is none that is known",
    (written) => {
      expect(unit(`Mount=${written}`)?.mounts).toEqual([]);
    },
  );
});

describe("a unit knows all that its container is given", () => {
  test.each([
    ["Volume=data:/a", false],
    ["EnvironmentFile=a.env", false],
    ["EnvironmentFile=%i.env", true],
    ["EnvironmentFile=-", true],
    ["Pod=chat.pod", true],
    ["PodmanArgs=--env A=1", true],
    ["Pod=chat.pod\nPod=", false],
  ])("%j: not: %s", (lines, incomplete) => {
    expect(unit(lines)?.incomplete).toBe(incomplete);
  });
});
