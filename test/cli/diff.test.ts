// `prosody-config diff --image` where a side names no host: what its container happens to be called is no difference.

import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { checkCli } from "./checkCli.ts";

const files = {
  "bare.env": "PROSODY_LOGLEVEL=info\n",
  "host.env": "PROSODY_VIRTUAL_HOSTS=example.org,example.net\n",
  "component.env": "PROSODY_COMPONENTS=example.org:muc\n",
};

describe("a side without a host", () => {
  test.each([
    ["bare.env", "host.env", "added"],
    ["host.env", "bare.env", "removed"],
  ])("%s to %s", async (before, after, change) => {
    const { code, stdout, stderr } = await checkCli(["diff", "--image", "--before-env", before, "--after-env", after], { files });
    expect([code, stdout]).toEqual([1, expect.stringContaining(`${change}: VirtualHost "example.net"\n`)]);
    expect(stdout).not.toContain(`"${hostname()}"`);
    expect(stdout.match(/^(?:added|removed)/gm)).toHaveLength(1);
    expect(stderr).toContain("example.org, as on the other side, stands in for it here");
  });

  test("takes another name where a component has that of the other side", async () => {
    const { code } = await checkCli(["diff", "--image", "--before-env", "component.env", "--after-env", "host.env"], { files });
    expect(code).toBe(1);
  });

  test("on both sides", async () => {
    const { code, stdout } = await checkCli(["diff", "--image", "--before-env", "bare.env", "--after-env", "bare.env"], {
      files,
    });
    expect([code, stdout]).toEqual([0, "No difference.\n"]);
  });
});
