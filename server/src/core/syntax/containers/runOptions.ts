// Options of `docker run` and `podman run` that take no value; all others take one. Without telling the two apart the image could not be
// found among the words.

const LONG = new Set(
  (
    "detach disable-content-trust env-host help http-proxy init interactive no-healthcheck no-hostname no-hosts oom-kill-disable " +
    "passwd privileged publish-all quiet read-only read-only-tmpfs replace rm rmi rootfs sig-proxy tls-verify tty use-api-socket"
  ).split(" "),
);

/** Of one letter each. */
const SHORT = new Set("ditPqh");

export interface RunOption {
  /** The long name where we know it. */
  readonly name: string;
  /** Offset of its value in the word; undefined: it is in the next word, or there is none. */
  readonly value?: number;
  readonly takesNext: boolean;
}

const NAMES: Readonly<Record<string, string>> = { e: "env", p: "publish", v: "volume", h: "hostname", u: "user" };

/** The options in one word: `-it`, `-dp`, `--name=x`. */
export function readOptions(word: string): readonly RunOption[] {
  const [, long, assigned] = /^--([a-z][a-z0-9-]*)(=)?/.exec(word) ?? [];
  if (long !== undefined) {
    if (assigned !== undefined) return [{ name: long, value: long.length + 3, takesNext: false }];
    return [{ name: long, takesNext: !LONG.has(long) }];
  }
  const found: RunOption[] = [];
  for (let i = 1; i < word.length; i++) {
    const letter = word.charAt(i);
    const name = NAMES[letter] ?? letter;
    if (SHORT.has(letter) && letter !== "h") {
      found.push({ name, takesNext: false });
      continue;
    }
    const rest = word.charAt(i + 1) === "=" ? i + 2 : i + 1;
    found.push(rest < word.length ? { name, value: rest, takesNext: false } : { name, takesNext: true });
    break;
  }
  return found;
}
