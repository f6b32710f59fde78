// Types of files that are no media types: endings of file names, stars in the wrong place.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";

export const invalidMediaType: LuaRule = {
  kind: "lua",
  meta: {
    id: "invalid-media-type",
    severity: "warning",
    fixable: true,
    summary: "A text that is no media type where one is wanted.",
  },
  check(context) {
    for (const place of textsOf(context, "mediatype")) {
      const { value, text, item, option } = place;
      if (/^[a-z\d][\w!#&^.+-]*\/(?:\*|[a-z\d][\w!#&^.+-]*)$/.test(text) || (item === true && /[\s,;]/.test(text))) continue;
      const lower = text.toLowerCase();
      const ending = /^\*?\.?([a-z\d]+)$/.exec(lower)?.[1] ?? "";
      const isCase = lower !== text && /^[\w.+-]+\/(?:\*|[\w.+-]+)$/.test(lower);
      const meant = isCase ? lower : Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes media types such as \`image/png\` or \`image/*\`; this matches no file.`,
        page: option.page,
        ...rewriting(context, value, meant, true),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "Prosody compares the type that a client tells with this list, either as a whole or by the part before the slash with `/*` behind " +
    "it. Endings of file names, `*/*` and upper case equal no type. In a list of what is allowed, such an entry allows nothing; to " +
    "allow all, leave the option out.",
  examples: [
    { title: "an ending", text: 'http_file_share_allowed_file_types = { "*.jpg" }\n', reports: true },
    { title: "right", text: 'http_file_share_allowed_file_types = { "image/jpeg"; "video/*" }\n', reports: false },
  ],
  fixChanges: "Files of the type that was meant match the entry, where none did.",
};

/** What common endings stand for. */
const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
  mp4: "video/mp4",
  webm: "video/webm",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  pdf: "application/pdf",
  zip: "application/zip",
  txt: "text/plain",
  image: "image/*",
  images: "image/*",
  video: "video/*",
  audio: "audio/*",
  text: "text/*",
};
