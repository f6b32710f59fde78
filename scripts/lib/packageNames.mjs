// How vsce names the files that it knows by their names.

/** @type {Readonly<Record<string, string>>} */
const NAMES = { "README.md": "readme.md", "CHANGELOG.md": "changelog.md", LICENSE: "LICENSE.txt" };

/** @param {string} path */
export const nameInPackage = (path) => NAMES[path] ?? path;
