/** A program beyond what an engine compiles; the interpreter can still run it. */
export class TooLargeError extends Error {}
