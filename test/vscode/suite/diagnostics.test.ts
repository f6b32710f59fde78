// Diagnostics of a configuration: they appear, survive a half-typed line, and go with the file.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal, ok } from "./support/check";
import { append, closeAll, open } from "./support/editor";
import { codeOf, findingOn, findings } from "./support/extension";
import { poll, stays } from "./support/poll";

const path = "prosody.cfg.lua";
const misspelt = "allow_registraton";

describe("diagnostics", () => {
  afterEach(closeAll);

  it("report a misspelt option, with a code", async () => {
    const { document } = await open(path);
    const finding = await findingOn(document, path, misspelt);
    equal(finding.source, "prosody", "the source");
    ok(codeOf(finding) !== "", "the diagnostic has a code");
    ok(finding.message.includes("allow_registration"), `the message names the right option: ${finding.message}`);
  });

  it("stay while another line is half typed", async () => {
    const editor = await open(path);
    await findingOn(editor.document, path, misspelt);
    const before = findings(path).length;
    await append(editor, '\ndisco_items = { { "example.net", ');
    await poll("a diagnostic for the unfinished line", () => (findings(path).length > before ? true : undefined));
    await findingOn(editor.document, path, misspelt);
  });

  it("go when the mistake is corrected", async () => {
    const editor = await open(path);
    const { range } = await findingOn(editor.document, path, misspelt);
    await editor.edit((builder) => {
      builder.replace(range, "allow_registration");
    });
    await poll(
      "no diagnostics",
      () => (findings(path).length === 0 ? true : undefined),
      () => findings(path),
    );
  });

  it("are gone when the file is closed", async () => {
    const { document } = await open(path);
    await findingOn(document, path, misspelt);
    await closeAll();
    await poll(
      "no diagnostics",
      () => (findings(path).length === 0 ? true : undefined),
      () => findings(path),
    );
  });

  it("leave other Lua files alone", async () => {
    await open("foo.lua");
    ok(await stays(() => findings("foo.lua").length === 0, 700), "a file that is no configuration got diagnostics");
  });

  it("find nothing wrong in a fragment that uses a module of the workspace", async () => {
    await open("conf.d/x.cfg.lua");
    ok(await stays(() => findings("conf.d/x.cfg.lua").length === 0, 700), JSON.stringify(findings("conf.d/x.cfg.lua")));
    equal(vscode.window.activeTextEditor?.document.isDirty, false, "the file is untouched");
  });
});
