// Texts of others in our Markdown: they keep their words, and code in backticks, but bring no link, no image and no HTML.

/** One paragraph. */
export function plainMarkdown(text: string): string {
  const line = text.replace(/[\r\n\t]/g, " ");
  // Which backticks belong together is only plain if each stands alone.
  if (line.includes("``")) return escaped(line).replaceAll("`", "\\`");
  const parts = line.split("`");
  return parts.map((part, i) => (i % 2 === 1 && i < parts.length - 1 ? part : escaped(part))).join("`");
}

function escaped(text: string): string {
  return text.replace(/[\\[\]<]/g, "\\$&").replaceAll("://", ":\\//");
}

/** Code inside a sentence. A backtick would end it. */
export function codeSpan(text: string): string {
  return `\`${text.replaceAll("`", "'").replace(/[\r\n]/g, " ")}\``;
}

/** Code in a block that nothing in it ends. */
export function codeBlock(text: string, language: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

export function linkTo(title: string, address: string): string {
  return `[${title}](${address.replace(/[()<>\s\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`)})`;
}
