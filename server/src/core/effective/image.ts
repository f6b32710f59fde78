// What Prosody runs with in its official container image, from the variables alone: our own model of what the image makes of them. What
// is included from conf.d (or PROSODY_EXTRA_CONFIG) comes on top and is not in here.

import type { ImageVersion } from "../schema/version.ts";
import { nameprep } from "./nameprep.ts";
import type { ConfigValue, HostOptions } from "./types.ts";

export interface ImageRequest {
  readonly version: ImageVersion;
  readonly variables: Readonly<Record<string, string>>;
  /** The name of the container: what serves as the only host when no variable names one. */
  readonly hostname: string;
}

/** By host and option, the variables that had a say; none: it is the image's own choice. */
export type Causes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type ImageResult =
  | { readonly status: "ok"; readonly config: HostOptions; readonly causes: Causes }
  | { readonly status: "error"; readonly error: { readonly message: string; readonly variables: readonly string[] } };

const MODULES =
  "disco roster saslauth tls blocklist bookmarks carbons dialback limits pep private smacks vcard4 vcard_legacy csi_simple invites " +
  "invites_adhoc invites_register ping register time uptime version admin_adhoc admin_shell";

const DAY = 60 * 60 * 24;
const MIB = 1024 * 1024;

export function imageConfig(request: ImageRequest): ImageResult {
  try {
    const image = new Image(request);
    image.global();
    image.hosts();
    image.components();
    image.externalComponents();
    return { status: "ok", ...image.result() };
  } catch (error) {
    if (error instanceof Refused) return { status: "error", error: { message: error.message, variables: error.variables } };
    throw error;
  }
}

/** Prosody would not start. */
class Refused extends Error {
  constructor(
    message: string,
    readonly variables: readonly string[],
  ) {
    super(message);
  }
}

class Image {
  private readonly config = new Map<string, Map<string, ConfigValue>>([["*", new Map()]]);
  private readonly causes = new Map<string, Map<string, readonly string[]>>();

  constructor(private readonly request: ImageRequest) {}

  global(): void {
    const old = this.request.version === "0.12";
    this.set("*", "plugin_paths", split(this.get("PLUGIN_PATHS") ?? "/etc/prosody/modules"), "PLUGIN_PATHS");
    this.set("*", "admins", this.list("ADMINS"), "ADMINS");
    const archive = this.get("RETENTION_DAYS") ?? this.get("ARCHIVE_EXPIRY_DAYS");
    const turn = this.get("TURN_SECRET");
    const more = [
      ...(this.list("ENABLE_MODULES") ?? []),
      ...(turn === undefined ? [] : ["turn_external"]),
      ...(archive === undefined ? [] : ["mam"]),
    ];
    const moduleVariables = ["ENABLE_MODULES", "TURN_SECRET", "RETENTION_DAYS", "ARCHIVE_EXPIRY_DAYS"];
    this.set("*", "modules_enabled", [...MODULES.split(" "), ...more], ...moduleVariables);
    if (turn !== undefined) {
      this.set("*", "turn_external_secret", turn, "TURN_SECRET");
      this.set("*", "turn_external_host", this.get("TURN_HOST"), "TURN_HOST");
      this.set("*", "turn_external_port", this.get("TURN_PORT"), "TURN_PORT");
      this.set("*", "turn_external_tls_port", this.get("TURN_TLS_PORT"), "TURN_TLS_PORT");
    }
    this.set("*", "modules_disabled", this.list("DISABLE_MODULES") ?? (old ? [] : undefined), "DISABLE_MODULES");
    this.set("*", "s2s_secure_auth", this.get("S2S_SECURE_AUTH") !== "0", "S2S_SECURE_AUTH");
    if (!old) this.dns();
    const rates = { c2s: this.get("C2S_RATE_LIMIT") ?? "10kb/s", s2sin: this.get("S2S_RATE_LIMIT") ?? "30kb/s" };
    const limits = { c2s: { rate: rates.c2s }, s2sin: { rate: rates.s2sin } };
    this.set("*", "limits", limits, "C2S_RATE_LIMIT", "S2S_RATE_LIMIT");
    this.set("*", "authentication", "internal_hashed");
    this.storage();
    const days = this.get("ARCHIVE_EXPIRY_DAYS") ?? this.get("RETENTION_DAYS") ?? "7";
    this.set("*", "archive_expires_after", `${days}d`, "ARCHIVE_EXPIRY_DAYS", "RETENTION_DAYS");
    this.set("*", "log", { [this.get("LOGLEVEL") ?? "info"]: "*console" }, "LOGLEVEL");
    this.set("*", "statistics", this.get("STATISTICS"), "STATISTICS");
    const interval = this.get("STATISTICS_INTERVAL");
    this.set("*", "statistics_interval", toNumber(interval) ?? interval, "STATISTICS_INTERVAL");
    this.set("*", "certificates", this.get("CERTIFICATES") ?? "certs", "CERTIFICATES");
  }

  hosts(): void {
    const hosts = this.list("VIRTUAL_HOSTS") ?? [this.request.hostname];
    const own = this.get("NETWORK_HOSTNAME");
    const name = own ?? (hosts.length === 1 ? hosts[0] : undefined);
    if (name !== undefined) {
      const cause = own === undefined ? "VIRTUAL_HOSTS" : "NETWORK_HOSTNAME";
      this.set("*", "http_host", name, cause);
      this.set("*", "proxy65_address", name, cause);
      if (this.get("TURN_SECRET") !== undefined && this.get("TURN_HOST") === undefined)
        this.set("*", "turn_external_host", name, cause);
    }
    for (const host of hosts) this.set(this.prepared(host, "VIRTUAL_HOSTS"), "defined", true, "VIRTUAL_HOSTS");
  }

  components(): void {
    for (const item of this.list("COMPONENTS") ?? []) {
      const [name, module] = split(item, ":");
      const host = this.component(name, "COMPONENTS");
      if (module === undefined)
        throw new Refused(`The component ${host} needs a module after its name: NAME:MODULE.`, variableNames(["COMPONENTS"]));
      this.set(host, "component_module", module, "COMPONENTS");
      if (module === "muc") this.set(host, "modules_enabled", this.list("MUC_MODULES"), "MUC_MODULES");
      else if (module === "http_file_share") this.fileShare(host);
    }
  }

  externalComponents(): void {
    for (const item of this.list("EXTERNAL_COMPONENTS") ?? []) {
      const [name, secret] = split(item, ":");
      const host = this.component(name, "EXTERNAL_COMPONENTS");
      const cause = secret === undefined ? "COMPONENT_SECRET" : "EXTERNAL_COMPONENTS";
      this.set(host, "component_secret", secret ?? this.get("COMPONENT_SECRET"), cause);
    }
  }

  result(): { readonly config: HostOptions; readonly causes: Causes } {
    const plain = <T>(
      table: ReadonlyMap<string, ReadonlyMap<string, T>>,
    ): Readonly<Record<string, Readonly<Record<string, T>>>> =>
      Object.fromEntries([...table].map(([host, options]) => [host, Object.fromEntries(options)]));
    return { config: plain(this.config), causes: plain(this.causes) };
  }

  private dns(): void {
    const dane = this.get("USE_DANE") !== undefined;
    this.set("*", "use_dane", dane, "USE_DANE");
    const resolvers = this.list("DNS_RESOLVERS");
    const unbound = table({ trustfile: dane ? "/usr/share/dns/root.ds" : undefined, forward: resolvers });
    this.set("*", "unbound", unbound, "USE_DANE", "DNS_RESOLVERS");
  }

  private storage(): void {
    const driver = this.get("SQL_DRIVER");
    this.set("*", "storage", driver === undefined ? (this.get("STORAGE") ?? "internal") : "sql", "SQL_DRIVER", "STORAGE");
    if (driver === undefined) return;
    const sql = {
      driver,
      database: this.get("SQL_DB"),
      username: this.get("SQL_USERNAME"),
      password: this.get("SQL_PASSWORD"),
      host: this.get("SQL_HOST"),
    };
    this.set("*", "sql", table(sql), "SQL_DRIVER", "SQL_DB", "SQL_USERNAME", "SQL_PASSWORD", "SQL_HOST");
  }

  private fileShare(host: string): void {
    const days = this.number("7", "UPLOAD_EXPIRY_DAYS", "RETENTION_DAYS");
    // The image writes this name; the module reads another one.
    this.set(host, "http_file_share_expire_after", DAY * days, "UPLOAD_EXPIRY_DAYS", "RETENTION_DAYS");
    if (this.get("UPLOAD_LIMIT_MB") !== undefined)
      this.set(host, "http_file_share_size_limit", MIB * this.number("", "UPLOAD_LIMIT_MB") + 16, "UPLOAD_LIMIT_MB");
    if (this.get("UPLOAD_STORAGE_GB") !== undefined)
      this.set(host, "http_file_share_global_quota", MIB * 1024 * this.number("", "UPLOAD_STORAGE_GB"), "UPLOAD_STORAGE_GB");
    this.set(host, "http_paths", { file_share: "/share" });
  }

  /** Begins a component's section, as an external one for now. */
  private component(name: string | undefined, cause: string): string {
    const host = this.prepared(name, cause);
    const known = this.config.get(host);
    if (known?.has("defined") === true && !known.has("component_module")) {
      const message = `${host} is a virtual host and a component at once; a component needs a name of its own.`;
      throw new Refused(message, variableNames(["VIRTUAL_HOSTS", cause]));
    }
    this.set(host, "component_module", "component", cause);
    this.set(host, "load_global_modules", false, cause);
    return host;
  }

  private prepared(name: string | undefined, cause: string): string {
    const host = name === undefined ? undefined : nameprep(name);
    if (host === undefined) throw new Refused("There is an item without a valid host name.", variableNames([cause]));
    return host;
  }

  /** The first of the variables that is set, as a number. */
  private number(otherwise: string, ...names: readonly string[]): number {
    const name = names.find((each) => this.get(each) !== undefined);
    const value = toNumber(name === undefined ? otherwise : this.get(name));
    if (value === undefined)
      throw new Refused("The value is no number, so nothing can be calculated with it.", variableNames(names));
    return value;
  }

  private get(name: string): string | undefined {
    const { variables } = this.request;
    return Object.hasOwn(variables, `PROSODY_${name}`) ? variables[`PROSODY_${name}`] : undefined;
  }

  private list(name: string): readonly string[] | undefined {
    const value = this.get(name);
    return value === undefined ? undefined : split(value);
  }

  private set(host: string, option: string, value: ConfigValue | undefined, ...causes: readonly string[]): void {
    if (value === undefined) return;
    const options = this.config.get(host) ?? new Map<string, ConfigValue>();
    const notes = this.causes.get(host) ?? new Map<string, readonly string[]>();
    options.set(option, value);
    notes.set(option, variableNames(causes.filter((name) => this.get(name) !== undefined)));
    this.config.set(host, options);
    this.causes.set(host, notes);
  }
}

/** Items are taken as they are, with the spaces around them; empty ones do not count. */
function split(text: string, separator = ","): readonly string[] {
  return text.split(separator).filter((item) => item !== "");
}

/** Without what is not set; Prosody does not tell an empty table from an empty list. */
function table(entries: Readonly<Record<string, ConfigValue | undefined>>): ConfigValue {
  const set = Object.entries(entries).filter((entry): entry is [string, ConfigValue] => entry[1] !== undefined);
  return set.length === 0 ? [] : Object.fromEntries(set);
}

/** A number as Lua reads one from a text. */
function toNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, sign = "", digits = ""] = /^\s*([-+]?)(0x[\da-f]+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)\s*$/i.exec(text) ?? [];
  return digits === "" ? undefined : Number(digits) * (sign === "-" ? -1 : 1);
}

function variableNames(names: readonly string[]): readonly string[] {
  return names.map((name) => `PROSODY_${name}`);
}
