// The command behind what the server says of another file: opens that file at the line.

import * as vscode from "vscode";
import { OPEN_PLACE_COMMAND } from "../../../server/src/protocol.ts";
import type { OpenPlaceArguments } from "../../../server/src/protocol.ts";

export function registerOpenPlace(): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_PLACE_COMMAND, async (...[uri, line]: OpenPlaceArguments) => {
    const selection = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
  });
}
