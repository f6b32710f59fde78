// One port for two: found in every form, before anything is written.

import { describe, expect, test } from "vitest";
import { fromCommand } from "../../server/src/core/convert/fromCommand.ts";
import { fromComposeService } from "../../server/src/core/convert/fromComposeService.ts";
import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { kubernetes } from "../../server/src/core/generate/kubernetes.ts";
import type { Form } from "../../server/src/core/generate/forms.ts";
import { portProblem } from "../../server/src/core/generate/ports.ts";

const FORMS: readonly Form[] = ["command", "compose", "quadlet", "kubernetes"];

function published(...ports: readonly string[]): ContainerAnswers {
  const found = fromCommand(`docker run ${ports.map((port) => `-p ${port}`).join(" ")} prosodyim/prosody:13.0`);
  if (!found.ok) throw new Error(found.reason);
  return found.answers;
}

/** In which forms they clash. */
const clashes = (...ports: readonly string[]): readonly Form[] =>
  FORMS.filter((form) => portProblem(published(...ports), form) !== undefined);

describe("ports", () => {
  test.each([
    ["of different numbers", ["5222:5222", "5269:5269"]],
    ["of one number inside, and two outside", ["5222:5222", "15222:5222"]],
    ["that are free to choose", ["5222", "5222"]],
    ["of two protocols", ["5222:5222", "5222:5222/udp"]],
  ])("%s do not clash", (_, ports) => {
    expect(clashes(...ports)).toEqual([]);
  });

  test.each([
    ["one number for two", ["80:5280", "80:5281"]],
    ["everybody and one address", ["80:5280", "192.0.2.1:80:5281"]],
    ["all of IPv4 and one of it", ["0.0.0.0:80:5280", "192.0.2.1:80:5281"]],
    ["a range", ["5000-5010:5000-5010", "5005:5222"]],
  ])("clash: %s", (_, ports) => {
    expect(clashes(...ports)).toEqual(FORMS);
  });

  test("two addresses can have the same one, but a service in Kubernetes has none", () => {
    expect(clashes("192.0.2.1:80:5280", "192.0.2.2:80:5281")).toEqual(["kubernetes"]);
    expect(clashes("192.0.2.1:80:5280", "192.0.2.2:80:5280")).toEqual([]);
    expect(clashes("[::1]:80:5280", "127.0.0.1:80:5280")).toEqual([]);
    expect(clashes("0.0.0.0:80:5280", "[::]:80:5280")).toEqual([]);
  });

  test("are told in words", () => {
    const compose = "services:\n  a:\n    image: prosodyim/prosody:13.0\n    ports: ['80:5280', '80:5281']\n";
    const found = fromComposeService(compose, "a", "docker");
    if (!found.ok) throw new Error(found.reason);
    expect(portProblem(found.answers, "command")).toBe(
      "Port 80 of this machine is published twice, and only one of the two can have it. Take one out, or give it another number.",
    );
  });

  test("of a service in Kubernetes have names of their own", () => {
    const { text } = kubernetes(published("5222:5222", "15222:5222", "127.0.0.1:5280:5280"));
    const names = [...text.matchAll(/name: (port-\S+)/g)].map(([, name]) => name);
    expect(names).toEqual(["port-5222", "port-15222", "port-5280"]);
    expect(text.match(/containerPort: 5222\b/g)).toHaveLength(1);
  });
});
