// The command that shows the page of a rule, and the pages that links of findings lead to.

import { beforeEach, expect, test } from "vitest";
import type { ExtensionContext } from "vscode";
import { RULE_ADDRESS, registerShowRule } from "../../client/src/commands/showRule.ts";
import { Uri, editor, resetEditor } from "../support/fakeEditor.ts";
import { readJson } from "../tidy/sourceFiles.ts";

const shown: string[] = [];

beforeEach(() => {
  resetEditor();
  shown.length = 0;
  editor.files.set("/extension/dist/rules/unknown-option.md", "# unknown-option\n");
  editor.commands.set("markdown.showPreview", (address) => shown.push(String(address)));
  const context = { extensionUri: Uri.parse("file:///extension"), extension: { packageJSON: readJson("package.json") } };
  registerShowRule(context as unknown as ExtensionContext);
});

const page = (address: string): Promise<unknown> => {
  const uri = Uri.parse(address);
  return Promise.resolve(editor.providers.get(uri.scheme)?.provideTextDocumentContent(uri));
};

const show = async (...given: readonly unknown[]): Promise<readonly string[]> => {
  await editor.commands.get("prosody.showRule")?.(...given);
  return shown;
};

test("a link leads to the page that ships", async () => {
  expect(await page(`${RULE_ADDRESS}unknown-option.md`)).toBe("# unknown-option\n");
  expect(await page(`${RULE_ADDRESS}no-such-rule.md`)).toBe("There is no rule no-such-rule.");
});

test("the rule that is asked for is shown", async () => {
  expect(await show("wrong-type")).toEqual([`${RULE_ADDRESS}wrong-type.md`]);
});

test.each([
  ["unknown-option", [`${RULE_ADDRESS}unknown-option.md`]],
  ["quotes-in-value", []],
  [undefined, []],
])("of the list %s is taken", async (label, pages) => {
  editor.picks = label;
  expect(await show()).toEqual(pages);
});
