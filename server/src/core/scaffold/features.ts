// The features that one adds to a server, each as steps on a configuration. Names of modules and options are compared with the knowledge by a
// test; which of them belong together is what this file knows.

import { availability, compareVersions } from "../schema/version.ts";
import { luaString } from "../rules/lua/shared/literals.ts";
import type { NewSetting, Target } from "./draft.ts";
import type { Work } from "./scaffold.ts";

export const FEATURES = [
  { id: "groupChat", title: "Group chat", detail: "Rooms with an archive" },
  { id: "fileSharing", title: "File sharing", detail: "Uploads over HTTP" },
  { id: "web", title: "Web clients", detail: "BOSH and WebSocket" },
  { id: "calls", title: "Audio and video calls", detail: "With a TURN server" },
  { id: "push", title: "Push notifications", detail: "For clients on phones" },
  { id: "archive", title: "Message archive", detail: "Messages on all devices" },
  { id: "invites", title: "Invitations", detail: "Accounts by invitation, nobody else registers" },
  { id: "monitoring", title: "Monitoring", detail: "Figures for Prometheus (OpenMetrics)" },
] as const;

export type Feature = (typeof FEATURES)[number]["id"];

export interface FeatureAnswers {
  /** The host that the feature is for; its components get names below it. */
  readonly host: string;
  /** Days for which messages and files are kept; Prosody's own defaults when absent. */
  readonly retention?: number;
  /** Of the TURN server; the host itself when absent. */
  readonly turnHost?: string;
  /** The section of the settings; the global one when absent. */
  readonly target?: Target;
}

export function addFeature(work: Work, feature: Feature, answers: FeatureAnswers): Work {
  return STEPS[feature](work, answers);
}

type Steps = (work: Work, answers: FeatureAnswers) => Work;

const STEPS: Readonly<Record<Feature, Steps>> = {
  groupChat: (work, { host, retention }) =>
    addComponent(work, `groups.${host}`, "muc", [
      { name: "name", value: luaString("Group chats") },
      { name: "modules_enabled", value: '{ "muc_mam" }' },
      { name: "restrict_room_creation", value: '"local"', remark: "users of this server only" },
      ...(retention === undefined ? [] : [{ name: "muc_log_expires_after", value: `"${retention}d"` }]),
    ]),
  fileSharing: (work, { host, retention }) =>
    addComponent(work, `upload.${host}`, "http_file_share", [
      { name: "http_file_share_size_limit", value: "100 * 1024 * 1024", remark: "bytes, for one file" },
      { name: "http_file_share_daily_quota", value: "1024 * 1024 * 1024", remark: "bytes, for each user and day" },
      ...(retention === undefined ? [] : [{ name: "http_file_share_expires_after", value: period(work, retention) }]),
    ]).say(`Clients upload over HTTPS, port 5281, so the certificate has to hold upload.${host} too.`),
  web: (work) =>
    work
      .with((draft) => draft.enable("*", ["bosh", "websocket"]))
      .say("Web clients reach HTTPS on port 5281. Behind a reverse proxy, set `http_external_url` and `trusted_proxies`."),
  calls: setUpTurn,
  push: (work) =>
    isThere(work, "cloud_notify")
      ? work.with((draft) => draft.enable("*", ["cloud_notify", "csi_simple", "smacks"]))
      : work.say("`cloud_notify` comes with Prosody since 13.0; for this version, install it from the community modules first."),
  archive: (work, { retention }) =>
    work.with((draft) => {
      const enabled = draft.enable("*", ["mam"]);
      return retention === undefined ? enabled : enabled.set("*", { name: "archive_expires_after", value: `"${retention}d"` });
    }),
  invites: (work) =>
    work
      .with((draft) =>
        draft
          .enable("*", ["invites", "invites_adhoc", "invites_register"])
          .set("*", { name: "allow_registration", value: "true" })
          .set("*", { name: "registration_invite_only", value: "true" }),
      )
      .say("Make the first invitation with `prosodyctl invite` or from an administrator's client."),
  monitoring: setUpOpenMetrics,
};

/** A component of a module, with what it needs of the global section. */
export function addComponent(work: Work, name: string, module: string, settings: readonly NewSetting[] = []): Work {
  return work.with((draft) => draft.addSection(`Component ${luaString(name)} ${luaString(module)}`, name, settings));
}

/** A component that is a program of its own: it connects with a secret. */
export function addExternalComponent(work: Work, name: string): Work {
  return work.withSecret(name, (so, lua) =>
    so
      .with((draft) => draft.addSection(`Component ${luaString(name)}`, name, [{ name: "component_secret", value: lua }]))
      .say("The component connects to port 5347 and gives the same secret. Prosody answers there on the loopback address only."),
  );
}

export function setUpTurn(work: Work, { host, turnHost = host, target = "*" }: FeatureAnswers): Work {
  return work.withSecret("turn", (so, lua) =>
    so
      .with((draft) =>
        draft
          .enable(target, ["turn_external"])
          .set(target, { name: "turn_external_host", value: luaString(turnHost) })
          .set(target, { name: "turn_external_secret", value: lua }),
      )
      .say(
        `Run a TURN server (coturn, for example) on ${turnHost} with the same secret: \`use-auth-secret\` and \`static-auth-secret\`.`,
      ),
  );
}

export interface SqlAnswers {
  readonly driver: "SQLite3" | "PostgreSQL" | "MySQL";
  readonly database?: string;
  readonly host?: string;
  readonly username?: string;
}

export function setUpSql(
  work: Work,
  { driver, database = "prosody", host = "localhost", username = "prosody" }: SqlAnswers,
): Work {
  const storage = (so: Work): Work => so.with((draft) => draft.put("*", { name: "storage", value: '"sql"' }));
  if (driver === "SQLite3") {
    return storage(work)
      .with((draft) => draft.set("*", { name: "sql", value: '{ driver = "SQLite3", database = "prosody.sqlite" }' }))
      .say("Accounts in the old storage stay there; `prosodyctl mod_storage` and `migrator` tell how to move them.");
  }
  return work.withSecret("sql", (so, lua) =>
    storage(so)
      .with((draft) =>
        draft.set("*", {
          name: "sql",
          value: `{\n\tdriver = "${driver}";\n\tdatabase = ${luaString(database)};\n\thost = ${luaString(host)};\n\tusername = ${luaString(username)};\n\tpassword = ${lua};\n}`,
        }),
      )
      .say(
        `Create the database ${database} and its user ${username} with the new password, and install Lua's driver (lua-dbi) for ${driver}.`,
      ),
  );
}

export function setUpCertificates(work: Work, folder = "certs"): Work {
  return work
    .with((draft) => draft.set("*", { name: "certificates", value: luaString(folder) }))
    .say(
      `Prosody looks in ${folder} for NAME.crt and NAME.key of each host. \`prosodyctl cert import\` copies them from Let's Encrypt.`,
    );
}

export interface ProxyAnswers {
  /** As people reach it: `https://chat.example.org/`. */
  readonly url: string;
  /** The proxy's address, as Prosody sees it. */
  readonly proxy?: string;
}

export function setUpReverseProxy(work: Work, { url, proxy = "127.0.0.1" }: ProxyAnswers): Work {
  const local = /^(?:127\.|::1$)/.test(proxy);
  return work
    .with((draft) =>
      draft
        .set("*", { name: "http_external_url", value: luaString(url.endsWith("/") ? url : `${url}/`) })
        .set("*", { name: "trusted_proxies", value: local ? '{ "127.0.0.1", "::1" }' : `{ ${luaString(proxy)} }` })
        .set("*", { name: "http_interfaces", value: local ? '{ "127.0.0.1", "::1" }' : '{ "*", "::" }' }),
    )
    .say("Let the proxy pass the Host header on, and for WebSocket also Upgrade and Connection; it sends requests to port 5280.");
}

export function setUpOpenMetrics(work: Work): Work {
  return work
    .with((draft) => draft.enable("*", ["http_openmetrics"]).set("*", { name: "statistics", value: '"internal"' }))
    .say(
      "Prometheus reads http://127.0.0.1:5280/metrics. From elsewhere, allow it with `openmetrics_allow_ips` or `openmetrics_allow_cidr`.",
    );
}

/** The option is a number of seconds before 13.0. */
function period({ schema }: Work, days: number): string {
  return compareVersions(schema.version, "13.0") >= 0 ? `"${days}d"` : `${days} * 24 * 60 * 60`;
}

export function isThere({ schema }: Pick<Work, "schema">, module: string): boolean {
  const entry = schema.bundledModules[module];
  return entry !== undefined && availability(entry, schema.version) === "now";
}
