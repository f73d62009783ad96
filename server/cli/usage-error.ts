/** Invalid usage or input; the message is one sentence that is printed to the terminal without a stack trace. */
export class UsageError extends Error {}
