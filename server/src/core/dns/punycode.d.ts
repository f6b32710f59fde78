// The types of what is used of the package `punycode`, which brings none for its ES module.

declare module "punycode/punycode.es6.js" {
  /** Throws on what cannot be encoded. */
  export function toASCII(name: string): string;
}
