// What happens with a value that the image cannot use. Each is a sentence for the end of a message.

/** When a variable is set to nothing. Variables that are not here take an empty value well, or nobody knows. */
export const EMPTY: Readonly<Record<string, string>> = {
  PROSODY_VIRTUAL_HOSTS: "Prosody then has no host and stops at once.",
  PROSODY_EXTRA_CONFIG: "Prosody then does not start.",
  PROSODY_LOGLEVEL: "Prosody then logs nothing at all.",
  PROSODY_STORAGE: "Prosody then keeps no accounts, contacts or messages.",
  PROSODY_SQL_DRIVER: "Prosody then uses SQL storage without a driver, which does not load.",
  PROSODY_TURN_SECRET: "It enables `turn_external` with an empty secret.",
  PROSODY_TURN_PORT: "From 13.0 on, `turn_external` then does not load.",
  PROSODY_TURN_TLS_PORT: "With TURN in use, an error is logged and TLS is not offered.",
  PROSODY_RETENTION_DAYS: "It switches the message archive on with a period that Prosody cannot read.",
  PROSODY_ARCHIVE_EXPIRY_DAYS: "It switches the message archive on with a period that Prosody cannot read.",
  PROSODY_UPLOAD_EXPIRY_DAYS: "With a file upload component, Prosody then does not start.",
  PROSODY_UPLOAD_LIMIT_MB: "With a file upload component, Prosody then does not start.",
  PROSODY_UPLOAD_STORAGE_GB: "With a file upload component, Prosody then does not start.",
  PROSODY_C2S_RATE_LIMIT: "The limit is then 3000 bytes per second, less than the default.",
  PROSODY_S2S_RATE_LIMIT: "The limit is then 3000 bytes per second, less than the default.",
  PROSODY_STATISTICS: "Statistics are then off, with an error in the log.",
  PROSODY_STATISTICS_INTERVAL: "Statistics are then off, with an error in the log.",
  PROSODY_NETWORK_HOSTNAME: "Web addresses that Prosody hands out then have no host.",
  PROSODY_CERTIFICATES: "Certificates are then looked for in `/etc/prosody` itself.",
};

/** When the value has the wrong form. */
export const WRONG: Readonly<Record<string, string>> = {
  PROSODY_LOGLEVEL: "With any other text, Prosody logs nothing at all.",
  PROSODY_SQL_DRIVER: "With any other text, upper and lower case included, the storage does not load.",
  PROSODY_STATISTICS: "With an unknown name, statistics are off.",
  PROSODY_TURN_PORT: "From 13.0 on, anything else keeps `turn_external` from loading.",
  PROSODY_TURN_TLS_PORT: "With anything else, TLS is not offered.",
  PROSODY_RETENTION_DAYS:
    "Of anything else Prosody makes another period or none, and with a file upload component it may not start.",
  PROSODY_ARCHIVE_EXPIRY_DAYS: "Of anything else Prosody makes another period or none.",
  PROSODY_UPLOAD_EXPIRY_DAYS: "With a file upload component, anything else keeps Prosody from starting.",
  PROSODY_UPLOAD_LIMIT_MB: "With a file upload component, anything else keeps Prosody from starting.",
  PROSODY_UPLOAD_STORAGE_GB: "With a file upload component, anything else keeps Prosody from starting.",
  PROSODY_C2S_RATE_LIMIT: "Anything else counts as 3000 bytes per second, less than the default.",
  PROSODY_S2S_RATE_LIMIT: "Anything else counts as 3000 bytes per second, less than the default.",
};
