// What an upgrade means for a file: kinds, places, and the text after all that may be changed without asking.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { differentDefaults } from "../../server/src/core/migrate/defaults.ts";
import { upgradeDocument } from "../../server/src/core/migrate/markdown.ts";
import { MIGRATION_RULES, MIGRATION_RULE_IDS } from "../../server/src/core/migrate/rules.ts";
import { summary } from "../../server/src/core/migrate/markdown.ts";
import { upgradeReport } from "../../server/src/core/migrate/report.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import type { Upgrade } from "../../server/src/core/migrate/upgrade.ts";
import { moduleGroups, upgrades } from "../../server/src/core/schema/entrySpecs.ts";
import { VERSIONS } from "../../server/src/core/schema/types.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { schemaFor } from "../support/knowledge.ts";
import { filesMatching, read } from "../tidy/sourceFiles.ts";

const report = (text: string, from: Version, to: Version, kind: "lua" | "env" = "lua"): Upgrade =>
  upgradeReport(analyse(kind, text), schemaFor(from), schemaFor(to));

/** `kind: text at the place` of what is new. */
const news = (text: string, from: Version, to: Version): readonly string[] =>
  report(text, from, to)
    .entries.filter(({ before, kind }) => before !== true && kind !== "step")
    .map(({ kind, span, message }) => {
      const place = span === undefined ? (/`([^`]+)`/.exec(message)?.[1] ?? "") : text.slice(span.start, span.end);
      return `${kind}: ${place.split("\n")[0] ?? ""}`;
    });

const steps = (text: string, from: Version, to: Version): readonly string[] =>
  report(text, from, to).entries.flatMap(({ kind, rule }) => (kind === "step" ? [rule] : []));

const after = (text: string, to: Version): string =>
  fixAll(analyse("lua", text), schemaFor(to), { analyse: (changed) => analyse("lua", changed), rules: MIGRATION_RULES }).text;

const SET = `authentication = "internal_hashed"
c2s_require_encryption = true
s2s_require_encryption = true
network_backend = "epoll"
http_interfaces = { "*" }
http_ports = {}
blocklist_cache_size = 64
limits = {}
`;

describe("from 0.12 to 13.0", () => {
  const text = `${SET}-- kept
daemonize = true
modules_enabled = { "roster"; "saslauth"; "posix"; "admin_telnet"; "cloud_notify"; "blocklist" } -- ours
allow_user_invites_by_roles = { "prosody:user" }
http_host = os.getenv("X")
VirtualHost "a.example"
Component "r.example" "muc"
	restrict_room_creation = "admin"
`;

  test("tells what changes", () => {
    expect(news(text, "0.12", "13.0")).toEqual([
      'breaks: "admin"',
      'removed: "posix"',
      "removed: allow_user_invites_by_roles",
      'replaced: "admin_telnet"',
      'replaced: "cloud_notify"',
      'default-changed: Component "r.example" "muc"',
      "deprecated: os",
    ]);
  });

  test("tells what was so before", () => {
    const before = report(text, "0.12", "13.0").entries.filter((entry) => entry.before === true);
    expect(before.map(({ rule }) => rule)).toEqual(["deprecated-option"]);
  });

  test("mends what can be mended, and comes to an end", () => {
    const fixed = after(text, "13.0");
    expect(fixed).toBe(`${SET}-- kept
modules_enabled = { "roster"; "saslauth"; "admin_telnet"; "cloud_notify"; "blocklist" } -- ours
http_host = Lua.os.getenv("X")
VirtualHost "a.example"
Component "r.example" "muc"
	restrict_room_creation = "admin"
`);
    expect(report(fixed, "0.12", "13.0").fixable).toBe(0);
  });

  test("tells what is to be done beside the file", () => {
    expect(steps(text, "0.12", "13.0")).toEqual([
      "note/rooms-of-strangers",
      "note/lua-version",
      "note/service-manager",
      "note/common-names",
    ]);
    expect(steps(`sql = { driver = "MySQL" }\nplugin_paths = {}\n${text}`, "0.11", "trunk")).toEqual(
      expect.arrayContaining(["note/mysql-schema", "note/own-modules", "note/digest-md5"]),
    );
  });
});

describe("defaults", () => {
  test("matter where they are not set and something reads them", () => {
    const main = 'modules_enabled = { "saslauth"; "tls" }\nVirtualHost "a.example"\n';
    const changed = (text: string): readonly string[] =>
      news(text, "0.11", "0.12").filter((entry) => entry.startsWith("default-changed"));
    expect(changed(main)).toHaveLength(4);
    expect(changed(`authentication = "ldap"\n${main}`)).toHaveLength(3);
    expect(changed(`${main}authentication = "ldap"\n`)).toHaveLength(3);
    expect(changed(`${SET}${main}`)).toEqual([]);
    expect(changed(`if x then c2s_require_encryption = true end\n${main}`)).toHaveLength(3);
    expect(changed(`modules_enabled = { "http" }\n${main.split("\n")[1] ?? ""}\n`)).toContain('default-changed: "http"');
  });

  test("are not told of a part of a configuration", () => {
    expect(news('VirtualHost "a.example"\n', "0.11", "13.0")).toEqual([]);
    expect(steps('VirtualHost "a.example"\n', "0.11", "13.0")).toEqual([]);
  });

  test("say that a file which is included may set them", () => {
    const text = 'modules_enabled = {}\nInclude "conf.d/*.cfg.lua"\n';
    const { entries } = report(text, "0.11", "0.12");
    expect(entries.find(({ message }) => message.includes("`authentication`"))?.message).toContain("is included may set it");
  });

  test("of all versions have been thought about", () => {
    const { defaults } = schemaFor().upgrades;
    for (const from of VERSIONS) {
      for (const to of VERSIONS) {
        const names = differentDefaults(schemaFor(from), schemaFor(to)).map(({ is }) => is.name);
        const listening = Object.values(schemaFor().services).flatMap(({ privateSince, prefix }) =>
          privateSince === undefined ? [] : [`${prefix}interfaces`],
        );
        expect(names.filter((name) => !Object.hasOwn(defaults, name) && !listening.includes(name))).toEqual([]);
      }
    }
  });
});

describe("other ways", () => {
  test("nothing changes", () => {
    const text = `${SET}modules_enabled = { "roster" }\nVirtualHost "a.example"\n`;
    expect(report(text, "13.0", "trunk")).toMatchObject({ direction: "up", entries: [], fixable: 0 });
    const analysis = analyse("lua", text);
    const { text: words } = upgradeDocument(report(text, "13.0", "trunk"), "x.cfg.lua", analysis.lines);
    expect(words).toContain("Nothing in this file changes between Prosody 13.0 and trunk");
    expect(report(text, "13.0", "13.0")).toMatchObject({ direction: "none", entries: [] });
  });

  test("a step back names what is not known there", () => {
    const text = `${SET}registration_delete_grace_period = 5
modules_enabled = { "account_activity" }
x = Lua.tonumber("1")
y = FileContents "z"
VirtualHost "a.example"
`;
    const found = report(text, "13.0", "0.12");
    expect(found.direction).toBe("down");
    expect(news(text, "13.0", "0.12")).toEqual([
      "breaks: Lua",
      "breaks: FileContents",
      "not-yet: registration_delete_grace_period",
      'not-yet: "account_activity"',
    ]);
    expect(steps(text, "13.0", "0.12")).toEqual([]);
    expect(after(text, "0.12")).toBe(text.replace("Lua.", ""));
  });

  test("values that are read in another way", () => {
    expect(news('default_archive_policy = "always"\n', "13.0", "0.12")).toEqual(['breaks: "always"']);
  });

  test("a file with a syntax error", () => {
    expect(report("admins = {\n", "0.12", "13.0").unreadable).toBe(true);
    expect(summary(report("admins = {\n", "0.12", "13.0"))[0]).toContain("syntax error");
    expect(report("admins = { }\n", "0.12", "13.0").unreadable).toBeUndefined();
  });

  test("env files", () => {
    const text = "PROSODY_VIRTUAL_HOSTS=a.example\n";
    expect(report(text, "0.12", "13.0", "env").entries).toEqual([]);
  });

  test("broken files", () => {
    expect(() => report('modules_enabled = { "posix"\nVirtualHost "a', "0.11", "13.0")).not.toThrow();
  });
});

describe("the document", () => {
  test("links lead to lines", () => {
    const text = "modules_enabled = {}\nregistration_whitelist = {}\n";
    const { lines } = analyse("lua", text);
    const { text: words, links } = upgradeDocument(report(text, "0.11", "0.12"), "conf.d/x.cfg.lua", lines);
    expect(words.split("\n")[0]).toBe("# conf.d/x.cfg.lua: from Prosody 0.11 to 0.12");
    const [first] = links;
    expect(words.slice(first?.span.start, first?.span.end)).toBe("Line 2");
    expect(text.slice(first?.target.start, first?.target.end)).toBe("registration_whitelist");
  });
});

test("the rules that speak of versions are those of that chapter", () => {
  const pages = filesMatching(/^docs\/rules\/[a-z-]+\.md$/);
  const chapter = pages.filter((path) => /^category: versions$/m.test(read(path)));
  expect(chapter.map((path) => path.replace(/^.*\/|\.md$/g, "")).sort()).toEqual([...MIGRATION_RULE_IDS].sort());
});

describe("the data", () => {
  const schema = schemaFor();

  test("has its shape", () => {
    expect(upgrades.safeParse(schema.upgrades).error?.issues ?? []).toEqual([]);
    expect(moduleGroups.safeParse(schema.moduleGroups).error?.issues ?? []).toEqual([]);
  });

  test("names things that exist, in whole sentences, each once", () => {
    const { notes, defaults } = schema.upgrades;
    expect(Object.keys(defaults).filter((name) => schema.option(name) === undefined)).toEqual([]);
    const named = notes.flatMap(({ when }) => (when !== undefined && "module" in when ? when.module : []));
    expect(named.filter((name) => !Object.hasOwn(schema.bundledModules, name))).toEqual([]);
    const options = notes.flatMap(({ when }) => (when !== undefined && "option" in when ? [when.option] : []));
    expect(options.filter((name) => schema.option(name) === undefined)).toEqual([]);
    const texts = [
      ...notes.map(({ text }) => text),
      ...Object.values(defaults).flatMap((one) => ("note" in one ? [one.note] : [])),
    ];
    expect(texts.filter((text) => !/[.)]$/.test(text))).toEqual([]);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
  });
});
