// `prosody-config compose`, `quadlet` and `k8s`, and what all commands for containers have in common: options, files, the way back.

import { describe, expect, test } from "vitest";
import { parseAllDocuments, parse } from "yaml";
import { answersFor } from "../../server/src/core/generate/presets.ts";
import { quadlet } from "../../server/src/core/generate/quadlet.ts";
import { SECRET, checkCli } from "./checkCli.ts";
import { textsOf } from "../../server/src/core/generate/note.ts";

const ENV = `PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_ENABLE_MODULES=bosh\nPROSODY_SQL_PASSWORD=${SECRET}\n`;
const files = { "prosody.env": ENV };

interface Made {
  readonly text: string;
  readonly notes: readonly string[];
}

async function checkMade(args: readonly string[], given: Readonly<Record<string, string>> = files): Promise<Made> {
  const { code, stdout, stderr } = await checkCli([...args, "--json"], { files: given });
  expect([code, stderr]).toEqual([0, ""]);
  const made = JSON.parse(stdout) as Made;
  expect(Object.keys(made)).toEqual(["text", "notes"]);
  return made;
}

describe("forms", () => {
  test("a compose file", async () => {
    const { text } = await checkMade([
      "compose",
      "prosody.env",
      "--publish",
      "15222:5222",
      "--publish",
      "127.0.0.1:5280:5280",
      "--memory",
      "256m",
    ]);
    const { services, volumes } = parse(text) as { services: Record<string, object>; volumes: object };
    expect(services["prosody"]).toEqual({
      image: "prosodyim/prosody:13.0",
      container_name: "prosody",
      restart: "unless-stopped",
      env_file: ["prosody.env"],
      ports: ["15222:5222", "127.0.0.1:5280:5280"],
      volumes: ["prosody-data:/var/lib/prosody"],
      mem_limit: "256m",
    });
    expect(volumes).toEqual({ "prosody-data": { name: "prosody-data" } });
  });

  test("a compose file for an env file that docker is to read", async () => {
    const quoted = { "prosody.env": 'PROSODY_VIRTUAL_HOSTS="example.com"\n' };
    expect((await checkMade(["compose", "prosody.env"], quoted)).text).toContain("- prosody.env\n");
    const raw = await checkMade(["compose", "prosody.env", "--env-dialect", "docker"], quoted);
    expect(raw.text).toContain("format: raw");
    expect(raw.notes.join("\n")).toContain("Docker Compose 2.30");
  });

  test("a Quadlet unit", async () => {
    const { text, notes } = await checkMade(["quadlet", "prosody.env", "--name", "xmpp", "--no-publish"]);
    expect(text).toContain("\n[Container]\nImage=docker.io/prosodyim/prosody:13.0\nContainerName=xmpp\nEnvironmentFile=");
    expect(text).toMatch(/\nVolume=prosody-data:/);
    expect(text).not.toContain("PublishPort");
    expect(notes[notes.findIndex((note) => note.includes("xmpp.container"))]).toContain("systemctl");
  });

  test("a Quadlet unit for somebody who does not know the folder names what to adapt", () => {
    const answers = answersFor(
      { version: "13.0", envFile: { path: "ct/.env", dialect: "any", names: [] }, ports: [] },
      "production",
    );
    expect(textsOf(quadlet(answers).notes).join("\n")).toContain("podman takes ct/.env and ./certs from the folder of the unit");
    const whole = { ...answers, envFiles: [{ path: "/srv/.env", dialect: "any" as const }], mounts: [] };
    expect(quadlet(whole).notes).toHaveLength(1);
  });

  test.runIf(process.platform !== "win32")("a Quadlet unit has whole paths, as it is saved elsewhere", async () => {
    const { text, notes } = await checkMade(["quadlet", "container/.env", "--certs", "certs", "--data", "~/data"], {
      "container/.env": ENV,
    });
    expect(text).toMatch(/^EnvironmentFile=\/.*\/container\/\.env$/m);
    expect(text).toMatch(/^Volume=\/.*\/certs:\/etc\/prosody\/certs:ro$/m);
    expect(text).toMatch(/^Volume=~\/data:/m);
    expect(notes.join("\n")).not.toContain("elative path");
  });

  test("a compose file that is written elsewhere has its paths from there on", async () => {
    const { kept } = await checkCli(["compose", "ct/.env", "--certs", "certs", "-o", "ct/compose.yaml"], {
      files: { "ct/.env": ENV },
      keeps: ["ct/compose.yaml"],
    });
    const { services } = parse(kept["ct/compose.yaml"] ?? "") as { services: Record<string, object> };
    expect(services["prosody"]).toMatchObject({
      env_file: [".env"],
      volumes: ["prosody-data:/var/lib/prosody", "../certs:/etc/prosody/certs:ro"],
    });
  });

  test("a Kubernetes manifest", async () => {
    const { text, notes } = await checkMade(["k8s", "prosody.env", "--preset", "production"]);
    const kinds = parseAllDocuments(text).map((document) => (document.toJS() as { kind: string }).kind);
    expect(kinds).toEqual(["PersistentVolumeClaim", "Deployment", "Service", "Service"]);
    expect(notes.join("\n")).toContain("kubectl create secret generic prosody-env --from-env-file=prosody.env");
  });
});

describe("files", () => {
  test("are written, but never over another one", async () => {
    const fresh = await checkCli(["compose", "prosody.env", "-o", "compose.yaml"], { files, keeps: ["compose.yaml"] });
    expect([fresh.code, fresh.stdout]).toEqual([0, ""]);
    expect(fresh.kept["compose.yaml"]).toContain("services:");
    const there = { ...files, "compose.yaml": "mine\n" };
    const refused = await checkCli(["compose", "prosody.env", "-o", "compose.yaml"], { files: there, keeps: ["compose.yaml"] });
    expect([refused.code, refused.kept["compose.yaml"]]).toEqual([2, "mine\n"]);
    expect(refused.stderr).toMatch(/compose\.yaml already exists and was not changed\. Use --force to replace it/);
    const forced = await checkCli(["compose", "prosody.env", "-o", "compose.yaml", "--force"], {
      files: there,
      keeps: ["compose.yaml"],
    });
    expect(forced.kept["compose.yaml"]).toContain("services:");
  });

  test("an env file of Compose is copied line by line when that is asked for", async () => {
    const { code, stdout, kept } = await checkCli(["docker-run", ".env", "--literal-env", "docker.env", "--one-line"], {
      files: { ".env": `PROSODY_VIRTUAL_HOSTS="example.com" # ours\nPROSODY_SQL_PASSWORD='${SECRET}'\n` },
      keeps: ["docker.env"],
    });
    expect(code).toBe(0);
    expect(stdout).toContain("--env-file docker.env");
    expect(kept["docker.env"]).toBe(`PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_SQL_PASSWORD=${SECRET}\n`);
  });
});

describe("the way back", () => {
  const line = `docker run -d --name xmpp -p 5222:5222 -e 'PROSODY_SQL_PASSWORD=${SECRET}$x' -v data:/var/lib/prosody prosodyim/prosody:13.0\n`;

  test("from a command to a compose file and an env file", async () => {
    const { code, stdout, kept } = await checkCli(["compose", "--from-command", "run.sh", "--env-output", "prosody.env"], {
      files: { "run.sh": line },
      keeps: ["prosody.env"],
    });
    expect(code).toBe(0);
    expect(kept["prosody.env"]).toBe(`PROSODY_SQL_PASSWORD='${SECRET}$x'\n`);
    const { services } = parse(stdout) as { services: Record<string, object> };
    expect(services["xmpp"]).toEqual({
      image: "prosodyim/prosody:13.0",
      container_name: "xmpp",
      env_file: ["prosody.env"],
      ports: ["5222:5222"],
      volumes: ["data:/var/lib/prosody"],
    });
  });

  test("values are not shown when there is nowhere to put them", async () => {
    const { code, stdout, stderr } = await checkCli(["compose", "--from-command", "-"], { stdin: line });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/--env-output/);
  });

  test("from a compose file to a command", async () => {
    const { code, stdout } = await checkCli(["docker-run", "--from-compose", "compose.yaml", "--one-line", "--shell", "sh"], {
      files: {
        "compose.yaml": "services:\n  xmpp:\n    image: prosodyim/prosody\n    ports: ['5222:5222']\n    hostname: a$$b\n",
      },
    });
    expect([code, stdout]).toEqual([
      0,
      "docker run --detach --name xmpp --hostname 'a$b' --publish 5222:5222 prosodyim/prosody\n",
    ]);
  });
});

describe("paths of a compose file elsewhere", () => {
  const compose =
    "services:\n  x:\n    image: prosodyim/prosody\n    env_file: .env\n    volumes:\n" +
    "      - ./certs:/etc/prosody/certs:ro\n      - data:/var/lib/prosody\n      - ~/m:/a\n      - /srv/m:/b\n      - ../m:/c\n" +
    "      - { type: bind, source: $HOME/m, target: /d }\n";

  test("hold from the current folder on", async () => {
    const { code, stdout } = await checkCli(["docker-run", "--from-compose", "ct/compose.yaml", "--json"], {
      files: { "ct/compose.yaml": compose },
    });
    expect(code).toBe(0);
    const { argv } = JSON.parse(stdout) as { argv: string[] };
    expect(argv[argv.indexOf("--env-file") + 1]).toBe("ct/.env");
    expect(argv.filter((_, i) => argv[i - 1] === "--volume")).toEqual([
      "./ct/certs:/etc/prosody/certs:ro",
      "data:/var/lib/prosody",
      "~/m:/a",
      "/srv/m:/b",
      "./m:/c",
      expect.stringMatching(/^(?!\.\/ct).*\/m:\/d$/),
    ]);
  });

  test("hold from the folder of the new compose file on", async () => {
    const { kept } = await checkCli(["compose", "--from-compose", "ct/compose.yaml", "-o", "ct/new.yaml"], {
      files: { "ct/compose.yaml": compose },
      keeps: ["ct/new.yaml"],
    });
    expect(kept["ct/new.yaml"]).toContain("- .env\n");
    expect(kept["ct/new.yaml"]).toContain("- ./certs:");
  });
});

describe("wrong use", () => {
  test.each([
    ["compose.yaml", /compose\.yaml describes containers, .*: --from-compose reads it/],
    ["ct/docker-compose.prod.yml", /--from-compose/],
    ["prosody.yaml", /--from-compose/],
    ["run.sh", /--from-command/],
    ["Dockerfile", /describes containers/],
    ["prosody.container", /describes containers/],
  ] as const)("%s is no configuration", async (path, message) => {
    for (const command of ["docker-run", "compose", "quadlet", "k8s"]) {
      const { code, stdout, stderr } = await checkCli([command, path], { files: { [path]: "services: {}\n" } });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
    }
  });

  test.each([
    [["compose"], /give an env file or a configuration/],
    [["compose", "prosody.env", "--publish", "x"], /A port is given as/],
    [["quadlet", "prosody.env", "--memory", "much"], /Give a number/],
    [["k8s", "prosody.env", "--restart", "often"], /Give no, always/],
    [["compose", "--from-command", "prosody.env"], /There is no `docker run`/],
    [["compose", "--from-compose", "prosody.env"], /no service with an image/],
    [["compose", "prosody.env", "-o", "missing/x.yaml"], /does not exist/],
  ] as const)("%j", async (args, message) => {
    const { code, stdout, stderr } = await checkCli([...args], { files });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

test("a port of the machine goes to one service only", async () => {
  const twice = await checkCli(["docker-run", "--publish", "5222:5222", "--publish", "5222:5269", "prosody.env"], { files });
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining("Port 5222 of this machine is given twice")]);
  const apart = ["--publish", "127.0.0.1:5222:5222", "--publish", "127.0.0.2:5222:5222", "--publish", "5222/udp"];
  expect((await checkCli(["docker-run", ...apart, "prosody.env"], { files })).code).toBe(0);
});
