// Whole env files for another tool: who reads the file now decides the values, and what is shown of it tells no secret.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { envToForm } from "../../server/src/core/convert/envToForm.ts";
import { withoutSecrets } from "../../server/src/core/convert/withoutSecrets.ts";
import { parseEnv } from "../../server/src/core/syntax/env/index.ts";
import type { EnvDialect } from "../../server/src/core/syntax/env/index.ts";
import type { EnvTarget } from "../../server/src/core/syntax/env/write.ts";
import { schemaFor } from "../support/knowledge.ts";

const converted = (text: string, readers: readonly EnvDialect[], to: EnvTarget): ReturnType<typeof envToForm> =>
  envToForm({ text, readers, to, schema: schemaFor() });

describe("an env file for another tool", () => {
  test("keeps its values, and names what has no form there", () => {
    const made = converted("PROSODY_ADMINS='a@x.org'\nA=\"x\\ny\"\n", ["compose"], "docker");
    expect(made).toMatchObject({ ok: true, notes: ["A stays as it is. Only Compose has a way to write a line break."] });
    if (made.ok) expect(made.files[0]?.text).toBe('PROSODY_ADMINS=a@x.org\nA="x\\ny"\n');
  });

  test("needs to know its reader where that matters", () => {
    expect(converted("A=b\n", ["docker", "compose"], "everywhere")).toMatchObject({ ok: true });
    expect(converted("A='b'\n", ["docker", "compose"], "everywhere")).toMatchObject({
      ok: false,
      reason: "The tools that may be meant read A differently; --env-dialect says which tool reads the file now.",
    });
    expect(converted("A='b'\n", ["compose"], "everywhere")).toMatchObject({ ok: true });
    // Compose refuses this one, so that it can only be docker's.
    expect(converted("A='b\n", ["docker", "compose"], "docker")).toMatchObject({ ok: true });
    expect(converted("B=1\nA='b\n", ["compose"], "docker")).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^line \d: /) as unknown,
    });
  });
});

describe("what is shown", () => {
  const shown = (text: string, dialect: EnvDialect): string => withoutSecrets(text, dialect, schemaFor());

  test("are values that are known to be no secret", () => {
    const text =
      "# head: https://example.org/\nPROSODY_LOGLEVEL=info\nPROSODY_TURN_SECRET=x\nTZ=y\nPROSODY_SQL_PASSWORD\nother\n";
    expect(shown(text, "docker")).toBe("# head:\nPROSODY_LOGLEVEL=info\nPROSODY_TURN_SECRET=\nTZ=\nPROSODY_SQL_PASSWORD\n\n");
  });

  test("are comments, but not variables that are switched off", () => {
    expect(shown("# two words\n#PROSODY_TURN_SECRET=x\n# old: x\n# see https://example.org/\n", "docker")).toBe(
      "# two words\n#PROSODY_TURN_SECRET=\n# old:\n# see https://example.org/\n",
    );
  });

  test("is what the tool reads as the same variables", () => {
    expect(shown("PROSODY_TURN_SECRET='v'PROSODY_LOGLEVEL=info # A=x\nKEY: a\n", "compose")).toBe(
      "PROSODY_TURN_SECRET=''PROSODY_LOGLEVEL=info # A=\nKEY=''\n",
    );
  });

  test("is no secret, whatever the file", () => {
    const secret = "s3cr3tvalue";
    const piece = fc.constantFrom(
      secret, "A=", "PROSODY_TURN_SECRET=", "PROSODY_SQL_PASSWORD: ", "export ", "'", '"', "\n", "\r\n", "#A=", "\\n", "$", "=", " ",
    ); // prettier-ignore
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
        fc.constantFrom<EnvDialect>("docker", "compose", "podman"),
        (text, dialect) => {
          // A comment in words may say anything.
          const { comments } = parseEnv(text, dialect);
          fc.pre(comments.every(({ start, end }) => !/^[#\s]*[^=]*s3cr3tvalue/.test(text.slice(start, end))));
          expect(shown(text, dialect)).not.toContain(secret);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
