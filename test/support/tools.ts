// Real programs that tests put what we write to: those that `npm run test:oracle` got, else those of this machine.

const given = JSON.parse(process.env["REAL_TOOLS"] ?? "{}") as Readonly<Record<string, readonly [string, ...string[]]>>;

/** Program and first arguments. */
export function tool(name: string): readonly [program: string, ...first: string[]] {
  return given[name] ?? [name];
}
