// A mocha reporter that writes each result as one line of JSON, for the runner outside the editor: an extension host has no terminal.

/** What the reporter reads of mocha's runner and tests: the same in its builds for Node and for browsers. */
interface Test {
  readonly fullTitle: () => string;
  readonly duration?: number;
}
interface Runner {
  on(event: "pass" | "pending", listener: (test: Test) => void): unknown;
  on(event: "fail", listener: (test: Test, error: Error) => void): unknown;
  once(event: "end", listener: () => void): unknown;
}

/** What mocha constructs with its runner: it only needs to listen. */
export function lineReporter(write: (line: string) => void): (runner: Runner) => void {
  const send = (line: Readonly<Record<string, unknown>>): void => {
    write(JSON.stringify(line));
  };
  // A function and not an arrow, since mocha calls it with `new`.
  return function report(runner: Runner): void {
    runner.on("pass", (test) => {
      send({ event: "pass", title: test.fullTitle(), ms: test.duration });
    });
    runner.on("pending", (test) => {
      send({ event: "skip", title: test.fullTitle() });
    });
    runner.on("fail", (test, error) => {
      send({ event: "fail", title: test.fullTitle(), error: error.stack ?? String(error) });
    });
    // Without this last line the run counts as broken off: an extension host that dies looks like a success otherwise.
    runner.once("end", () => {
      send({ event: "end" });
    });
  };
}
