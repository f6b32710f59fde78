// Files that describe containers: one target for each kind. Read, checked and fixed; a fix keeps all containers.

import { analyseContainers } from "../../../server/src/core/analyseContainers.ts";
import type { Analysis } from "../../../server/src/core/analyse.ts";
import type { ContainerKind } from "../../../server/src/core/source.ts";
import { LineIndex } from "../../../server/src/core/text/lineIndex.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { bases } from "../bases.ts";
import { SECRET } from "../secrets.ts";
import { must, numbersOf } from "../target.ts";
import type { Target } from "../target.ts";
import { mustAnswerWell } from "./answers.ts";
import { mustSettle } from "./fixes.ts";

const COMMON = [
  "prosodyim/prosody:13.0",
  "prosodyim/prosody",
  "PROSODY_LOGLEVEL",
  "PROSODY_ADMINS",
  "5222:5222",
  "./data:/var/lib/prosody",
];

const PIECES: Readonly<Record<ContainerKind, readonly string[]>> = {
  compose: [
    "services:\n", "  a:\n", "    image: prosodyim/prosody\n", "    environment:\n", "      PROSODY_LOGLEVEL: info\n", "      - PROSODY_ADMINS=a@b\n",
    "    env_file: .env\n", "    ports:\n", '      - "5222:5222"\n', "    volumes:\n", "<<: *env\n", "&a ", "*a", "!!str ", "|\n", ">-\n", "? ", "- ", ": ",
    `      PROSODY_TURN_SECRET: ${SECRET}\n`, `      PROSODY_SQL_PASSWORD: "${SECRET}"\n`, `      - PROSODY_COMPONENT_SECRET=${SECRET}\n`,
  ],
  kubernetes: [
    "---\n", "kind: Pod\n", "kind: ConfigMap\n", "kind: Secret\n", "spec:\n", "  containers:\n", "    - image: prosodyim/prosody\n", "      env:\n",
    "        - name: PROSODY_LOGLEVEL\n          value: info\n", "data:\n", "  PROSODY_ADMINS: a\n", "          valueFrom: { secretKeyRef: { name: a, key: b } }\n",
    `        - name: PROSODY_TURN_SECRET\n          value: ${SECRET}\n`, "&a ", "*a", "{", "}", "[", "]",
  ],
  dockerfile: [
    "FROM prosodyim/prosody:13.0\n", "ENV PROSODY_LOGLEVEL=info\n", "ENV A b c\n", "ARG X=1\n", "COPY a /etc/prosody/\n", "USER root\n", "RUN <<EOF\n", "EOF\n",
    "EXPOSE 5222\n", "# escape=`\n", "\\\n", "CMD [\"a\", ", "VOLUME /x\n", "AS b\n", "ONBUILD ", "HEALTHCHECK --interval=5s CMD x\n",
    `ENV PROSODY_TURN_SECRET=${SECRET}\n`, `ENV PROSODY_SQL_PASSWORD="${SECRET}" A=b\n`,
  ],
  quadlet: [
    "[Container]\n", "[Unit]\n", "Image=prosodyim/prosody\n", "Environment=PROSODY_LOGLEVEL=info\n", 'Environment="A=b c" D=e\n', "EnvironmentFile=x\n",
    "PublishPort=5222\n", "Volume=a:/b\n", "\\\n", "%h", "%%", "# c\n", "; c\n", "\\x41", `Environment=PROSODY_TURN_SECRET=${SECRET}\n`,
  ],
  shellScript: [
    "docker run ", "podman run ", "-e PROSODY_LOGLEVEL=info ", "--env=A='b c' ", "--env-file x ", "-p 5222:5222 ", "-v a:/b ", "prosodyim/prosody\n", "\\\n",
    "$(x) ", "`x` ", "export A=b\n", "if x; then\n", "fi\n", "<<EOF\n", "EOF\n", "&& ", "| ", "# c\n", `-e PROSODY_TURN_SECRET=${SECRET} `,
  ],
  markdown: [
    "```sh\n", "```\n", "~~~\n", "    ", "$ docker run -e PROSODY_LOGLEVEL=info prosodyim/prosody\n", "docker run prosodyim/prosody\n", "> ", "- ", "\\\n",
    `docker run -e PROSODY_TURN_SECRET=${SECRET} prosodyim/prosody\n`,
  ],
}; // prettier-ignore

const NAMED = new RegExp(
  `(?:(?<=^ *(?:- )?|-e |^ENV |^Environment=)PROSODY_(?:TURN_SECRET|SQL_PASSWORD|COMPONENT_SECRET)(?:=|: )|(?<=^ *- name: )PROSODY_(?:TURN_SECRET|SQL_PASSWORD|COMPONENT_SECRET)\\n          value: )"?${SECRET}"?(?=[\\s])`,
  "gm",
);

/** How quickly each is read. */
const WEIGHTS: Readonly<Record<ContainerKind, number>> = {
  compose: 5,
  kubernetes: 6,
  dockerfile: 8,
  quadlet: 16,
  shellScript: 20,
  markdown: 30,
};

function target(kind: ContainerKind): Target {
  // What a mutation makes none of our business has no containers.
  const read = (text: string): Analysis => analyseContainers(kind, text) ?? nothing(kind, text);
  const count = (text: string): number | undefined => analyseContainers(kind, text)?.file.containers.length;
  return {
    name: kind,
    weight: WEIGHTS[kind],
    bases: () => bases(kind),
    pieces: [...COMMON, ...PIECES[kind]],
    hold: (text) => {
      const number = numbersOf(text);
      const analysis = analyseContainers(kind, text);
      if (analysis === undefined) return;
      mustAnswerWell(analysis, schemaFor(), number, !text.replace(NAMED, "").includes(SECRET));
      if (number(4) > 0) return;
      const { text: fixed } = mustSettle(text, schemaFor(), false, read);
      must(count(fixed) === count(text), "a fix makes another number of containers");
    },
  };
}

function nothing(source: ContainerKind, text: string): Analysis {
  const file = { kind: "container", form: "compose", containers: [] } as const;
  return { kind: "container", source, text, lines: new LineIndex(text), file, comments: [] };
}

export const containers: readonly Target[] = (Object.keys(PIECES) as ContainerKind[]).map(target);
