import { answerToUser } from "./usage.node.ts";
import { keepCompiledCode, storageIn } from "./workspace/storage/compiled-code.node.ts";

const exitCode = answerToUser(process.argv.slice(2));
if (exitCode !== undefined) process.exitCode = exitCode;
else {
  // What is compiled from here on is kept for the next start, so that the server itself is a bundle of its own.
  keepCompiledCode(storageIn(process.argv));
  import("./main.node.ts");
}
