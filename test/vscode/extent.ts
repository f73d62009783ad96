/** Whether everything runs that there is (`npm run test:all`), not only what `npm test` has time for. */
export const isAll = process.env.ERROR_CODES_TESTS === "all";

/** A story that another one tells in another language of the display: it runs by `npm run test:all`. */
export const itAgain: Mocha.TestFunction | Mocha.PendingTestFunction = isAll ? it : it.skip;
