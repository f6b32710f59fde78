// Asks the server what is wrong with an answer that is being typed: it knows what a domain name is, the client does not.

import { ANSWER_PROBLEM_REQUEST } from "../../../server/src/protocol.ts";
import type { AnswerProblemParams, AnswerProblemReply } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";

export async function answerProblem(client: StartedClient, params: AnswerProblemParams): Promise<string | undefined> {
  return (await (await client()).sendRequest<AnswerProblemReply>(ANSWER_PROBLEM_REQUEST, params)).problem;
}
