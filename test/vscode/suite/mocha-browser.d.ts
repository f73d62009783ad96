/** Mocha for browsers, which defines the global `mocha`. */
declare module "mocha/mocha.js";
