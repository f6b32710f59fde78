// The tools whose env files we read. What else lists them is made from this.

/** `docker run --env-file` (also Compose's `format: raw`), Compose's `.env` and `env_file`, `podman --env-file`. */
export const ENV_DIALECTS = ["docker", "compose", "podman"] as const;

/** Whose rules. */
export type EnvDialect = (typeof ENV_DIALECTS)[number];

/** As people write them. */
export const DIALECT_NAMES: Readonly<Record<EnvDialect, string>> = { docker: "docker", compose: "Compose", podman: "podman" };

/** The two tools that nearly everybody uses: by these a file is read of which nobody knows more. */
export const USUAL_DIALECTS: readonly EnvDialect[] = ["docker", "compose"];

/** What people can say of their env files; with `auto` it is found out, or left open. */
export const ENV_DIALECT_CHOICES = ["auto", ...ENV_DIALECTS] as const;

export type EnvDialectChoice = (typeof ENV_DIALECT_CHOICES)[number];
