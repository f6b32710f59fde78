// The thread's side: loads Lua, then evaluates whatever it is asked for. A module that was stopped in the middle is replaced.

import { evaluate } from "./evaluate.ts";
import { loadLuaModule } from "./luaModule.ts";
import type { LuaModule } from "./luaModule.ts";
import type { Answer, Question } from "./messages.ts";

/** Gives the function that takes questions. */
export async function answerQuestions(wasm: string, answer: (answer: Answer) => void): Promise<(question: Question) => void> {
  let module: Promise<LuaModule> = loadLuaModule(wasm);
  await module;
  answer({ kind: "ready" });
  return ({ id, request, known }) => {
    module
      .then((loaded) => {
        const outcome = evaluate(loaded, request, known);
        if (!outcome.reusable) module = loadLuaModule(wasm);
        answer(
          "status" in outcome.answer
            ? { kind: "result", id, result: outcome.answer }
            : { kind: "needs", id, needs: outcome.answer },
        );
      })
      .catch((error: unknown) => {
        module = loadLuaModule(wasm);
        answer({ kind: "broken", id, name: error instanceof Error ? error.name : typeof error });
      });
  };
}
