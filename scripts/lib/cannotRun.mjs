// The one kind of error that is no bug of ours: something cannot be done on this machine, and its message says what to do about it.

/** Printed without a stack trace; in tests, it makes a step count as skipped. */
export class CannotRun extends Error {}
