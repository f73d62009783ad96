import { isMainThread } from "node:worker_threads";

// A thread needs nothing of the command line, and the command line nothing of what threads do.
if (isMainThread) import("./program.ts").then(({ main }) => main());
else import("./scan/thread.ts").then(({ serve }) => serve());
