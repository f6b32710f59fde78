// Words for the Windows Command Prompt. Two readers have to be served: the program splits its command line at blanks and double
// quotes, and cmd before it acts on its own characters. Each of these gets a caret, so that cmd never sees an open quote.

import { joinWords, refused, rendered } from "./shell.ts";
import type { Layout, Rendered, WordGroups } from "./shell.ts";

/** cmd reads no longer line. */
const LONGEST = 8191;
const INSTEAD = "Use PowerShell, or put the value into an env file.";

export function renderCmd(groups: WordGroups, layout: Layout): Rendered {
  const write = (word: string, isCommand: boolean): Rendered => {
    if (isCommand) return program(word);
    // At the prompt even a tab is a key press.
    if (hasControl(word, false)) return refused(`Nobody can type a control character at the Command Prompt. ${INSTEAD}`);
    return rendered(typed(forProgram(word)));
  };
  return limited(joinWords(groups, write, " ", layout === "oneLine" ? " " : " ^\n  "));
}

export function renderCmdFile(groups: WordGroups, layout: Layout): Rendered {
  const write = (word: string, isCommand: boolean): Rendered => {
    if (isCommand) return program(word);
    if (hasControl(word, true))
      return refused(`A line of a .cmd file cannot hold a line break or another control character. ${INSTEAD}`);
    if (/[^\0-\x7f]/.test(word)) {
      return refused(`What letters outside ASCII mean in a .cmd file depends on the console's code page. ${INSTEAD}`);
    }
    return rendered(filed(forProgram(word)));
  };
  return limited(joinWords(groups, write, " ", layout === "oneLine" ? " " : " ^\r\n  "));
}

/** cmd looks for the program itself and knows no way to escape a blank in its name but quotes, which stay out here. */
function program(word: string): Rendered {
  if (/^[A-Za-z0-9_][A-Za-z0-9_.:\\-]*$/.test(word)) return rendered(word);
  return refused(
    "The Command Prompt cannot be given this program name safely. Put its folder on the PATH and use the bare name.",
  );
}

/** The quoting that programs undo: double quotes around, backslashes before a quote doubled. */
function forProgram(word: string): string {
  if (word !== "" && !/[ \t"]/.test(word)) return word;
  return `"${word.replace(/(?<!\\)(\\*)"/g, '$1$1\\"').replace(/(?<!\\)\\+$/, "$&$&")}"`;
}

/**
 * At the prompt `%` has no escape. But no variable has a name that begins with a caret, so one before the next character
 * keeps `%NAME%` and `%NAME:a=b%` from meaning anything.
 */
function typed(word: string): string {
  return word.replace(/[()%!^"<>&|]|(?<=%)[^]/g, "^$&");
}

function filed(word: string): string {
  return word.replace(/[()!^"<>&|]/g, "^$&").replaceAll("%", "%%");
}

function hasControl(word: string, tabAllowed: boolean): boolean {
  for (const c of word) if ((c < " " && !(tabAllowed && c === "\t")) || c === "\x7f") return true;
  return false;
}

function limited(line: Rendered): Rendered {
  if (line.ok && line.text.length > LONGEST) {
    return refused(`The command is longer than the ${LONGEST} characters that the Command Prompt reads. Use PowerShell.`);
  }
  return line;
}
