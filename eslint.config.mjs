// Type-aware linting with no warnings. Which folder may import which is in test/tidy/layers.test.ts.

import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

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
  {
    // Configuration files export what their tools ask for; scripts are JavaScript with JSDoc.
    files: ["**/*.mjs", "*.config.ts"],
    // The type checker knows better which names there are.
    rules: { "no-restricted-exports": "off", "no-undef": "off" },
  },
);
