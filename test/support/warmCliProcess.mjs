// A process that runs the shipped command line again and again, each time as if it had just been started: own arguments, folder,
// environment, input and output. Only its entry is evaluated anew; what that imports stays loaded, which is most of the time that a start takes. A run is
// over when nothing is left to wait for, as it is for a process of its own.

import { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

/** @typedef {{ readonly cli: string, readonly args: readonly string[], readonly cwd: string, readonly env: Record<string, string>, readonly stdin: string }} Order Standard input in base64. */

let runs = 0;

process.on("message", (/** @type {Order} */ order) => {
  process.chdir(order.cwd);
  process.env = order.env;
  process.argv = [process.execPath, order.cli, ...order.args];
  process.exitCode = undefined;
  const [out, err] = [collected(), collected()];
  replace("stdout", out.stream);
  replace("stderr", err.stream);
  replace("stdin", Readable.from([Buffer.from(order.stdin, "base64")]));
  process.once("beforeExit", (code) => {
    process.channel?.ref();
    process.send?.({ code, stdout: out.text(), stderr: err.text() });
  });
  // Waiting for the next order is no reason to go on.
  process.channel?.unref();
  runs += 1;
  void import(`${pathToFileURL(order.cli.replace(/cjs$/, "mjs")).href}?${runs}`);
});

/** @param {"stdin" | "stdout" | "stderr"} name @param {object} stream */
function replace(name, stream) {
  Object.defineProperty(process, name, { value: stream, configurable: true });
}

function collected() {
  /** @type {Buffer[]} */
  const chunks = [];
  const stream = new Writable({
    write(/** @type {Uint8Array} */ chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
