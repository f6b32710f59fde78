// Moving a host to a file of its own.

import { describe, expect, test } from "vitest";
import { PATH, refactored, titlesAt } from "./checkRefactoring.ts";

const moves = (source: string, path?: string): readonly string[] =>
  titlesAt(source, path).filter((title) => title.includes("conf.d/"));

describe("moving a section to a file", () => {
  test("an Include takes its place", () => {
    const source = `admins = {}

-- Ours
Virtual$0Host "Chat.example"
	motd_text = "x" -- short
	-- ssl = {}

-- Rooms
Component "rooms.example" "muc"
	name = ENV_ROOMS or "Rooms"
`;
    expect(moves(source)).toEqual(['Move `VirtualHost "Chat.example"` to conf.d/chat.example.cfg.lua']);
    const { text, create } = refactored(source, "conf.d/");
    expect(text).toBe(`admins = {}

Include "conf.d/chat.example.cfg.lua"

-- Rooms
Component "rooms.example" "muc"
	name = ENV_ROOMS or "Rooms"
`);
    expect(create).toEqual({
      path: "conf.d/chat.example.cfg.lua",
      text: '-- Ours\nVirtualHost "Chat.example"\n\tmotd_text = "x" -- short\n\t-- ssl = {}\n',
    });
  });

  test("nothing is left where an Include covers the file", () => {
    const { text } = refactored(
      'admins = {}\n\nComponent "r.example" "muc"$0\n  name = ENV_X\n\nInclude "conf.d/*.cfg.lua"\n',
      "conf.d/",
    );
    expect(text).toBe('admins = {}\n\nInclude "conf.d/*.cfg.lua"\n');
  });

  test("the form with a table", () => {
    const { text, create } = refactored('VirtualHost "a.ex$0ample" {\n  ssl = {};\n}\nadmins = {}\n', "conf.d/");
    expect(text).toBe('Include "conf.d/a.example.cfg.lua"\nadmins = {}\n');
    expect(create?.text).toBe('VirtualHost "a.example" {\n  ssl = {};\n}\n');
  });

  test.each([
    ["a local variable", 'local x = 1\n$0VirtualHost "a.example"\n  y = x\n'],
    ["a file to read", '$0VirtualHost "a.example"\n  y = FileContents "x"\n'],
    ["an option that is read elsewhere", '$0VirtualHost "a.example"\n  y = 1\nVirtualHost "b.example"\n  z = y\n'],
    ["a part elsewhere", '$0VirtualHost "a.example"\nVirtualHost "b.example"\nVirtualHost "a.example"\n'],
    ["a program in it", '$0VirtualHost "a.example"\n  if true then y = 1 end\n'],
    ["a name that makes no file name", '$0VirtualHost "a/../b"\n'],
    ["a name that is computed", '$0VirtualHost("a" .. ".example")\n'],
    ["an Include in it", '$0VirtualHost "a.example"\nInclude "x.cfg.lua"\ny = 1\n'],
  ])("not with %s", (_, source) => {
    expect(moves(source)).toEqual([]);
  });

  test("not from that folder itself, nor without an address", () => {
    expect(moves('$0VirtualHost "a.example"\n', "/srv/conf.d/main.cfg.lua")).toEqual([]);
    expect(moves('$0VirtualHost "a.example"\n', PATH)).toHaveLength(1);
  });
});
