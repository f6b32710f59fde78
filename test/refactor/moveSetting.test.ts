// Moving settings between sections.

import { describe, expect, test } from "vitest";
import { refactored, titlesAt } from "./checkRefactoring.ts";

const moves = (source: string): readonly string[] => titlesAt(source).filter((title) => /^Move `[^V`]/.test(title));

describe("moving a setting", () => {
  test("to the global section, with its comments", () => {
    const source = `admins = {}

-- Hosts
VirtualHost "a.example"
	-- people may
	-- sign up
	allow_regis$0tration = true -- for now
	ssl = {}
`;
    expect(moves(source)).toEqual(["Move `allow_registration` to the global section"]);
    expect(refactored(source, "global section").text).toBe(`admins = {}

-- people may
-- sign up
allow_registration = true -- for now

-- Hosts
VirtualHost "a.example"
	ssl = {}
`);
  });

  test("says whom it reaches then", () => {
    expect(moves('VirtualHost "a.example"\n  allow$0_registration = true\nVirtualHost "b.example"\n')).toEqual([
      "Move `allow_registration` to the global section, for all hosts",
      'Move `allow_registration` to `VirtualHost "b.example"`',
    ]);
  });

  test("to a host, below what it has", () => {
    const source = `-- old
allow$0_registration = true

VirtualHost "a.example" -- first
VirtualHost "b.example"
    ssl = {}
    -- a word

-- Rooms
Component "rooms.example" "muc"
`;
    expect(moves(source)).toEqual([
      'Move `allow_registration` to `VirtualHost "a.example"` alone',
      'Move `allow_registration` to `VirtualHost "b.example"` alone',
      'Move `allow_registration` to `Component "rooms.example"` alone',
    ]);
    expect(refactored(source, 'VirtualHost "a.example"').text).toContain(
      'VirtualHost "a.example" -- first\n    -- old\n    allow_registration = true\nVirtualHost "b.example"',
    );
    expect(refactored(source, 'VirtualHost "b.example"').text).toContain(
      "    ssl = {}\n    -- old\n    allow_registration = true\n    -- a word\n",
    );
  });

  test("to the last host of a file without a line break at its end", () => {
    expect(refactored('motd$0_text = "x"\nVirtualHost "a.example"', "Move").text).toBe(
      'VirtualHost "a.example"\n\tmotd_text = "x"\n',
    );
  });

  test("an option of rooms to components only", () => {
    expect(moves('muc_room_lock$0ing = true\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n')).toEqual([
      'Move `muc_room_locking` to `Component "r.a.example"`',
    ]);
  });

  test.each([
    ["that is set in both", 'motd_text = "x"\nVirtualHost "a.example"\n  motd$0_text = "y"\n'],
    ["that is set twice in its section", 'VirtualHost "a.example"\n  motd$0_text = "y"\n  motd_text = "z"\n'],
    ["of the whole server to a host", 'c2s$0_ports = { 5222 }\nVirtualHost "a.example"\n'],
    ["that other code reads", 'motd$0_text = "x"\nwelcome_message = motd_text\nVirtualHost "a.example"\n'],
    ["that is computed", 'motd$0_text = name()\nVirtualHost "a.example"\n'],
    ["inside a condition", 'VirtualHost "a.example"\nif x then motd$0_text = "x" end\n'],
    ["in a list that Prosody adds up", 'VirtualHost "a.example"\n  modules$0_enabled = { "mam" }\n'],
    ["that shares its line", 'VirtualHost "a.example"\n  motd$0_text = "x"; ssl = {}\n'],
    ["to a host in doubt", 'motd$0_text = "x"\nif y then VirtualHost "a.example" end\n'],
  ])("not one %s", (_, source) => {
    expect(moves(source)).toEqual([]);
  });

  test("no host is offered when there are too many", () => {
    const hosts = [..."abcdefg"].map((name) => `VirtualHost "${name}.example"\n`).join("");
    expect(moves(`motd$0_text = "x"\n${hosts}`)).toEqual([]);
  });
});
