// Options of `docker run` and `podman run`: which of them take no value (all others take one), and what they are called. Without telling
// the two apart the image could not be found among the words.

const SWITCHES = new Set(
  (
    "detach disable-content-trust env-host help http-proxy init interactive no-healthcheck no-hostname no-hosts oom-kill-disable " +
    "passwd privileged publish-all quiet read-only read-only-tmpfs replace rm rmi rootfs sig-proxy tls-verify tty unsetenv-all " +
    "use-api-socket"
  ).split(" "),
);

const SHORT: Readonly<Record<string, string>> = {
  a: "attach",
  c: "cpu-shares",
  d: "detach",
  e: "env",
  h: "hostname",
  i: "interactive",
  l: "label",
  m: "memory",
  p: "publish",
  P: "publish-all",
  q: "quiet",
  t: "tty",
  u: "user",
  v: "volume",
  w: "workdir",
};

export interface RunOption {
  /** The long name; a letter that is none of an option stays. */
  readonly name: string;
  /** Offset of its value in the word; undefined: it is in the next word, or there is none. */
  readonly value?: number;
  readonly takesNext: boolean;
}

export function isSwitch(name: string): boolean {
  return SWITCHES.has(name);
}

/** The options in one word: `-it`, `-dp`, `--name=x`. */
export function readOptions(word: string): readonly RunOption[] {
  const [, long, assigned] = /^--([^=]+)(=)?/.exec(word) ?? [];
  if (long !== undefined) {
    if (assigned !== undefined) return [{ name: long, value: long.length + 3, takesNext: false }];
    return [{ name: long, takesNext: !isSwitch(long) }];
  }
  const found: RunOption[] = [];
  for (let i = 1; i < word.length; i++) {
    const name = SHORT[word.charAt(i)] ?? word.charAt(i);
    const isAssigned = word.charAt(i + 1) === "=";
    if (isSwitch(name) && !isAssigned) {
      found.push({ name, takesNext: false });
      continue;
    }
    const rest = isAssigned ? i + 2 : i + 1;
    found.push(rest < word.length ? { name, value: rest, takesNext: false } : { name, takesNext: true });
    break;
  }
  return found;
}
