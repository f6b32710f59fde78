// In the place of `Buffer.from`, for a library that wants the bytes of a text: workers know no `Buffer`.

const encoder = new TextEncoder();

/** @param {string} text */
export const encodeText = (text) => encoder.encode(text);
