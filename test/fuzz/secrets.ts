// A secret that stands in many texts to begin with, and nowhere in what is said of them.

import { Broken } from "./target.ts";

export const SECRET = "Zq7hunterXw9";

/** Said by whom, and what: the secret is in no text of it. */
export function mustKeepSecret(who: string, said: unknown): void {
  const text = typeof said === "string" ? said : JSON.stringify(said);
  if (text.includes(SECRET)) throw new Broken(`${who} tells a secret`);
}
