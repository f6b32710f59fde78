// The tests against a real Prosody, apart from the ordinary ones.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { root: new URL("../..", import.meta.url).pathname, include: ["test/oracle/**/*.oracle.ts"], testTimeout: 180_000 },
});
