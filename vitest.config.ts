// Unit tests: everything under test/ except what needs an editor.

import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { PROSODY_CONFIG_VERSION: JSON.stringify("0.0.0-test") },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**"],
    testTimeout: 20_000,
    maxWorkers: 2,
    minWorkers: 1,
  },
});
