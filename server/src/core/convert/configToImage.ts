// From a configuration to the variables of the official image, as far as they can express it. The variables are guessed option by option
// and then put to the test: what the image makes of them is compared with the configuration, and every difference is named.

import { sameValue } from "../effective/diff.ts";
import { imageConfig } from "../effective/image.ts";
import { isList, itemsOf } from "../effective/read.ts";
import { INTERNAL_OPTIONS } from "../effective/show.ts";
import type { ConfigValue, HostOptions } from "../effective/types.ts";
import { secondsOf } from "../schema/kinds/periods.ts";
import type { ImageVersion } from "../schema/version.ts";

export interface ImageFromConfig {
  /** With their values, secrets too. */
  readonly variables: Readonly<Record<string, string>>;
  /** Of the configuration, but not of what the image makes of the variables. */
  readonly lost: readonly Difference[];
  /** The image sets these on its own. */
  readonly added: readonly Difference[];
}

export interface Difference {
  /** `*` is the global section. */
  readonly host: string;
  readonly option: string;
}

type Options = Readonly<Record<string, ConfigValue>>;

const DAY = 86_400;
const MIB = 1024 * 1024;

export function imageFromConfig(config: HostOptions, version: ImageVersion): ImageFromConfig {
  const variables = guess(config, version);
  const made = imageConfig({ version, variables, hostname: "localhost" });
  const image = made.status === "ok" ? made.config : {};
  return { variables, lost: differences(config, image), added: differences(image, config) };
}

/** What the one says and the other does not, or says otherwise. */
function differences(config: HostOptions, other: HostOptions): readonly Difference[] {
  return Object.entries(config).flatMap(([host, options]) => {
    if (!Object.hasOwn(other, host)) return host === "*" ? [] : [{ host, option: "defined" }];
    return Object.entries(options)
      .filter(([option, value]) => !INTERNAL_OPTIONS.has(option) && !alike(option, value, other[host]?.[option]))
      .map(([option]) => ({ host, option }));
  });
}

/** The image adds what encryption adds to a file: too little to speak of. */
const SIZE = "http_file_share_size_limit";
const OVERHEAD = 16;

/** May be written in several ways. */
const PERIOD = "archive_expires_after";

/** Lists of modules and the like are sets. */
const SETS = new Set(["modules_enabled", "modules_disabled", "admins"]);

function alike(option: string, one: ConfigValue, other: ConfigValue | undefined): boolean {
  if (option === PERIOD && seconds(one) !== undefined) return seconds(one) === seconds(other);
  if (option === SIZE && typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= OVERHEAD;
  if (!SETS.has(option)) return sameValue(one, other);
  const [a, b] = [new Set(itemsOf(one)), new Set(itemsOf(other))];
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function guess(config: HostOptions, version: ImageVersion): Readonly<Record<string, string>> {
  const global = config["*"] ?? {};
  const found = new Map<string, string>();
  const set = (name: string, value: ConfigValue | undefined): void => {
    if (value !== undefined && typeof value !== "object") found.set(`PROSODY_${name}`, String(value));
  };
  const list = (name: string, items: readonly string[]): void => {
    // An item with a comma would become two.
    const fitting = items.filter((item) => item !== "" && !item.includes(","));
    if (fitting.length > 0) found.set(`PROSODY_${name}`, fitting.join(","));
  };
  const plain = imageConfig({ version, variables: {}, hostname: "localhost" });
  const usual = plain.status === "ok" ? (plain.config["*"] ?? {}) : {};
  const differs = (option: string): boolean => global[option] !== undefined && !sameValue(global[option], usual[option]);

  const hosts = Object.entries(config).filter(([host]) => host !== "*");
  list(
    "VIRTUAL_HOSTS",
    hosts.filter(([, options]) => options["component_module"] === undefined).map(([host]) => host),
  );
  list("ADMINS", itemsOf(global["admins"]));
  modules(global, usual, list);
  if (differs("plugin_paths")) list("PLUGIN_PATHS", itemsOf(global["plugin_paths"]));
  if (differs("certificates")) set("CERTIFICATES", global["certificates"]);
  if (global["s2s_secure_auth"] === false) set("S2S_SECURE_AUTH", 0);
  if (global["use_dane"] === true && version !== "0.12") set("USE_DANE", 1);
  if (version !== "0.12") list("DNS_RESOLVERS", itemsOf(field(global["unbound"], "forward")));
  for (const [kind, name] of [
    ["c2s", "C2S_RATE_LIMIT"],
    ["s2sin", "S2S_RATE_LIMIT"],
  ] as const) {
    const rate = field(field(global["limits"], kind), "rate");
    if (rate !== field(field(usual["limits"], kind), "rate")) set(name, rate);
  }
  storage(global, usual, set);
  logging(global["log"], set);
  set("STATISTICS", global["statistics"]);
  set("STATISTICS_INTERVAL", global["statistics_interval"]);
  const enabled = new Set(itemsOf(global["modules_enabled"]));
  if (enabled.has("turn_external") && typeof global["turn_external_secret"] === "string") {
    set("TURN_SECRET", global["turn_external_secret"]);
    if (global["turn_external_host"] !== global["http_host"]) set("TURN_HOST", global["turn_external_host"]);
    set("TURN_PORT", global["turn_external_port"]);
    set("TURN_TLS_PORT", global["turn_external_tls_port"]);
  }
  const days = wholeDays(global[PERIOD]);
  // The image enables the archive when a number of days is given.
  if (enabled.has("mam")) set("ARCHIVE_EXPIRY_DAYS", days ?? 7);
  const named = hosts.filter(([, options]) => options["component_module"] === undefined);
  if (global["http_host"] !== (named.length === 1 ? named[0]?.[0] : undefined)) set("NETWORK_HOSTNAME", global["http_host"]);
  components(hosts, list, set);
  return Object.fromEntries(found);
}

type SetList = (name: string, items: readonly string[]) => void;
type SetOne = (name: string, value: ConfigValue | undefined) => void;

function modules(global: Options, usual: Options, list: SetList): void {
  const wanted = itemsOf(global["modules_enabled"]);
  const given = itemsOf(usual["modules_enabled"]);
  const disabled = itemsOf(global["modules_disabled"]);
  list(
    "ENABLE_MODULES",
    wanted.filter((name) => !given.includes(name) && name !== "turn_external" && name !== "mam"),
  );
  list("DISABLE_MODULES", [...new Set([...given.filter((name) => !wanted.includes(name)), ...disabled])]);
}

function storage(global: Options, usual: Options, set: SetOne): void {
  const { sql, storage: kind } = global;
  const driver = field(sql, "driver");
  if (kind !== "sql" || typeof driver !== "string") {
    if (kind !== usual["storage"]) set("STORAGE", kind);
    return;
  }
  set("SQL_DRIVER", driver);
  for (const [key, name] of [
    ["database", "DB"],
    ["host", "HOST"],
    ["username", "USERNAME"],
    ["password", "PASSWORD"],
  ] as const)
    set(`SQL_${name}`, field(sql, key));
}

/** One level, to the console. */
function logging(log: ConfigValue | undefined, set: SetOne): void {
  if (log === undefined || typeof log !== "object" || isList(log)) return;
  const [[level, sink] = ["", ""], ...more] = Object.entries(log);
  if (more.length === 0 && sink === "*console" && level !== "info") set("LOGLEVEL", level);
}

function components(hosts: readonly (readonly [string, Options])[], list: SetList, set: SetOne): void {
  const own = hosts.flatMap(([host, options]) => {
    const { component_module: module } = options;
    return typeof module === "string" && module !== "component" ? [{ host, module, options }] : [];
  });
  list(
    "COMPONENTS",
    own.map(({ host, module }) => `${host}:${module}`),
  );
  const rooms = own.find(({ module }) => module === "muc");
  list("MUC_MODULES", itemsOf(rooms?.options["modules_enabled"]));
  const share = own.find(({ module }) => module === "http_file_share")?.options;
  const limit = share?.[SIZE];
  if (typeof limit === "number") set("UPLOAD_LIMIT_MB", (limit % MIB === 0 ? limit : limit - OVERHEAD) / MIB);
  const quota = share?.["http_file_share_global_quota"];
  if (typeof quota === "number") set("UPLOAD_STORAGE_GB", quota / MIB / 1024);
  const external = hosts.filter(([, options]) => options["component_module"] === "component");
  list(
    "EXTERNAL_COMPONENTS",
    external.map(([host, { component_secret: secret }]) => {
      const writable = typeof secret === "string" && secret !== "" && !/[:,]/.test(secret);
      return writable ? `${host}:${secret}` : host;
    }),
  );
}

/** What stands under a key of a table. */
function field(table: ConfigValue | undefined, key: string): ConfigValue | undefined {
  if (typeof table !== "object" || isList(table)) return undefined;
  const known = table as Options;
  return Object.hasOwn(known, key) ? known[key] : undefined;
}

/** Of a period like `1w` or a number. */
function seconds(value: ConfigValue | undefined): number | undefined {
  return typeof value === "string" ? secondsOf(value) : typeof value === "number" ? value : undefined;
}

function wholeDays(value: ConfigValue | undefined): number | undefined {
  const days = (seconds(value) ?? NaN) / DAY;
  return Number.isInteger(days) ? days : undefined;
}
