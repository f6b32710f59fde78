// The versions of Prosody that there is knowledge of, oldest first.

export const VERSIONS = ["0.11", "0.12", "13.0", "trunk"] as const;
