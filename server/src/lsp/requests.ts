// The requests of our own, in one table: what each takes, what answers it, and what is said when that fails. Whatever stands here is
// registered and guarded; there is no other way in.

import * as z from "zod/mini";
import { ENGINES } from "../core/generate/engines.ts";
import { FILE_FORMS } from "../core/generate/forms.ts";
import { SHELLS } from "../core/generate/shell/shells.ts";
import { CURRENT_VERSION, VERSION_CHOICES } from "../core/schema/versions.ts";
import * as protocol from "../protocol.ts";
import type * as handlers from "./handlers/seldom.ts";
import type { Session } from "./session.ts";

export interface OwnRequest {
  /** What has to be there, in the form that it has to have; the rest is as the types say. */
  readonly takes: z.ZodMiniType;
  readonly run: (session: Session, params: unknown) => unknown;
  /** The answer when it could not be worked out. */
  readonly failed: unknown;
}

const text = z.string();
const uri = z.object({ uri: text });
const refused = (what: string): object => ({ ok: false, reason: `${what}; the log says why.` });

const NO_CHOICES: protocol.ChoicesReply = {
  version: CURRENT_VERSION,
  hosts: [],
  sections: [],
  modules: [],
  components: [],
  features: [],
};

/** The types of the parameters are the protocol's; `takes` keeps out what would break on the way. The handler is loaded with the first request. */
function request(takes: z.ZodMiniType, handler: keyof typeof handlers, failed: unknown): OwnRequest {
  const run = async (session: Session, params: unknown): Promise<unknown> => {
    const { [handler]: handle } = await import("./handlers/seldom.ts");
    return handle(session, params as never);
  };
  return { takes, run, failed };
}

export const REQUESTS: Readonly<Record<string, OwnRequest>> = {
  [protocol.DOCKER_RUN_REQUEST]: request(z.extend(uri, { path: text }), "onDockerRun", refused("The command could not be made")),
  [protocol.CONTAINER_FILE_REQUEST]: request(
    z.extend(uri, { path: text, form: z.enum(FILE_FORMS) }),
    "onContainerFile",
    refused("The file could not be made"),
  ),
  [protocol.FROM_COMMAND_REQUEST]: request(
    z.object({ text, envPath: text }),
    "onFromCommand",
    refused("The command could not be read"),
  ),
  [protocol.ADMINISTRATION_REQUEST]: request(
    z.object({ engine: z.enum(ENGINES), shell: z.enum(SHELLS), uri: z.optional(text) }),
    "onAdministration",
    { containers: [], commands: [], reason: "The commands could not be made; the log says why." },
  ),
  [protocol.EFFECTIVE_REQUEST]: request(uri, "onEffective", refused("The configuration could not be evaluated")),
  [protocol.NETWORK_REQUEST]: request(uri, "onNetwork", refused("The records could not be made")),
  [protocol.COMPOSE_SERVICES_REQUEST]: request(uri, "onComposeServices", { services: [] }),
  [protocol.CONVERT_REQUEST]: request(uri, "onConvert", refused("The file could not be converted")),
  [protocol.VERSION_REQUEST]: request(uri, "onVersion", null),
  [protocol.VERSION_EDITS_REQUEST]: request(
    z.object({ text, version: z.enum(VERSION_CHOICES) }),
    "onVersionEdits",
    refused("The version could not be written"),
  ),
  [protocol.UPGRADE_REQUEST]: request(z.extend(uri, { to: text }), "onUpgrade", refused("The versions could not be compared")),
  [protocol.SCAFFOLD_REQUEST]: request(
    z.union([
      z.extend(uri, { kind: z.literal("server"), answers: z.looseObject({}) }),
      z.extend(uri, { kind: z.literal("addition"), addition: z.looseObject({ kind: text }) }),
    ]),
    "onScaffold",
    refused("It could not be made"),
  ),
  [protocol.CHOICES_REQUEST]: request(uri, "onChoices", NO_CHOICES),
  [protocol.ANSWER_PROBLEM_REQUEST]: request(
    z.object({ kind: z.enum(["host", "address", "url", "newName", "option"]), text }),
    "onAnswerProblem",
    {},
  ),
};
