// Loads the TextMate grammar into the engine that VS Code itself uses and turns text into lines of tokens with their scopes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import type { IGrammar, StateStack } from "vscode-textmate";

export interface Token {
  readonly text: string;
  /** From the outermost scope to the innermost one. */
  readonly scopes: readonly string[];
}

export interface TokenLine {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Innermost scopes that stay open for the next line. */
  readonly open: readonly string[];
}

const grammarFile = new URL("../../syntaxes/prosody.tmLanguage.json", import.meta.url);

export async function loadProsodyGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scopeName) =>
      Promise.resolve(
        scopeName === "source.prosody"
          ? textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), "prosody.tmLanguage.json")
          : null,
      ),
  });
  const grammar = await registry.loadGrammar("source.prosody");
  if (grammar === null) throw new Error("the grammar did not load");
  return grammar;
}

export function tokenise(grammar: IGrammar, text: string): readonly TokenLine[] {
  let state: StateStack = textmate.INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return {
      text: line,
      tokens: result.tokens.map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes })),
      open: openScopes(grammar, state),
    };
  });
}

/** What an unfinished construct carries over: the scopes that a letter on the next line would get. */
function openScopes(grammar: IGrammar, state: StateStack): readonly string[] {
  return grammar.tokenizeLine("x", state).tokens[0]?.scopes ?? [];
}
