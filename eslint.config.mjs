// Type-aware linting with no warnings. Which folder may import which is held by the layers below.

import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Folders and what they must not import: data flows one way only. */
const layers = [
  { files: ["server/src/core/text/**"], never: ["syntax", "model", "schema", "rules", "features", "generate"] },
  { files: ["server/src/core/syntax/**"], never: ["model", "schema", "rules", "features", "generate"] },
  { files: ["server/src/core/model/**"], never: ["schema", "rules", "features", "generate"] },
  { files: ["server/src/core/schema/**"], never: ["rules", "features", "generate"] },
  {
    files: ["server/src/core/rules/**"],
    never: ["features", "generate", "syntax/lua/scanner", "syntax/lua/parse", "syntax/lua/luaparse"],
  },
  { files: ["server/src/core/features/**"], never: ["generate"] },
];

/** Lists of names that the client asks for, too. */
const CONSTANTS = ["core/generate/engines", "core/generate/shell/shells", "core/schema/versions"];

const pureCore = {
  regex: "^(node:|vscode|vscode-.*|fs|path|.*/(lsp|cli)/)",
  message: "The core does no I/O and knows no protocol.",
};

/** @param {{ regex: string, message: string }[]} patterns @returns {import("eslint").Linter.RulesRecord} */
const forbid = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default defineConfig(
  { ignores: ["dist/", "node_modules/", "test-results/", "examples/", "test/vscode/**/workspace/"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Code points are what we want when we spread a text.
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unnecessary-condition": "error",
      eqeqeq: "error",
      // Control characters are part of what parsers and shells are about.
      "no-control-regex": "off",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  { files: ["server/src/core/**"], rules: forbid(pureCore) },
  ...layers.map(({ files, never }) => ({
    files,
    rules: forbid(pureCore, { regex: `/(${never.join("|")})(/|\\.ts$)`, message: "Data flows one way: see ARCHITECTURE.md." }),
  })),
  {
    files: ["client/**"],
    rules: forbid({
      regex: `server/src/(?!protocol\\.ts$|core/schema/knowledge\\.ts$|(?:${CONSTANTS.join("|")})\\.ts$)`,
      message: "The client imports the protocol's types, and lists of names.",
    }),
  },
  {
    // Configuration files export what their tools ask for; scripts are JavaScript with JSDoc.
    files: ["**/*.mjs", "*.config.ts"],
    // The type checker knows better which names there are.
    rules: { "no-restricted-exports": "off", "no-undef": "off" },
  },
);
