// Makes a text that fails as small as can be: stretches are taken out as long as it fails in the same way.

/** Milliseconds by the clock: what is slow would take hours. */
const LONGEST = 20_000;

export async function smallest(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  const end = Date.now() + LONGEST;
  let now = text;
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let at = 0;
    while (at < now.length && Date.now() < end) {
      const shorter = now.slice(0, at) + now.slice(at + size);
      if (await fails(shorter)) now = shorter;
      else at += size;
    }
  }
  return now;
}
