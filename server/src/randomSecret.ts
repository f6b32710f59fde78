// New secrets, from the platform's secure random source, which Node and browsers offer under one name.

const CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 32;

/** 190 bits, of letters and digits only, so that no file or tool has to quote it. */
export function randomSecret(): string {
  let secret = "";
  while (secret.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(2 * LENGTH))) {
      // 248 is four times 62: what is above would make some characters likelier than others.
      if (byte < 248 && secret.length < LENGTH) secret += CHARACTERS.charAt(byte % CHARACTERS.length);
    }
  }
  return secret;
}
