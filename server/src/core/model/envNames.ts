// Names of environment variables that are somebody's own, told from those that programs in a container read whoever set them.

const ELSEWHERE_NAMES = new Set(
  (
    "PATH HOME HOSTNAME USER LOGNAME SHELL SHLVL PWD OLDPWD TERM TZ LANG LANGUAGE TMPDIR TMP TEMP DEBUG EDITOR PAGER IFS " +
    "PUID PGID UID GID UMASK LOCAL DOMAIN PASSWORD HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY RES_OPTIONS LOCALDOMAIN HOSTALIASES " +
    "NOTIFY_SOCKET LISTEN_FDS LISTEN_PID WATCHDOG_USEC DEBIAN_FRONTEND"
  ).split(" "),
);

const ELSEWHERE_BEGINNINGS = /^(?:LC|LUA|LD|MALLOC|SSL|OPENSSL|COMPOSE|DOCKER|PODMAN|BUILDKIT|XDG|SYSTEMD)_/;

/** Named like the variables of the official image; one of another version of it, or of somebody's own. */
export function isLikeOfficial(name: string): boolean {
  return /^PROSODY(?:CTL)?_/.test(name);
}

/** Nothing but what the author wrote is known to read it. */
export function ownVariable(name: string): boolean {
  return !ELSEWHERE_NAMES.has(name.toUpperCase()) && !ELSEWHERE_BEGINNINGS.test(name);
}

/** Where a configuration could have something to say of its environment: only then the files that give it one are looked at. */
export const ASKS_ENVIRONMENT = /\bENV_|getenv|^[ \t]*modules_enabled[ \t]*=(?![^}]*["'](?:roster|saslauth)["'])/m;
