// Stands in for the package "mocha" in the bundle for the web: the functions that mocha's build for browsers leaves on the global object.

type Define = (title: string, body: () => unknown) => unknown;
type Hook = (body: () => unknown) => unknown;
interface Globals {
  readonly describe: Define;
  readonly it: Define;
  readonly afterEach: Hook;
}

export const { describe, it, afterEach } = globalThis as unknown as Globals;
