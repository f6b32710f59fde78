// Ports of 127.0.0.1: finds one that nobody listens on, or tells whether a certain one is free.

import { createServer } from "node:net";

/** @returns {Promise<number>} */
export async function freePort() {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error("There is no free port on 127.0.0.1.");
  return port;
}

/** @param {number} port */
export async function isFree(port) {
  return (await listenOnce(port)) !== undefined;
}

/**
 * @param {number} port
 * @returns {Promise<number | undefined>} the port, given up again; nothing if it cannot be had
 */
function listenOnce(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(undefined);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : undefined);
      });
    });
  });
}
