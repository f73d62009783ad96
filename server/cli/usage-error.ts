/** Input that cannot be worked with; its message is one clear sentence for the terminal. */
export class UsageError extends Error {}
