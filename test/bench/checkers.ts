// What checks a text in a process: our core, the bare parser below it, and the services for JSON and YAML with their schema. Each is loaded
// and made ready first, so that only the text is measured, and then says how much it found.

import { TextDocument } from "vscode-languageserver-textdocument";
import { asJson, asLua, asYaml, jsonSchema, providerOfLines } from "./provider.ts";

export type Checker = "luaparse" | "ours" | "json" | "yaml";

export interface Ready {
  readonly text: string;
  readonly check: () => Promise<number> | number;
}

const SCHEMA = "file:///provider.schema.json";

export const CHECKERS: Readonly<
  Record<Checker, { readonly title: string; readonly prepare: (lines: number) => Promise<Ready> }>
> = {
  luaparse: {
    title: "bare luaparse",
    prepare: async (lines) => {
      const { parse } = await import("luaparse");
      const text = asLua(providerOfLines(lines));
      return { text, check: () => parse(text, { luaVersion: "5.3", ranges: true, comments: true }).body.length };
    },
  },
  ours: {
    title: "parse + check",
    prepare: async (lines) => {
      const { checkText, loadSchema } = await import("./core.ts");
      loadSchema();
      const text = asLua(providerOfLines(lines));
      return { text, check: () => checkText("lua", text) };
    },
  },
  json: {
    title: "vscode-json-languageservice",
    prepare: async (lines) => {
      const { getLanguageService } = await import("vscode-json-languageservice");
      const service = getLanguageService({});
      service.configure({ schemas: [{ uri: SCHEMA, fileMatch: ["*"], schema: jsonSchema() }] });
      const text = asJson(providerOfLines(lines));
      const document = TextDocument.create("file:///provider.json", "json", 1, text);
      return { text, check: async () => (await service.doValidation(document, service.parseJSONDocument(document))).length };
    },
  },
  yaml: {
    title: "yaml-language-server's service",
    prepare: async (lines) => {
      const { getLanguageService } = await import("yaml-language-server");
      const service = getLanguageService({
        schemaRequestService: () => Promise.resolve(JSON.stringify(jsonSchema())),
        workspaceContext: { resolveRelativePath: (path) => path },
      });
      service.configure({
        validate: true,
        schemas: [{ uri: SCHEMA, fileMatch: ["*"], schema: jsonSchema() }],
        isKubernetes: false,
      });
      const text = asYaml(providerOfLines(lines));
      let version = 0;
      // It keeps what it made of a version of a document.
      const check = async (): Promise<number> =>
        (await service.doValidation(TextDocument.create("file:///provider.yaml", "yaml", ++version, text), false)).length;
      return { text, check };
    },
  },
};
