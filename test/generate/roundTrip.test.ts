// What is written can be read again, and says the same: a command line for a shell, a compose file. With hostile values throughout.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromCommand } from "../../server/src/core/convert/fromCommand.ts";
import { fromComposeService } from "../../server/src/core/convert/fromComposeService.ts";
import { variablesToFile } from "../../server/src/core/convert/variablesToFile.ts";
import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { compose } from "../../server/src/core/generate/compose.ts";
import { dockerRun } from "../../server/src/core/generate/dockerRun.ts";
import { renderCommand } from "../../server/src/core/generate/shell/render.ts";
import { parseEnv } from "../../server/src/core/syntax/env/index.ts";
import { answers, normal } from "./arbitraryAnswers.ts";
import { textsOf } from "../../server/src/core/generate/note.ts";

const seed = 20260423;

/** Shells carry no NUL, and what they would not get is another test's business. */
const carried = answers.filter((one) => !JSON.stringify(one).includes("\\u0000"));

function checkSame(found: ReturnType<typeof fromCommand>, expected: ContainerAnswers): void {
  if (!found.ok) throw new Error(found.reason);
  expect(normal(found.answers)).toEqual(normal(expected));
}

test.each(["oneLine", "oneGroupPerLine"] as const)("a command line for POSIX shells, %s", (layout) => {
  fc.assert(
    fc.property(carried, (given) => {
      // A command line knows one kind of env file only.
      const literal: ContainerAnswers = { ...given, envFiles: given.envFiles.map(({ path }) => ({ path, dialect: "literal" })) };
      const line = renderCommand(dockerRun(literal), "sh", layout);
      if (!line.ok) throw new Error(line.reason);
      checkSame(fromCommand(line.text), literal);
    }),
    { seed, numRuns: 400 },
  );
});

test("a compose file", () => {
  fc.assert(
    fc.property(carried, (given) => {
      checkSame(fromComposeService(compose(given).text, given.name ?? "", given.engine), given);
    }),
    { seed, numRuns: 400 },
  );
});

test("variables in an env file, for docker and for Compose", () => {
  fc.assert(
    fc.property(carried, fc.constantFrom("literal" as const, "compose" as const), (given, dialect) => {
      const { answers: rest, envFile } = variablesToFile(given, "x.env", dialect);
      const read = parseEnv(envFile?.text ?? "", dialect === "compose" ? "compose" : given.engine).assignments;
      const found = [...read.map(({ name, value }) => ({ name, value })), ...rest.variables].map(({ name, value }) => [
        name,
        value,
      ]);
      expect(new Map(found as [string, string][])).toEqual(new Map(given.variables.map(({ name, value }) => [name, value])));
      // Compose can hold everything but what its own quotes cannot say.
      if (dialect === "compose")
        expect(rest.variables.filter(({ value }) => value !== undefined && !/[\0-\x08]/.test(value))).toEqual([]);
    }),
    { seed, numRuns: 400 },
  );
});

describe("lines that people paste", () => {
  const checkRead = (text: string, expected: Partial<ContainerAnswers>, notes: readonly RegExp[] = []): void => {
    const found = fromCommand(text);
    if (!found.ok) throw new Error(found.reason);
    expect(found.answers).toMatchObject(expected);
    const told = textsOf(found.notes);
    expect(told.length, told.join("\n")).toBe(notes.length);
    notes.forEach((pattern, i) => expect(told[i]).toMatch(pattern));
  };

  test("short and joined flags, in front of the image only", () => {
    checkRead("docker run -dit -p5222:5222 -e=A=b --rm=false -m=1g img -p 1:1", {
      detach: true,
      remove: false,
      ports: [{ container: 5222 }],
      variables: [{ name: "A", value: "b" }],
      memory: "1g",
      command: ["-p", "1:1"],
      extras: [
        { flag: "--interactive", values: [] },
        { flag: "--tty", values: [] },
      ],
    });
  });

  test("ports", () => {
    checkRead("podman run -p 5000 -p 127.0.0.1::5001 -p [::1]:80:81/udp -p 5222-5223:6222-6223 docker.io/prosodyim/prosody", {
      engine: "podman",
      image: "prosodyim/prosody",
      ports: [
        { container: 5000, host: "random" },
        { container: 5001, host: "random", address: "127.0.0.1" },
        { container: 81, host: 80, address: "::1", protocol: "udp" },
        { container: 6222, host: 5222 },
        { container: 6223, host: 5223 },
      ],
    });
  });

  test("the current folder, in every shell", () => {
    const mounts = [{ kind: "bind" as const, source: "./data", target: "/d", readOnly: true }];
    for (const text of [
      'docker run -v "$(pwd)/data:/d:ro" img',
      "docker run -v $PWD/data:/d:ro img",
      "docker run `\n  -v ${PWD}/data:/d:ro `\n  img",
      "docker run ^\r\n  -v %cd%/data:/d:ro ^\r\n  img",
    ]) {
      checkRead(text, { mounts });
    }
  });

  test("quotes of PowerShell and of the Command Prompt", () => {
    checkRead("docker run `\n -e 'A=it''s' -e \"B=x`\"y\" `\n img", {
      variables: [
        { name: "A", value: "it's" },
        { name: "B", value: 'x"y' },
      ],
    });
    checkRead('docker run ^\n -e "A=say \\"hi\\"" -e B=a^&b ^\n img', {
      variables: [
        { name: "A", value: 'say "hi"' },
        { name: "B", value: "a&b" },
      ],
    });
  });

  test("what is around it", () => {
    checkRead("$ sudo docker container run --name a img # now\n", { name: "a", image: "img" });
    checkRead("docker pull img && docker run img", { image: "img" }, [/Of several commands/]);
    checkRead("docker --context far run img", { image: "img" }, [/stands before/]);
  });

  test("what has no place elsewhere is named, and no value with it", () => {
    checkRead(
      "docker run --gpus s3cret --cidfile x -e A=$B --mount type=bind,src=/a,dst=/b,bind-propagation=rslave img",
      { image: "img" },
      [/\$B/, /bind-propagation/, /--gpus\.$/, /--cidfile/],
    );
  });

  test("what is no such line", () => {
    expect(fromCommand("docker ps")).toMatchObject({ ok: false });
    expect(fromCommand("docker run -e A=b")).toMatchObject({ ok: false, reason: "The command names no image." });
    expect(fromCommand("docker run 'x")).toMatchObject({ ok: false, reason: "A quote in the command has no end." });
  });

  test("never fail, whatever is pasted", () => {
    const piece = fc.constantFrom(
      "docker run",
      " -e ",
      "'",
      '"',
      "\\",
      "`",
      "^",
      "\n",
      "$(",
      "$x",
      "--mount ",
      "-v a:b:c:d",
      "=",
      ",",
      "-p ",
      "img",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const found = fromCommand(pieces.join(""));
        if (found.ok) compose(found.answers);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe("compose files that people have", () => {
  test("long forms, and what is not understood", () => {
    const text = [
      "services:",
      "  xmpp:",
      "    image: prosodyim/prosody:${TAG:-13.0}",
      "    build: .",
      "    ports:",
      "      - 5222:5222",
      "      - { target: 5280, published: 80, host_ip: 127.0.0.1 }",
      "    environment: [A=1, B]",
      "    env_file: [{ path: x.env, format: raw }]",
      "    volumes:",
      "      - { type: bind, source: ./a, target: /a, read_only: true }",
      "    healthcheck: { test: curl -f x, start_interval: 1s }",
      "    networks: { chat: { aliases: [x] } }",
    ].join("\n");
    const found = fromComposeService(text, "xmpp", "docker");
    if (!found.ok) throw new Error(found.reason);
    expect(found.answers).toMatchObject({
      image: "prosodyim/prosody:${TAG:-13.0}",
      ports: [{ container: 5222 }, { container: 5280, host: 80, address: "127.0.0.1" }],
      variables: [{ name: "A", value: "1" }, { name: "B" }],
      envFiles: [{ path: "x.env", dialect: "literal" }],
      mounts: [{ kind: "bind", source: "./a", target: "/a", readOnly: true }],
      healthCheck: { kind: "check", test: { shell: "curl -f x" } },
      networks: ["chat"],
    });
    expect(textsOf(found.notes)).toEqual([
      "Not taken over, since it has no counterpart: build, healthcheck.start_interval.",
      "Compose would put in variables of its own environment; where it would, the text stands as it is written.",
    ]);
  });

  test("are read without failing, whatever they are", () => {
    for (const text of [
      "",
      "a: b",
      "services: [1]",
      "services: {x: null}",
      "services: {x: {image: 1, ports: {a: b}, volumes: 3, environment: 7}}",
      "{".repeat(500),
      "&a [*a, *a]",
    ]) {
      const found = fromComposeService(text, "x", "docker");
      if (found.ok) dockerRun(found.answers);
    }
  });
});
