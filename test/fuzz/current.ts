// What is being tried, in memory that two threads share: a number that grows, the target, the text.

/** Bytes: a text has at most 20,000 characters. */
const SIZE = 128 * 1024;
const HEAD = 12;
const NAME = 64;

export function sharedMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(SIZE);
}

export interface Current {
  write(target: string, text: string): void;
  read(): { readonly number: number; readonly target: string; readonly text: string };
}

export function current(shared: SharedArrayBuffer): Current {
  const numbers = new Uint32Array(shared, 0, HEAD / 4);
  const bytes = Buffer.from(shared);
  return {
    write: (target, text) => {
      numbers[1] = bytes.write(target, HEAD, NAME, "utf8");
      numbers[2] = bytes.write(text, HEAD + NAME, "utf8");
      Atomics.add(numbers, 0, 1);
    },
    read: () => ({
      number: Atomics.load(numbers, 0),
      target: bytes.toString("utf8", HEAD, HEAD + (numbers[1] ?? 0)),
      text: bytes.toString("utf8", HEAD + NAME, HEAD + NAME + (numbers[2] ?? 0)),
    }),
  };
}
