// Data that is gone when Prosody or the machine stops.

import type { Setting } from "../../model/config.ts";
import type { Value } from "../../model/value.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { reportRisks } from "./shared/risks.ts";
import { isForTests } from "./shared/testHosts.ts";
import { settingsFor } from "./shared/wholeFile.ts";

export const volatileStorage: LuaRule = {
  kind: "lua",
  meta: {
    id: "volatile-storage",
    severity: "warning",
    fixable: true,
    summary: "Accounts and messages are kept where they do not last.",
  },
  check(context) {
    const isTest = isForTests(context.file);
    const all = everything(context);
    // Of a database in another place nothing is lost with the folder.
    const inFolder = ({ section }: Setting): boolean =>
      !["storage", "default_storage"].some((name) => isElsewhere(settingsFor(all, name, section).at(-1)?.value));
    const concerns = (setting: Setting): boolean =>
      setting.section.kind !== "component" && (setting.name !== "data_path" || inFolder(setting));
    reportRisks("loss", context, () => isTest, concerns);
  },
};

function isElsewhere(storage: Value | undefined): boolean {
  return storage?.kind === "string" && storage.value !== "internal";
}

export const docs: RuleDocs = {
  category: "security",
  description:
    "`memory` is for tests and for rooms that nobody needs tomorrow, `none` for hosts without any data. Where accounts are Prosody's " +
    "own, they live in that storage too and are lost with it. So is all data below `/tmp`, unless it goes to a database. Components may well do without, and hosts " +
    "whose accounts are kept elsewhere.",
  examples: [
    {
      title: "accounts in memory",
      text: 'authentication = "internal_hashed"\nstorage = "memory"\nVirtualHost "example.org"\n',
      reports: true,
    },
    { title: "a folder that is emptied", text: 'data_path = "/tmp/prosody"\n', reports: true },
    {
      title: "rooms for a day",
      text: 'authentication = "internal_hashed"\nComponent "rooms.example.org" "muc"\n\tstorage = "memory"\n',
      reports: false,
    },
    { title: "right", text: 'storage = "internal"\ndata_path = "/var/lib/prosody"\n', reports: false },
  ],
};
