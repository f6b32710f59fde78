// Environment files: checked in whatever language the editor gave them, and turned into a command line.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal, includes, ok } from "./support/check";
import { closeAll, open } from "./support/editor";
import { codeOf, findingOn, findings } from "./support/extension";
import { poll } from "./support/poll";

describe("environment files", () => {
  afterEach(closeAll);

  it("report a wrong name and keep their language", async () => {
    const { document } = await open(".env");
    const language = document.languageId;
    ok(language !== "prosody", "the language is not ours");
    const finding = await findingOn(document, ".env", "PROSODY_LOG_LEVEL");
    ok(codeOf(finding) !== "", "the diagnostic has a code");
    equal(document.languageId, language, "the language afterwards");
  });

  it("lose their diagnostics when they are closed", async () => {
    const { document } = await open(".env");
    await findingOn(document, ".env", "PROSODY_LOG_LEVEL");
    await closeAll();
    await poll(
      "no diagnostics",
      () => (findings(".env").length === 0 ? true : undefined),
      () => findings(".env"),
    );
  });

  it("become a docker run command that passes the file", async () => {
    await open(".env");
    const text = await vscode.commands.executeCommand("prosody.generateDockerRun", { show: "return" });
    ok(typeof text === "string", `the command gives a text, not ${typeof text}`);
    includes(text, "docker run", "the command line");
    includes(text, "--env-file", "the command line");
  });
});
