// Links and pictures of Markdown pages that lead nowhere: to a file that is not among those given, or a heading that its page does not have.

import { posix } from "node:path";

/** @typedef {{ readonly path: string, readonly text: string }} Page */

/**
 * @param {readonly Page[]} pages
 * @param {readonly string[]} files all that a link may lead to, with their folders; paths from where the pages count theirs
 * @returns {string[]} `PAGE: TARGET`
 */
export function deadLinks(pages, files) {
  const headings = new Map(pages.map(({ path, text }) => [path, new Set(headingsOf(text))]));
  return pages.flatMap(({ path, text }) => {
    const targets = linksIn(text).filter((target) => !/^[a-z][a-z\d+.-]*:/i.test(target));
    const dead = targets.filter((target) => {
      const [way = "", heading] = target.split("#");
      const file = way === "" ? path : posix.join(posix.dirname(path), way);
      if (file.endsWith("/")) return !files.some((one) => one.startsWith(file));
      if (!files.includes(file)) return true;
      return heading !== undefined && headings.get(file)?.has(heading) === false;
    });
    return dead.map((target) => `${path}: ${target}`);
  });
}

/** @param {string} text */
function linksIn(text) {
  const prose = withoutCode(text).replace(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(\s*<?([^\s()<>]+)/g)];
  const definitions = [...prose.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)/gm)];
  const tags = [...prose.matchAll(/<(?:a|img)\b[^>]*\b(?:href|src)="([^"]+)"/g)];
  return [...inline, ...definitions, ...tags].map(([, target = ""]) => target);
}

/** As editors and forges name them. @param {string} text */
function headingsOf(text) {
  return [...withoutCode(text).matchAll(/^#{1,6} +(.*?) *#*$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** @param {string} text */
function withoutCode(text) {
  return text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, "");
}
