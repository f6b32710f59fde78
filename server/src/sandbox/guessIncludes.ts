// Files that a configuration will probably ask for, so that they are there at the first run. A wrong guess costs reading one file.

const INCLUDE = /\binclude\s*(?:\(\s*)?["']([^"'*?\n\\]+\.lua)["']/gi;

export function guessIncludes(path: string, text: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const found = [...text.matchAll(INCLUDE)].map(([, file = ""]) => file.replace(/^\.\/+/, ""));
  return found.map((file) => (file.startsWith("/") ? file : folder + file));
}
