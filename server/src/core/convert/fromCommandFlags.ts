// The flags of `docker run` and `podman run`: which take a value, which are switches, and what else they are called. Only so can the
// image be told from the value of a flag.

/** Without a value, unless it is given by `=`. */
const SWITCHES = new Set(
  (
    "--detach --disable-content-trust --env-host --help --http-proxy --init --interactive --no-healthcheck --no-hostname --no-hosts " +
    "--oom-kill-disable --passwd --privileged --publish-all --quiet --read-only --read-only-tmpfs --replace --rm --rmi --rootfs " +
    "--sig-proxy --tls-verify --tty --unsetenv-all --use-api-socket"
  ).split(" "),
);

const SHORT: Readonly<Record<string, string>> = {
  a: "--attach",
  c: "--cpu-shares",
  d: "--detach",
  e: "--env",
  h: "--hostname",
  i: "--interactive",
  l: "--label",
  m: "--memory",
  p: "--publish",
  P: "--publish-all",
  q: "--quiet",
  t: "--tty",
  u: "--user",
  v: "--volume",
  w: "--workdir",
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  "--net": "--network",
  "--net-alias": "--network-alias",
  "--dns-opt": "--dns-option",
};

export interface Flag {
  /** The long name. */
  readonly name: string;
  /** Absent: a switch that is on. */
  readonly value?: string;
}

export interface ReadFlags {
  readonly flags: readonly Flag[];
  /** The image and what stands after it. */
  readonly rest: readonly string[];
}

export function readFlags(words: readonly string[]): ReadFlags {
  const flags: Flag[] = [];
  let at = 0;
  const take = (name: string, value: string | undefined): void => {
    if (value !== undefined) {
      // `--rm=false` is as if it were not there.
      if (!SWITCHES.has(name)) flags.push({ name, value });
      else if (value === "true" || value === "1") flags.push({ name });
    } else if (SWITCHES.has(name)) flags.push({ name });
    else flags.push({ name, value: words[at++] ?? "" });
  };
  while (at < words.length) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") break;
    at++;
    if (word === "--") break;
    if (word.startsWith("--")) {
      const [, name = word, value] = /^([^=]*)(?:=([^]*))?$/.exec(word) ?? [];
      take(Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name] ?? name) : name, value);
    } else takeShort(word.slice(1), take);
  }
  return { flags, rest: words.slice(at) };
}

/** `-dit`, `-p5222:5222`, `-e=A=b`. */
function takeShort(letters: string, take: (name: string, value: string | undefined) => void): void {
  for (let i = 0; i < letters.length; i++) {
    const letter = letters.charAt(i);
    const name = SHORT[letter] ?? `-${letter}`;
    const more = letters.slice(i + 1);
    if (!SWITCHES.has(name) || more.startsWith("=")) {
      take(name, more === "" ? undefined : more.replace(/^=/, ""));
      return;
    }
    take(name, undefined);
  }
}
