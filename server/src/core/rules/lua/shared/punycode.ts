// Decodes the ASCII form of international domain labels (RFC 3492): what stands behind "xn--".

const BASE = 36;
const T_MAX = 26;

/** Undefined for what is no valid encoding. */
export function decodeLabel(encoded: string): string | undefined {
  const cut = encoded.lastIndexOf("-");
  const output = [...encoded.slice(0, Math.max(cut, 0))];
  let code = 128;
  let index = 0;
  let bias = 72;
  for (let at = cut + 1; at < encoded.length; index++) {
    const before = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(encoded.charAt(at++) || " ");
      if (digit < 0) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapted(before === 0 ? Math.floor(index / 700) : (index - before) >> 1, length);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return undefined;
    output.splice(index, 0, String.fromCodePoint(code));
  }
  return output.join("");
}

function adapted(delta: number, length: number): number {
  let rest = delta + Math.floor(delta / length);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
