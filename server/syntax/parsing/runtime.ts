import type { Language, Parser, Query } from "web-tree-sitter";
import type { Host, TreeSitter } from "../../documents/host.ts";
import { ReadingStopped } from "./budget.ts";
import { allocateQuery, bytesOfQuery, type QueryMemory, type QueryOrigin } from "./compiled-query.ts";
import { type FunctionTable, ScanWatch } from "./scan-watch.ts";
import { WorkTime } from "./work-time.ts";

/** What is used of WebAssembly: the type libraries of an editor and of Node alike are not loaded here. */
declare const WebAssembly: {
  Instance: new (module: object, imports: Imports) => object;
  Memory: new (pages: { initial: number; maximum: number }) => { buffer: ArrayBufferLike };
};

/** The imports of the WebAssembly module, as far as they are used. */
interface Imports {
  env: {
    __stack_pointer: { value: number };
    __indirect_function_table: FunctionTable;
    /** Makes the memory so large, in bytes, or larger; returns whether that succeeded. */
    emscripten_resize_heap(size: number): boolean;
  };
}

/** The functions and the memory of the WebAssembly module, in the object that the binding fills. */
interface WasmModule extends QueryMemory {
  [name: string]: unknown;
}

/** The file of the runtime, beside the grammars. */
export const runtimeFile = "web-tree-sitter.wasm";

/** The size of a page of WebAssembly memory in bytes. */
const pageSize = 65_536;
/** The memory at the beginning, as the binding would take it, and at most, in bytes. */
const [initialMemory, maximumMemory] = [2 ** 25, 2 ** 30];
/**
 * The size of the stack in bytes. The binding has 64 KB and does not notice when they are exceeded: deeply nested texts
 * overwrite its data. With this one, the stack of the JavaScript engine overflows first, which throws.
 */
const stackSize = 2 ** 23;

/**
 * A running tree-sitter. A text can make it fail; it is then dead, even if calls still seem to succeed, and must be
 * replaced with all its grammars and trees.
 */
export class Runtime {
  readonly binding: TreeSitter;
  readonly #module: WasmModule;
  readonly #limit: MemoryLimit;
  readonly #scanWatch: ScanWatch;
  #isDead = false;

  private constructor(binding: TreeSitter, module: WasmModule, limit: MemoryLimit, scanWatch: ScanWatch) {
    this.binding = binding;
    this.#module = module;
    this.#limit = limit;
    this.#scanWatch = scanWatch;
    for (const [name, value] of Object.entries(module))
      if (name.startsWith("_ts_") && typeof value === "function") module[name] = this.#guard(value as Call);
  }

  /** Starts a runtime from its compiled WebAssembly file, which is to be optimized. */
  static async start(host: Host, compiled: object): Promise<Runtime> {
    const binding = await host.loadTreeSitter();
    const limit: MemoryLimit = { bytes: maximumMemory, isReached: false, work: undefined, time: 0 };
    let env: Imports["env"] | undefined;
    const memory = new WebAssembly.Memory({
      initial: initialMemory / pageSize,
      maximum: maximumMemory / pageSize,
    });
    const options = {
      wasmMemory: memory,
      instantiateWasm(imports: Imports, receive: (...result: unknown[]) => void) {
        env = imports.env;
        const resize = env.emscripten_resize_heap;
        env.emscripten_resize_heap = (size) => {
          // Compared without a sign: the size is 32 bits wide.
          limit.isReached ||= size >>> 0 > limit.bytes || limit.work?.isLongerThan(limit.time) === true;
          return !limit.isReached && resize(size);
        };
        receive(new WebAssembly.Instance(compiled, imports), compiled);
      },
      // An abort is an exception too, and the caller reports it.
      printErr() {},
    };
    await binding.Parser.init(options);
    const module = options as unknown as WasmModule;
    if (!env) throw new Error("The binding of tree-sitter starts in another way.");
    env.__stack_pointer.value = module._malloc(stackSize) + stackSize;
    const compile = (code: Uint8Array) => host.compileWasm(code, true);
    const scanWatch = new ScanWatch({ memory, table: env.__indirect_function_table, compile });
    return new Runtime(binding, module, limit, scanWatch);
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** The size of the memory in bytes. */
  get memory(): number {
    return this.#module.HEAPU8.length;
  }

  /** Returns a new parser, whose scanner cannot run on at the end of a text. */
  newParser(grammar: Language): Parser {
    const parser = new this.binding.Parser().setLanguage(grammar);
    this.#scanWatch.watch(addressOf(parser));
    return parser;
  }

  /** Must be called whenever a parser has made progress. */
  noteProgress(): void {
    this.#scanWatch.reset();
  }

  /** Returns a query of a grammar: the compiled one where it is given and intact, else it is compiled now. */
  queryFor(grammar: Language, origin: QueryOrigin, compiled?: Uint8Array): Query {
    const address = compiled && allocateQuery(this.#module, compiled, addressOf(grammar), origin);
    const compile = this.#module._ts_query_new;
    if (address !== undefined) this.#module._ts_query_new = () => address;
    try {
      return new this.binding.Query(grammar, origin.source);
    } finally {
      this.#module._ts_query_new = compile;
    }
  }

  /** Returns what {@link queryFor} takes as a compiled query. */
  compiledBytes(query: Query, grammar: Language, origin: QueryOrigin): Uint8Array {
    return bytesOfQuery(this.#module, addressOf(query), addressOf(grammar), origin);
  }

  /**
   * Lets the memory grow by some bytes at most while `work` runs, and returns by how many it grew. If more is needed, it
   * throws `ReadingStopped`, and the runtime is dead: only so, all its memory can be given back. It throws as well where
   * more memory is needed after `time`, in milliseconds: a single step of the parser can take half a second to fill it.
   */
  growingBy<T>(bytes: number, time: number, work: () => T): { result: T; growth: number } {
    const before = this.memory;
    this.#limit.bytes = Math.min(maximumMemory, before + bytes);
    this.#limit.time = time;
    this.#limit.work = new WorkTime();
    try {
      const result = work();
      if (this.#limit.isReached) this.#die();
      if (this.#isDead) throw new ReadingStopped("too-large");
      return { result, growth: this.memory - before };
    } finally {
      this.#limit.bytes = maximumMemory;
      this.#limit.work = undefined;
    }
  }

  /** Returns a function that notices when a call fails: only the one who made it fail is told so. */
  #guard(call: Call): Call {
    return (...args) => {
      try {
        return call(...args);
      } catch {
        this.#die();
        throw new ReadingStopped(this.#limit.isReached ? "too-large" : "crash");
      }
    };
  }

  /**
   * Its objects may live on, and are deleted by their owners or by the garbage collector: that must not reach the
   * broken memory.
   */
  #die(): void {
    this.#isDead = true;
    for (const name of Object.keys(this.#module)) {
      if (/^_ts_\w+_delete$|^_free$/.test(name)) this.#module[name] = () => {};
      else if (name.startsWith("_ts_"))
        this.#module[name] = () => {
          throw new RuntimeLost();
        };
    }
  }
}

/** Returns where an object of the binding is in the memory of the runtime. */
function addressOf(object: object): number {
  return (object as { 0: number })[0];
}

/** How large the memory may become, in bytes, whether more was needed, and how long it may grow, in milliseconds. */
interface MemoryLimit {
  bytes: number;
  isReached: boolean;
  /** The work that is done now; undefined if its time is not limited. */
  work: WorkTime | undefined;
  time: number;
}

/** Thrown to all who use a runtime after another text made it fail: they can begin anew. */
export class RuntimeLost extends Error {
  constructor() {
    super("The runtime of tree-sitter has failed on another text.");
  }
}

type Call = (...args: number[]) => unknown;
