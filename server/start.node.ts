import { keepCompiledCode, storageIn } from "./workspace/storage/compiled-code.node.ts";

// What is compiled from here on is kept for the next start, so that the server itself is a bundle of its own.
keepCompiledCode(storageIn(process.argv));
import("./main.node.ts");
