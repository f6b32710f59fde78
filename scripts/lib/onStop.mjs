// Tells when this process is asked to end: by a signal, or because npm, which had started it, is gone.
// npm passes a signal on to a shell, which does not pass it on to us.

/** @type {((code: number) => void) | undefined} */
let listener;

/**
 * Calls the listener with the usual exit code, in place of the one given before.
 * Process groups are ended and folders removed when the process exits, so that exiting is all that a listener has to do.
 *
 * @param {(code: number) => void} next
 */
export function onStop(next) {
  if (listener === undefined) watch();
  listener = next;
}

function watch() {
  for (const [signal, code] of /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])) {
    process.on(signal, () => listener?.(code));
  }
  const parent = process.ppid;
  if (process.env["npm_lifecycle_event"] === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) listener?.(143);
  }, 500).unref();
}
