// Unit tests: everything under test/ except what needs an editor.

import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { PROSODY_CONFIG_VERSION: JSON.stringify("0.0.0-test") },
  // The editor's own module exists inside an editor only.
  resolve: { alias: { vscode: new URL("test/support/fakeEditor.ts", import.meta.url).pathname } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**"],
    globalSetup: "test/support/buildFolder.ts",
    testTimeout: 20_000,
    // For the first one that waits for the build.
    hookTimeout: 120_000,
    maxWorkers: 2,
    minWorkers: 1,
    // A process for each file would spend most of its time on loading the same modules again, and none of them has a state.
    isolate: false,
  },
});
