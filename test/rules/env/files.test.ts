// Whole env files: which ones are none of our business, what changes with the tool that reads them, that no secret is ever told,
// and that no text makes a rule throw.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/core/analyse.ts";
import type { EnvDialectChoice } from "../../../server/src/core/model/envFile.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import type { Finding } from "../../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { schemaFor } from "../../support/knowledge.ts";

function findings(text: string, dialect: EnvDialectChoice = "auto"): readonly Finding[] {
  return check(analyse("env", text, { dialect }), schemaFor());
}

function told(text: string, dialect: EnvDialectChoice): readonly string[] {
  return findings(text, dialect).map((finding) => `${finding.severity} ${finding.rule}`);
}

describe("files that do not concern the image", () => {
  const broken = "foo bar=1\n=x\nK=a\nK=b\n";
  test("one without its variables", () => {
    expect(findings(`${broken}DOMAIN="x"\nLOCAL=\n__FLUSH_LOG=1\n`)).toEqual([]);
  });
  test("one of another image", () => {
    expect(findings(`${broken}JVB_PORT=1\nPROSODY_LOGLEVEL="no"\nPROSODY_ADMIN=\n`)).toEqual([]);
    expect(findings("DOMAIN=x\nE2E_POLICY_MUC=none\nPROSODY_ADMINS=a, b\n")).toEqual([]);
  });
  test("with one of its variables, what every tool refuses is told", () => {
    expect(told(`foo bar=1\nPROSODY_LOGLEVEL=info\n`, "auto")).toEqual(["error syntax/name-with-blank"]);
  });
});

describe("the tool that reads the file", () => {
  const text =
    "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_LOGLEVEL=\"info\" # x\nPROSODY_ADMINS= a@example.com\nPROSODY_SQL_DRIVER='mysql'\n";
  const kept = ["quoted-value", "comment-in-value", "blank-around-value", "quoted-value"];
  const driver = "error wrong-value";
  test("docker and podman keep what stands there", () => {
    const expected = [...kept.map((rule) => `warning ${rule}`), driver].sort();
    for (const dialect of ["docker", "podman"] as const) expect([...told(text, dialect)].sort()).toEqual(expected);
  });
  test("Compose removes it", () => {
    expect(told(text, "compose")).toEqual([driver]);
  });
  test("either of them", () => {
    expect([...told(text, "auto")].sort()).toEqual([...kept.map((rule) => `information ${rule}`), driver].sort());
  });
  test("quotes that docker needs removed whatever is in them", () => {
    const [finding] = findings("PROSODY_TURN_SECRET='a$b c'\n", "docker");
    const fix = finding?.fixes?.()[0];
    expect(applyEdits("PROSODY_TURN_SECRET='a$b c'\n", fix?.edits ?? [])).toBe("PROSODY_TURN_SECRET=a$b c\n");
  });
});

describe("secrets", () => {
  const SECRET = "hunter2";
  const texts = [
    ...["PROSODY_TURN_SECRET", "PROSODY_COMPONENT_SECRET", "PROSODY_SQL_PASSWORD", "PASSWORD"].map(
      (name) => `PROSODY_LOGLEVEL=x\n${name}=`,
    ),
    "PROSODY_EXTERNAL_COMPONENTS=",
    "PROSODY_EXTERNAL_COMPONENTS=a:",
    "PROSODY_EXTERNAL_COMPONENTS=a:x, ",
    "PROSODY_EXTERNAL_COMPONENTS=a:x:",
    "PROSODY_COMPONENTS=a:muc\nPROSODY_EXTERNAL_COMPONENTS=a:",
  ];
  const values = [
    SECRET,
    `"${SECRET}"`,
    ` ${SECRET} # ${SECRET}`,
    `${SECRET},${SECRET}:${SECRET}`,
    `${SECRET} , ${SECRET}`,
    `PROSODY_${SECRET}=${SECRET}`,
  ];
  test.each(texts)("%s", (text) => {
    for (const dialect of ["auto", "docker", "compose", "podman"] as const) {
      for (const value of values) {
        for (const { message, related, fixes } of findings(`${text}${value}\n`, dialect)) {
          const words = [message, ...(related ?? []).map((one) => one.message), ...(fixes?.() ?? []).map((fix) => fix.title)];
          expect(words.join("\n")).not.toContain(SECRET);
        }
      }
    }
  });
  test("a value made from one", () => {
    const messages = findings(`PASSWORD=${SECRET}\nexport PROSODY_UPLOAD_LIMIT_MB=$PASSWORD\n`).map((finding) => finding.message);
    expect(messages.join("\n")).toContain("PROSODY_UPLOAD_LIMIT_MB");
    expect(messages.join("\n")).not.toContain(SECRET);
  });
});

test("no text makes a rule throw, and every fix can be applied", () => {
  const names = [...schemaFor().variables.keys(), "PROSODY_LOG_LEVEL", "PROSODY_X", "XMPP_DOMAIN", "export PROSODY_ADMIN", ""];
  const piece = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(
      "=",
      "=",
      "=",
      "\n",
      "\n",
      "\r\n",
      '"',
      "'",
      " ",
      ",",
      ":",
      "#",
      " #",
      " # ",
      "$",
      "${",
      "}",
      "\\",
      "\t",
      "\uFEFF",
    ),
    fc.constantFrom("0", "10MB", "false", "mod_mam", "a@b", "muc", "1.5", "20kb", "-", "${LOCAL:-x}", "*", "é"),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => `PROSODY_LOGLEVEL=info\n${pieces.join("")}`);
  fc.assert(
    fc.property(text, fc.constantFrom<EnvDialectChoice>("auto", "docker", "compose", "podman"), (source, dialect) => {
      for (const finding of findings(source, dialect)) {
        expect(finding.span.end).toBeLessThanOrEqual(source.length);
        expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
        for (const fix of finding.fixes?.() ?? []) {
          const after = applyEdits(source, fix.edits);
          expect(after).toBeDefined();
          expect(after).not.toBe(source);
        }
      }
    }),
    { seed: 20240817, numRuns: 600 },
  );
});
