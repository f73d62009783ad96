import { keepCompiledCode } from "../workspace/storage/compiled-code.node.ts";

// What is compiled from here on is kept for the next run, so that the command line itself is a bundle of its own.
keepCompiledCode();
import("./main.ts");
