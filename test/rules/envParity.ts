// The traps of the official image's variables, one line each: what of ours tells it, with a file in which it does and one beside it in
// which it does not, or why nothing does. Data for the test beside it.

import type { Version } from "../../server/src/core/schema/types.ts";

export type Trap = (Told & Case) | Untold;

export type Told =
  /** The rule that tells it first: of variables, of containers (a compose file and the like), or of configurations. */
  | { readonly rule: string }
  /** What the hover says at `$0`. */
  | { readonly hover: RegExp }
  /** What the effective configuration of the image warns of: a word of it. */
  | { readonly warns: string };

export interface Case {
  readonly reports: string;
  /** Nearly the same, and nothing is wrong with it. */
  readonly silent: string;
  /** For which version, when not the current one. */
  readonly version?: Version;
  readonly note?: string;
}

export interface Untold {
  readonly reason: string;
}

const MOUNTS = "Lies in the volumes and ports of the container; the rules for compose files and the like look there.";

const SERVICE = "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n";

const HOST = "PROSODY_VIRTUAL_HOSTS=example.com\n";

export const IMAGE_TRAPS: Readonly<Record<string, Trap>> = {
  "0.12-config-on-13": {
    rule: "lua-prefix",
    reports: 'archive_expires_after = os.getenv("PROSODY_RETENTION_DAYS") .. "d"\n',
    silent: 'archive_expires_after = Lua.os.getenv("PROSODY_RETENTION_DAYS") .. "d"\n',
    note: "Somebody took the template out of the image and keeps it.",
  },

  // The first account
  "account-all-three": {
    rule: "missing-companion",
    reports: `${HOST}LOCAL=admin\nDOMAIN=example.com\nPASSWORD=\n`,
    silent: `${HOST}LOCAL=admin\nDOMAIN=example.com\nPASSWORD=x\n`,
    note: "One of the three alone is not told: other programs have variables of these names.",
  },
  "account-only-with-prosody": {
    rule: "wrong-command",
    reports: `${SERVICE}    command: [check, config]\n    environment: { LOCAL: a, DOMAIN: example.com, PASSWORD: }\n`,
    silent: `${SERVICE}    command: [prosody, -F]\n    environment: { LOCAL: a, DOMAIN: example.com, PASSWORD: }\n`,
  },
  "account-overwritten": {
    rule: "account-overwritten",
    reports: `${HOST}LOCAL=admin\nDOMAIN=example.com\nPASSWORD=x\n`,
    silent: `${HOST}LOCAL=admin\nDOMAIN=example.com\n`,
  },
  "account-unknown-domain": {
    rule: "account-host",
    reports: `${HOST}LOCAL=admin\nDOMAIN=example.org\nPASSWORD=x\n`,
    silent: `${HOST}LOCAL=admin\nDOMAIN=EXAMPLE.com\nPASSWORD=x\n`,
  },
  "local-generic-name": { reason: "Other programs may well set these names, so nothing is said of one of them alone." },

  // Commands, volumes, ports
  "command-forms": {
    rule: "wrong-command",
    reports: `${SERVICE}    command: [prosodyctl, check, config]\n`,
    silent: `${SERVICE}    command: [check, config]\n`,
  },
  "config-volume-hides-image-config": { reason: MOUNTS },
  "data-dir-root-owned": {
    rule: "root-owned-bind-mount",
    reports: `${SERVICE}    volumes: ['./data:/var/lib/prosody']\n`,
    silent: `${SERVICE}    volumes: ['data:/var/lib/prosody']\n`,
  },
  "no-http-by-default": {
    rule: "closed-port",
    reports: `${SERVICE}    ports: ['5281:5281']\n`,
    silent: `${SERVICE}    ports: ['5281:5281']\n    environment: { PROSODY_ENABLE_MODULES: bosh }\n`,
  },
  "proxy65-port-not-exposed": { reason: MOUNTS },
  "readme-example-outdated": { reason: MOUNTS },
  "component-port-loopback": {
    rule: "loopback-only",
    reports: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com:x\n",
    silent: "PROSODY_EXTERNAL_COMPONENTS=\nPROSODY_LOGLEVEL=info\n",
  },
  "http-port-loopback": {
    rule: "loopback-only",
    reports: `${HOST}PROSODY_ENABLE_MODULES=mam,bosh\n`,
    silent: `${HOST}PROSODY_ENABLE_MODULES=mam\n`,
  },

  // Components
  "component-secret-only-default": {
    rule: "missing-companion",
    reports: "PROSODY_COMPONENT_SECRET=x\n",
    silent: "PROSODY_COMPONENT_SECRET=x\nPROSODY_EXTERNAL_COMPONENTS=irc.example.com\n",
    note: "That every item has a secret of its own is told by no-effect.",
  },
  "component-third-part": {
    rule: "list-item",
    reports: "PROSODY_COMPONENTS=rooms.example.com:muc:x\n",
    silent: "PROSODY_COMPONENTS=rooms.example.com:muc\n",
  },
  "component-type-space": {
    rule: "list-blank",
    reports: "PROSODY_COMPONENTS=rooms.example.com: muc\n",
    silent: "PROSODY_COMPONENTS=rooms.example.com:muc\n",
  },
  "component-unknown-type": {
    rule: "list-item",
    reports: "PROSODY_COMPONENTS=rooms.example.com:quite_unheard_of\n",
    silent: "PROSODY_COMPONENTS=rooms.example.com:muc\n",
  },
  "component-without-type": {
    rule: "list-item",
    reports: "PROSODY_COMPONENTS=rooms.example.com:\n",
    silent: "PROSODY_COMPONENTS=rooms.example.com:muc\n",
  },
  "external-overrides-component": {
    rule: "name-clash",
    reports: "PROSODY_COMPONENTS=a.example.com:muc\nPROSODY_EXTERNAL_COMPONENTS=A.example.com:x\n",
    silent: "PROSODY_COMPONENTS=a.example.com:muc\nPROSODY_EXTERNAL_COMPONENTS=b.example.com:x\n",
  },
  "external-secret-split": {
    rule: "list-item",
    reports: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com:a:b\n",
    silent: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com:ab\n",
    note: "A comma is told where what follows it has no dot and so is no domain.",
  },
  "external-without-secret": {
    rule: "list-item",
    reports: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com\n",
    silent: "PROSODY_EXTERNAL_COMPONENTS=irc.example.com\nPROSODY_COMPONENT_SECRET=x\n",
  },
  "vhost-component-clash": {
    rule: "name-clash",
    reports: `${HOST}PROSODY_EXTERNAL_COMPONENTS=example.com:x\n`,
    silent: `${HOST}PROSODY_EXTERNAL_COMPONENTS=irc.example.com:x\n`,
  },

  // Switches and lists
  "dane-any-value": { rule: "switch-value", reports: `${HOST}PROSODY_USE_DANE=0\n`, silent: `${HOST}PROSODY_USE_DANE=1\n` },
  "dane-needs-unbound": {
    reason: "The image has that resolver; whether the DNS servers in use support DNSSEC only the network tells.",
  },
  "empty-is-set": { rule: "empty-value", reports: `${HOST}PROSODY_SQL_DRIVER=\n`, silent: `${HOST}PROSODY_ADMINS=\n` },
  "list-empty-items": { rule: "list-blank", reports: "PROSODY_ENABLE_MODULES=mam,\n", silent: "PROSODY_ENABLE_MODULES=mam\n" },
  "list-no-trim": {
    rule: "list-blank",
    reports: "PROSODY_ADMINS=a@example.com, b@example.com\n",
    silent: "PROSODY_ADMINS=a@example.com,b@example.com\n",
  },
  "mod-prefix": { rule: "list-item", reports: "PROSODY_MUC_MODULES=mod_muc_mam\n", silent: "PROSODY_MUC_MODULES=muc_mam\n" },
  "secure-auth-only-0": {
    rule: "switch-value",
    reports: "PROSODY_LOGLEVEL=info\nPROSODY_S2S_SECURE_AUTH=false\n",
    silent: "PROSODY_LOGLEVEL=info\nPROSODY_S2S_SECURE_AUTH=0\n",
  },
  "separator-is-comma-not-colon": {
    rule: "list-item",
    reports: "PROSODY_PLUGIN_PATHS=/etc/prosody/modules:/opt/modules\n",
    silent: "PROSODY_PLUGIN_PATHS=/etc/prosody/modules,/opt/modules\n",
  },

  // The extra configuration
  "extra-config-global": {
    rule: "include-in-host",
    reports: '--- prosody.cfg.lua\nVirtualHost "a.example"\n\tInclude "a.lua"\n--- a.lua\nallow_registration = false\n',
    silent: '--- prosody.cfg.lua\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n\tallow_registration = false\n',
    note: "The image's own Include stands behind its hosts; the rule tells it of a configuration of one's own.",
  },
  "extra-config-missing": {
    rule: "extra-config",
    reports: "PROSODY_EXTRA_CONFIG=/etc/prosody/conf.d/\n",
    silent: "PROSODY_EXTRA_CONFIG=/etc/prosody/conf.d/*.cfg.lua\n",
    note: "An empty value is told by empty-value, absolute paths with commas by wrong-value. Whether the file exists only the container tells.",
  },
  "extra-config-order": {
    hover: /not sorted by name/,
    reports: "PROSODY_EXTRA_$0CONFIG=conf.d/*.cfg.lua\n",
    silent: "PROSODY_EXTRA_$0CONFIG=conf.d/own.cfg.lua\n",
  },
  "extra-config-replaces-modules": {
    rule: "module-list-replaced",
    reports: `--- conf.d/own.cfg.lua\nmodules_enabled = { "bosh" }\n--- compose.yaml\n${SERVICE}    volumes: [./conf.d:/etc/prosody/conf.d]\n`,
    silent: `--- conf.d/own.cfg.lua\nmodules_enabled:append { "bosh" }\n--- compose.yaml\n${SERVICE}    volumes: [./conf.d:/etc/prosody/conf.d]\n`,
  },
  "prosody-config-env": {
    rule: "config-replaced",
    reports: "PROSODY_CONFIG=/etc/prosody/own.cfg.lua\nPROSODY_LOGLEVEL=info\n",
    silent: "PROSODY_CONFIG=/etc/prosody/prosody.cfg.lua\nPROSODY_LOGLEVEL=info\n",
  },

  // Hosts
  "network-hostname-case": {
    rule: "hostname-case",
    reports: `${HOST}PROSODY_NETWORK_HOSTNAME=XMPP.example.com\n`,
    silent: `${HOST}PROSODY_NETWORK_HOSTNAME=xmpp.example.com\n`,
  },
  "network-hostname-default": {
    hover: /has no default/,
    reports: "PROSODY_VIRT$0UAL_HOSTS=a.example,b.example\n",
    silent: "PROSODY_VIRT$0UAL_HOSTS=a.example\n",
  },
  "network-hostname-global": {
    hover: /takes the place of the name of `up\.a\.example`/,
    reports: "PROSODY_NET$0WORK_HOSTNAME=b.example\nPROSODY_COMPONENTS=up.a.example:http_file_share\n",
    silent: "PROSODY_NET$0WORK_HOSTNAME=b.example\nPROSODY_COMPONENTS=rooms.a.example:muc\n",
  },
  "vhosts-default-hostname": {
    rule: "missing-virtual-hosts",
    reports: "PROSODY_ADMINS=admin@example.com\nPROSODY_LOGLEVEL=info\n",
    silent: `${HOST}PROSODY_ADMINS=admin@example.com\n`,
  },
  "vhosts-empty": {
    rule: "empty-value",
    reports: "PROSODY_VIRTUAL_HOSTS=\n",
    silent: HOST,
  },

  // The log, statistics, limits
  "flush-log-dead": {
    rule: "no-effect",
    reports: "PROSODY_LOGLEVEL=info\n__FLUSH_LOG=yes\n",
    silent: "PROSODY_LOGLEVEL=info\n",
  },
  "loglevel-silent": { rule: "wrong-value", reports: "PROSODY_LOGLEVEL=INFO\n", silent: "PROSODY_LOGLEVEL=info\n" },
  "rate-fallback": { rule: "wrong-value", reports: "PROSODY_C2S_RATE_LIMIT=20kb\n", silent: "PROSODY_C2S_RATE_LIMIT=20kb/s\n" },
  "stats-interval-enables-internal": {
    hover: /number alone switches the collection on/,
    reports: "PROSODY_STATISTICS_INT$0ERVAL=60\n",
    silent: "PROSODY_STATISTICS_INT$0ERVAL=60\nPROSODY_STATISTICS=internal\n",
  },
  "statsd-needs-config": {
    rule: "statsd-address",
    reports: `${HOST}PROSODY_STATISTICS=statsd\n`,
    silent: `${HOST}PROSODY_STATISTICS=internal\n`,
  },
  "not-in-0.12": {
    rule: "unknown-variable",
    reports: `${HOST}PROSODY_DNS_RESOLVERS=9.9.9.9\n`,
    silent: `${HOST}PROSODY_LOGLEVEL=info\n`,
    version: "0.12",
  },
  "tonumber-warning": {
    warns: "tonumber",
    reports: `${HOST}PROSODY_COMPONENTS=up.example.com:http_file_share\n`,
    silent: `${HOST}PROSODY_COMPONENTS=rooms.example.com:muc\n`,
  },

  // Keeping messages and files
  "muc-archive": {
    rule: "retention-reach",
    reports: `${HOST}PROSODY_COMPONENTS=rooms.example.com:muc\nPROSODY_RETENTION_DAYS=7\n`,
    silent: `${HOST}PROSODY_COMPONENTS=rooms.example.com:muc\nPROSODY_RETENTION_DAYS=7\nPROSODY_MUC_MODULES=muc_mam\n`,
    version: "0.12",
    note: "Only for 0.12: within 13.0 it depends on the last number of the version.",
  },
  "muc-archive-expiry": {
    rule: "retention-reach",
    reports: `${HOST}PROSODY_COMPONENTS=rooms.example.com:muc\nPROSODY_MUC_MODULES=muc_mam\nPROSODY_RETENTION_DAYS=30\n`,
    silent: `${HOST}PROSODY_RETENTION_DAYS=30\n`,
  },
  "muc-modules-need-component": {
    rule: "missing-companion",
    reports: `${HOST}PROSODY_COMPONENTS=upload.example.com:http_file_share\nPROSODY_MUC_MODULES=muc_mam\n`,
    silent: `${HOST}PROSODY_COMPONENTS=rooms.example.com:muc\nPROSODY_MUC_MODULES=muc_mam\n`,
  },
  "retention-not-number": {
    rule: "wrong-value",
    reports: "PROSODY_RETENTION_DAYS=never\n",
    silent: "PROSODY_RETENTION_DAYS=30\n",
  },
  "retention-only-enables-mam-when-set": {
    hover: /No messages are archived/,
    reports: "PROSODY_ENA$0BLE_MODULES=bosh\n",
    silent: "PROSODY_ENA$0BLE_MODULES=bosh\nPROSODY_RETENTION_DAYS=7\n",
  },
  "unit-suffix-accepted": { rule: "wrong-value", reports: "PROSODY_RETENTION_DAYS=1w\n", silent: "PROSODY_RETENTION_DAYS=7\n" },
  "daily-quota-follows-limit": {
    hover: /250 MiB in a day/,
    reports: "PROSODY_UPLOAD_LIM$0IT_MB=25\nPROSODY_COMPONENTS=up.a.example:http_file_share\n",
    silent: "PROSODY_UPLOAD_LIM$0IT_MB=25\n",
  },
  "upload-expiry-no-effect": {
    rule: "no-effect",
    reports: "PROSODY_COMPONENTS=up.example.com:http_file_share\nPROSODY_UPLOAD_EXPIRY_DAYS=30\n",
    silent: "PROSODY_COMPONENTS=up.example.com:http_file_share\nPROSODY_UPLOAD_LIMIT_MB=30\n",
    note: "For the upload part of the retention there is retention-reach.",
  },
  "upload-needs-component": {
    rule: "missing-companion",
    reports: "PROSODY_COMPONENTS=rooms.example.com:muc\nPROSODY_UPLOAD_STORAGE_GB=1\n",
    silent: "PROSODY_COMPONENTS=up.example.com:http_file_share\nPROSODY_UPLOAD_STORAGE_GB=1\n",
  },
  "upload-not-number": {
    rule: "wrong-value",
    reports: "PROSODY_COMPONENTS=up.example.com:http_file_share\nPROSODY_UPLOAD_LIMIT_MB=10MB\n",
    silent: "PROSODY_COMPONENTS=up.example.com:http_file_share\nPROSODY_UPLOAD_LIMIT_MB=10\n",
  },

  // Storage
  "readme-sql-driver": {
    rule: "no-effect",
    reports: "PROSODY_SQL_DRIVER=SQLite3\nPROSODY_STORAGE=internal\n",
    silent: "PROSODY_SQL_DRIVER=SQLite3\n",
    note: "The driver alone is enough, and nothing is said of it.",
  },
  "sql-driver-case": {
    rule: "wrong-value",
    reports: "PROSODY_SQL_DRIVER=sqlite3\n",
    silent: "PROSODY_SQL_DRIVER=SQLite3\n",
  },
  "sql-driver-wins": {
    rule: "no-effect",
    reports: "PROSODY_SQL_DRIVER=SQLite3\nPROSODY_STORAGE=memory\n",
    silent: "PROSODY_SQL_DRIVER=SQLite3\nPROSODY_STORAGE=sql\n",
  },
  "sql-needs-db": {
    rule: "sql-database",
    reports: "PROSODY_SQL_DRIVER=MySQL\nPROSODY_SQL_HOST=db\n",
    silent: "PROSODY_SQL_DRIVER=MySQL\nPROSODY_SQL_HOST=db\nPROSODY_SQL_DB=prosody\n",
  },
  "sql-no-port": {
    rule: "wrong-value",
    reports: "PROSODY_SQL_DRIVER=MySQL\nPROSODY_SQL_DB=prosody\nPROSODY_SQL_HOST=db:3306\n",
    silent: "PROSODY_SQL_DRIVER=MySQL\nPROSODY_SQL_DB=prosody\nPROSODY_SQL_HOST=db\n",
  },
  "sql-vars-need-driver": {
    rule: "missing-companion",
    reports: "PROSODY_SQL_HOST=db\nPROSODY_SQL_DB=prosody\n",
    silent: "PROSODY_SQL_DRIVER=MySQL\nPROSODY_SQL_HOST=db\nPROSODY_SQL_DB=prosody\n",
  },
  "storage-sql-without-driver": {
    rule: "sql-without-driver",
    reports: `${HOST}PROSODY_STORAGE=sql\n`,
    silent: `${HOST}PROSODY_STORAGE=sql\nPROSODY_SQL_DRIVER=SQLite3\n`,
  },
  "unknown-storage-null": {
    rule: "wrong-value",
    reports: `${HOST}PROSODY_STORAGE=internel\n`,
    silent: `${HOST}PROSODY_STORAGE=internal\n`,
    note: "A name that is near none of Prosody's may be a storage of one's own, and is not told.",
  },

  // TURN
  "turn-duplicate-warning": {
    warns: "turn_external_host",
    reports: `${HOST}PROSODY_TURN_SECRET=x\n`,
    silent: `${HOST}PROSODY_TURN_SECRET=x\nPROSODY_TURN_HOST=turn.example.com\n`,
  },
  "turn-needs-secret": {
    rule: "missing-companion",
    reports: `${HOST}PROSODY_TURN_HOST=turn.example.com\n`,
    silent: `${HOST}PROSODY_TURN_HOST=turn.example.com\nPROSODY_TURN_SECRET=x\n`,
  },
  "turn-port-not-number": {
    rule: "wrong-value",
    reports: "PROSODY_TURN_SECRET=x\nPROSODY_TURN_PORT=turn\n",
    silent: "PROSODY_TURN_SECRET=x\nPROSODY_TURN_PORT=3478\n",
  },
};
