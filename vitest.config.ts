// Unit tests: everything under test/ except what needs an editor.

import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { PROSODY_CONFIG_VERSION: JSON.stringify("0.0.0-test") },
  // The editor's own module exists inside an editor only.
  resolve: { alias: { vscode: new URL("test/support/fakeEditor.ts", import.meta.url).pathname } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**"],
    testTimeout: 20_000,
    maxWorkers: 2,
    minWorkers: 1,
  },
});
