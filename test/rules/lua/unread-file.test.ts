// Parts of a configuration that nothing includes.

import { unreadFile } from "../../../server/src/core/rules/lua/unread-file.ts";
import { testRule } from "../../support/rules.ts";

const HOST = 'VirtualHost "b.example"\n';
const FOUND = `--- conf.d/b.cfg.lua unread\n${HOST}--^^^^^^^^^^^^^^^^^^^^^ `;

testRule(unreadFile, [
  {
    name: "no Include",
    file: `--- prosody.cfg.lua\nVirtualHost "a.example"\n${FOUND}warning: Add \`Include "conf.d/*.cfg.lua"\`\n`,
  },
  {
    name: "others of the folder are included",
    file: `--- prosody.cfg.lua\nInclude "conf.d/a.cfg.lua"\n--- conf.d/a.cfg.lua\nVirtualHost "a.example"\n${FOUND}information: Add \`Include "conf.d/b.cfg.lua"\`\n`,
  },
  {
    name: "another way to read it",
    file: `--- prosody.cfg.lua\ndofile("conf.d/" .. NAME)\n--- conf.d/b.cfg.lua unread\n${HOST}`,
  },
  { name: "nothing in it", file: '--- prosody.cfg.lua\nVirtualHost "a.example"\n--- conf.d/b.cfg.lua unread\n-- later\n' },
  { name: "included", file: `--- prosody.cfg.lua\nInclude "conf.d/*.cfg.lua"\n--- conf.d/b.cfg.lua\n${HOST}` },
]);
