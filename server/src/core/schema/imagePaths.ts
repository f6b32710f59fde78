// The places inside the official image that something is mounted at.

export const IMAGE_PATHS = {
  /** Configuration of the image, and all that it refers to. */
  config: "/etc/prosody",
  configFile: "/etc/prosody/prosody.cfg.lua",
  /** Files included at the end of the image's own configuration. */
  extraConfig: "/etc/prosody/conf.d",
  certificates: "/etc/prosody/certs",
  /** Community modules and one's own. */
  modules: "/etc/prosody/modules",
  data: "/var/lib/prosody",
} as const;
