// Bytes to text, for string escapes that spell UTF-8 byte by byte. The core has no TextDecoder: it knows no platform.

/** Decodes UTF-8; every byte that fits nowhere becomes U+FFFD. */
export function utf8Decode(bytes: readonly number[]): string {
  let out = "";
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first < 0xe0
          ? 2
          : first >= 0xe0 && first < 0xf0
            ? 3
            : first >= 0xf0 && first < 0xf5
              ? 4
              : 0;
    const rest = bytes.slice(at + 1, at + length);
    if (length === 0 || rest.length < length - 1 || rest.some((byte) => (byte & 0xc0) !== 0x80)) {
      out += "\ufffd";
      at++;
      continue;
    }
    const lead = length === 1 ? first : first & (0xff >> (length + 1));
    const value = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead);
    const surrogate = value >= 0xd800 && value < 0xe000;
    out += surrogate || value > 0x10ffff ? "\ufffd" : String.fromCodePoint(value);
    at += length;
  }
  return out;
}
