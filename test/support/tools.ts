// Real programs that tests put what we write to: those that `npm run test:oracle` got, else those of this machine.

const given = JSON.parse(process.env["REAL_TOOLS"] ?? "{}") as Readonly<Record<string, readonly [string, ...string[]]>>;
const files = JSON.parse(process.env["REAL_FILES"] ?? "{}") as Readonly<Record<string, string>>;

/** Program and first arguments. */
export function tool(name: string): readonly [program: string, ...first: string[]] {
  return given[name] ?? [name];
}

/** The names of the programs that were got. */
export function toolsGiven(): readonly string[] {
  return Object.keys(given);
}

/** The path of a file or folder that was got; undefined: it was not. */
export function realFile(name: string): string | undefined {
  return files[name];
}
