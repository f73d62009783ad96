import { isMainThread } from "node:worker_threads";

// Worker threads run this same bundle; with dynamic imports, neither they nor the main thread load code for the other.
if (isMainThread) import("./program.ts").then(({ main }) => main());
else import("./scan/thread.ts").then(({ serve }) => serve());
