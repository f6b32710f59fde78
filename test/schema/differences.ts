// Where our knowledge differs from the facts on purpose, and why. A place that no longer differs must go from here: the test says so.

export interface KnownDifference {
  /** In words, for somebody who wonders which of the two is right. */
  readonly reason: string;
  readonly places: readonly string[];
}

const VERSIONS = ["0.11", "0.12", "13.0", "trunk"] as const;

/** One option in several versions. */
function inVersions(what: string, versions: readonly string[] = VERSIONS): readonly string[] {
  return versions.map((version) => `${what} in ${version}`);
}

export const DIFFERENCES: readonly KnownDifference[] = [
  {
    reason: "The source takes 0, but makes a cache of that size, which must be greater than zero: the module does not load.",
    places: ["option muc_max_rooms: limits"],
  },
  {
    reason: "The facts of trunk are older than release 13.0.7; what a release has, the development branch has too.",
    places: [
      "option c2s_max_child_elements: versions",
      "option c2s_unauthed_stanza_size_limit: versions",
      "option s2s_max_child_elements: versions",
      "option s2s_unauthed_stanza_size_limit: versions",
      "option send_legacy_offline_messages_to_mam_clients: versions",
      "option sqlite_busy_timeout_ms: versions",
      "option tls_profile_version: versions",
      "module admin_shell: inheritable",
    ],
  },
  {
    reason:
      "The core reads it, so it is there without any module. The facts name the modules that look at it as well, which would make it seem to depend on them.",
    places: [
      "option admins: modules",
      "option authentication: modules",
      "option certificates: modules",
      "option component_module: modules",
      "option daemonize: modules",
      "option interface: modules",
      "option interfaces: modules",
      "option modules_enabled: modules",
      "option name: modules",
      "option network_default_read_size: modules",
      "option network_settings: modules",
      "option pidfile: modules",
      "option run_as_root: modules",
      "option ssl: modules",
      "option syslog_facility: modules",
      "option umask: modules",
      "option use_dane: modules",
      "option use_ipv4: modules",
      "option use_ipv6: modules",
    ],
  },
  {
    reason: "The reader asks without a default and then treats nil like this value; the facts only see the missing default.",
    places: [
      ...inVersions("option admin_shell_prompt: default", ["0.12", "13.0", "trunk"]),
      ...inVersions("option consider_bosh_secure: default"),
      ...inVersions("option consider_websocket_secure: default"),
      ...inVersions("option hide_os_type: default"),
      ...inVersions("option http_dir_listing: default"),
      // 10 MiB stands in net/http/parser.
      ...inVersions("option http_max_content_size: default"),
      ...inVersions("option restrict_room_creation: default", ["0.11", "0.12"]),
      ...inVersions("option syslog_facility: default"),
    ],
  },
  {
    reason: "The default comes out of a variable: epoll where the system has it, and the edition 5.7 of the TLS recommendations.",
    places: [...inVersions("option network_backend: default", ["0.12", "13.0", "trunk"]), "option tls_profile: default in 13.0"],
  },
  {
    reason: "0.11 takes the value of require_encryption, which is off there; the facts carry the newer default over.",
    places: ["option c2s_require_encryption: default in 0.11"],
  },
  {
    reason:
      "The value alone would mislead, so that the default stands in words: it depends on the module, on the host or on another option, or an empty value means that something else is used.",
    places: [
      ...inVersions("option c2s_ssl: default"),
      ...inVersions("option s2s_ssl: default"),
      ...inVersions("option ssl: default"),
      "option cross_domain_websocket: default in 0.11",
      ...inVersions("option default_user_role: default", ["13.0", "trunk"]),
      ...inVersions("option ldap_password: default", ["0.12", "13.0", "trunk"]),
      ...inVersions("option ldap_rootdn: default", ["0.12", "13.0", "trunk"]),
      ...inVersions("option local_interfaces: default"),
      ...inVersions("option name: default"),
      ...inVersions("option ports: default"),
      ...inVersions("option registration_watchers: default"),
      ...inVersions("option storage_archive_item_limit: default", ["0.12", "13.0", "trunk"]),
    ],
  },
  {
    reason: "13.0.7 reads it in mod_bosh with another default too, for sessions that are not logged in; the main use counts.",
    places: ["option c2s_stanza_size_limit: default in 13.0"],
  },
  {
    reason: "What it falls back to differs between versions, or is a chain of two, which the words of the default tell.",
    places: [
      "option http_host: fallback",
      "option http_interface: fallback",
      "option http_interfaces: fallback",
      "option interface: fallback",
      "option interfaces: fallback",
    ],
  },
  {
    reason: "Only components get as far as the line that reads it, or it is of use on them mostly.",
    places: [
      "option host_user_role: component",
      "option public_user_role: component",
      "option server_user_role: component",
      "option parent_host: component",
    ],
  },
  {
    reason: "Read as a text up to 0.12, and then parsed as a period; a number of seconds is turned into a text on the way.",
    places: [
      ...inVersions("option archive_expires_after: type", ["0.11", "0.12"]),
      ...inVersions("option muc_log_expires_after: type", ["0.11", "0.12"]),
    ],
  },
  {
    reason: "A second reader, or the same one before it converts, takes more than the getter that the facts name.",
    places: [
      "option cross_domain_websocket: type in 0.11",
      ...inVersions("option default_archive_policy: type", ["0.11", "0.12"]),
      // Names and numeric ids of groups.
      ...inVersions("option prosody_group: type"),
      "option network_default_read_size: type in 0.11",
    ],
  },
  {
    reason: "Its keys are known, so it is a record and no open map; that trunk reads an enum is the getter of one of its values.",
    places: inVersions("option muc_room_default_presence_broadcast: type", ["0.12", "13.0", "trunk"]),
  },
  {
    reason: "The code compares with more words than those that the facts collected.",
    places: [
      // Anything but "none" hooks it up, and neither of the two words is announced then.
      "option muc_avatar_advertise_hashes: values",
      "option muc_avatar_advertise_hashes: open",
      // Up to 0.12 "admin" is what true is turned into.
      "option restrict_room_creation: values",
    ],
  },
  {
    reason: "The facts go by the code; we go by how one loads it: in modules_enabled of a room component, or never by hand.",
    places: ["module muc_mam: kind", "module muc_unique: kind", "module unknown: kind"],
  },
  {
    reason: "Its items may hold passwords.",
    places: ["variable PROSODY_EXTERNAL_COMPONENTS: secret"],
  },
  {
    reason: "An open choice: the words that mean something are few, and other values are possible.",
    places: [
      "variable PROSODY_STATISTICS: type",
      "variable PROSODY_STATISTICS: values",
      "variable PROSODY_STATISTICS_INTERVAL: type",
    ],
  },
  {
    reason: "The facts count it as a module, although its README and code are about a Component.",
    places: [
      "community admin_message: kind",
      "community broadcast: kind",
      "community client_proxy: kind",
      "community component_http: kind",
      "community component_roundrobin: kind",
      "community http_upload_external: kind",
      "community rest: kind",
      "community sms_clickatell: kind",
      "community tcpproxy: kind",
      "community twitter: kind",
      "community unified_push: kind",
      "community unsubscriber: kind",
      "community vjud: kind",
    ],
  },
  {
    reason: "No option: the first argument of an old way of reading the configuration, or a name made at run time.",
    places: [
      "community dnsupdate: option defined",
      "community host_guard: option core",
      "community register_redirect: option core",
      "community s2s_reload_newcomponent: option core",
    ],
  },
  {
    reason: "Left Prosody in 0.12 and lives in the community since; `bundledSince` is for what went the other way.",
    places: ["community auth_cyrus: bundled since"],
  },
  {
    reason: "A stage that no other module has and that has no meaning of its own; the summary says that it is not finished.",
    places: ["community map: stage"],
  },
  {
    reason: "A table of examples, too long to be shown as a default.",
    places: ["community seclabels: default of security_labels"],
  },
  {
    reason:
      "Nothing reads them in any version we know, which is all the facts are about. They are here as gone, so that who still has them learns what to write instead: prosodyctl names the options, and 0.11 took `console` for `admin_telnet`.",
    places: [
      "option no_daemonize: beyond the facts",
      "option legacy_ssl_port: beyond the facts",
      "option bosh_interface: beyond the facts",
      "option bosh_interfaces: beyond the facts",
      "option bosh_port: beyond the facts",
      "option bosh_ports: beyond the facts",
      "option bosh_ssl: beyond the facts",
      "option vcard_compatibility: beyond the facts",
      "module console: beyond the facts",
    ],
  },
];
