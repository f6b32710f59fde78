// Types of files that are no media types: endings of file names, stars in the wrong place.

import { textRule } from "./shared/textRule.ts";

export const invalidMediaType = textRule({
  id: "invalid-media-type",
  severity: "warning",
  kinds: ["mediatype"],
  problem({ text, item }) {
    if (/^[a-z\d][\w!#&^.+-]*\/(?:\*|[a-z\d][\w!#&^.+-]*)$/.test(text) || (item === true && /[\s,;]/.test(text)))
      return undefined;
    const lower = text.toLowerCase();
    const ending = /^\*?\.?([a-z\d]+)$/.exec(lower)?.[1] ?? "";
    const isCase = lower !== text && /^[\w.+-]+\/(?:\*|[\w.+-]+)$/.test(lower);
    const meant = isCase ? lower : Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
    return { says: "takes media types such as `image/png` or `image/*`; this matches no file.", meant, safe: true };
  },
});

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
