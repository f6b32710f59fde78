// The programs that run containers. What else lists them is made from this.

export const ENGINES = ["docker", "podman"] as const;

export type Engine = (typeof ENGINES)[number];
