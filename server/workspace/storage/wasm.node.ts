import { setFlagsFromString } from "node:v8";

/** What is used of WebAssembly: the type library of Node.js does not declare its values. */
declare const WebAssembly: { Module: new (bytes: Uint8Array) => object };

/** The index of a function that no module has. */
const noFunction = 1_000_000;

/**
 * Compiles a WebAssembly module. V8 optimizes those of its functions that are called often, in the background, only if
 * `isOptimized` is set. A grammar must not be optimized: its lexer is one function of up to 370 KB, for which V8 takes
 * up to 2 GB of memory or ends the process, and which is hardly faster afterwards.
 */
export function compileWasm(bytes: Uint8Array, isOptimized: boolean): object {
  // Whether a function may be optimized is decided when it is first compiled, which is usually when it is first called.
  setFlagsFromString("--no-wasm-lazy-compilation");
  if (!isOptimized) setFlagsFromString(`--wasm-tier-up-filter=${noFunction}`);
  try {
    return new WebAssembly.Module(bytes);
  } finally {
    setFlagsFromString("--wasm-tier-up-filter=-1");
    setFlagsFromString("--wasm-lazy-compilation");
  }
}
