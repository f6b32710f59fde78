// Env files: read by each tool, checked, fixed, and written for another tool with the same values.

import { analyse } from "../../../server/src/core/analyse.ts";
import { envToForm } from "../../../server/src/core/convert/envToForm.ts";
import { parseEnv } from "../../../server/src/core/syntax/env/index.ts";
import { ENV_DIALECTS } from "../../../server/src/core/syntax/env/dialects.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { bases } from "../bases.ts";
import { SECRET, mustKeepSecret } from "../secrets.ts";
import { must, numbersOf, oneOf } from "../target.ts";
import type { Target } from "../target.ts";
import { mustAnswerWell } from "./answers.ts";
import { mustFixEnv } from "./fixes.ts";

const PIECES: readonly string[] = [
  "PROSODY_LOGLEVEL=info\n", "PROSODY_ADMINS=a@b, c@d\n", "PROSODY_VIRTUAL_HOSTS=example.org\n", "PROSODY_STORAGE='sql'\n", "export ", "=", " = ",
  'PROSODY_ENABLE_MODULES="mam,bosh"\n', "PROSODY_COMPONENTS=a.b:muc\n", "PROSODY_LOG_LEVEL=x\n", "# c\n", " # c", "${X:-y}", "$X", "\\n", '"', "'",
  "PROSODY_S2S_SECURE_AUTH=no\n", "PROSODY_UPLOAD_LIMIT_MB=10MB\n", "PROSODY_RETENTION_DAYS=7\n", "PROSODY_SQL_DRIVER=mysql\n", ",", ":", "A=1\n",
  "# prosody-ignore-next-line\n", "TZ=UTC\n", `PROSODY_TURN_SECRET=${SECRET}\n`, `PROSODY_SQL_PASSWORD="${SECRET}"\n`, `PASSWORD='${SECRET}'\n`,
  `PROSODY_EXTERNAL_COMPONENTS=a.b:${SECRET}\n`, `PROSODY_COMPONENT_SECRET=${SECRET} # c\n`,
]; // prettier-ignore

const NAMED = new RegExp(
  `^(?:PROSODY_(?:TURN_SECRET|SQL_PASSWORD|COMPONENT_SECRET|EXTERNAL_COMPONENTS)|PASSWORD)=(?:["']|a\\.b:)?${SECRET}["']?(?: # c)?$`,
  "gm",
);

export function hidesSecret(text: string): boolean {
  // A line that ends with a carriage return alone goes on, to most tools.
  return !/\r(?!\n)|[\u2028\u2029]/.test(text) && !text.replace(NAMED, "").includes(SECRET);
}

const inputs = { bases: () => bases("env"), pieces: PIECES };

export const env: Target = {
  name: "env",
  weight: 16,
  ...inputs,
  hold: (text) => {
    const number = numbersOf(text);
    const dialect = oneOf([...ENV_DIALECTS, "auto"] as const, number);
    mustAnswerWell(analyse("env", text, { dialect }), schemaFor(), number, hidesSecret(text));
  },
};

export const fixEnv: Target = {
  name: "fixEnv",
  weight: 5,
  ...inputs,
  hold: (text) => {
    const number = numbersOf(text);
    mustFixEnv(text, oneOf([...ENV_DIALECTS, "auto"] as const, number), number(2) === 0);
  },
};

export const envForms: Target = {
  name: "envForms",
  weight: 40,
  ...inputs,
  hold: (text) => {
    const number = numbersOf(text);
    const [from, to] = [oneOf(ENV_DIALECTS, number), oneOf([...ENV_DIALECTS, "everywhere"] as const, number)];
    const made = envToForm({ text, readers: [from], to, schema: schemaFor() });
    if (!made.ok) {
      if (hidesSecret(text)) mustKeepSecret("the reason", made.reason);
      return;
    }
    const [file] = made.files;
    must(file !== undefined, "there is no file");
    const kept = made.notes.length > 0;
    // A line of blanks, and the like, is a variable to podman, which nobody can set.
    const valuesOf = (of: string, tool: (typeof ENV_DIALECTS)[number]): string =>
      JSON.stringify(parseEnv(of, tool).assignments.flatMap(({ name, value }) => (/^\w+$/.test(name) ? [[name, value]] : [])));
    const tools = to === "everywhere" ? ENV_DIALECTS : [to];
    // A carriage return alone belongs to a name for one tool and to nothing for another.
    for (const tool of kept || /\r(?!\n)/.test(text) ? [] : tools)
      must(valuesOf(text, from) === valuesOf(file.text, tool), "a value is another one in the other form");
    if (hidesSecret(text)) mustKeepSecret("what is shown", [file.shown, made.notes]);
  },
};
