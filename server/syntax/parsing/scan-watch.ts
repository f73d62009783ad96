// The scanners of grammars are programs, and some of them wait at the end of a text for a character that never comes:
// that of Kotlin, behind an annotation, for a blank. Neither the text nor the progress is asked for meanwhile, so that
// only what the scanner calls can end it. A lexer holds the addresses of these functions; they are replaced.

/** What is used of WebAssembly: the type libraries of an editor and of Node alike are not loaded here. */
declare const WebAssembly: {
  Instance: new (
    module: object,
    imports: { env: Record<string, unknown> },
  ) => { exports: Record<string, unknown> };
};

/** The table of functions that can be called by their address. */
export interface FunctionTable {
  length: number;
  grow(by: number): number;
  get(index: number): unknown;
  set(index: number, value: unknown): void;
}

/** Where `TSLexer`, at the beginning of a parser, has the addresses of its functions, in bytes. */
const [advanceOffset, markEndOffset, endOffset] = [8, 12, 24];

/**
 * So often functions of the lexer may be called at the end of the text, or at the character NUL, while the parser makes
 * no progress. It takes some 10 milliseconds.
 */
const maximumCalls = 1_000_000;

/** What is shared with the parsers, and how a module is compiled. */
export interface WatchedModule {
  memory: { buffer: ArrayBufferLike };
  table: FunctionTable;
  compile(bytes: Uint8Array): object;
}

/** Ends scanners that never end by themselves. */
export class ScanWatch {
  readonly #module: WatchedModule;
  #indices: readonly number[] | undefined;
  #calls: { value: number } | undefined;

  constructor(module: WatchedModule) {
    this.#module = module;
  }

  /** Begins to count anew: the parser makes progress. */
  reset(): void {
    if (this.#calls) this.#calls.value = maximumCalls;
  }

  /** Makes the scanner of a parser, which is at an address of the memory, throw when it is endless. */
  watch(parser: number): void {
    const view = new DataView(this.#module.memory.buffer);
    const places = [advanceOffset, markEndOffset, endOffset].map((offset) => parser + offset);
    this.#indices ??= this.#countingBeside(places.map((place) => view.getUint32(place, true)));
    for (const [at, index] of this.#indices.entries()) view.setUint32(places[at] ?? 0, index, true);
  }

  /** Adds functions to the table that count, and then call those at some indices; returns their indices. */
  #countingBeside(indices: readonly number[]): number[] {
    const { memory, table, compile } = this.#module;
    const [advance, markEnd, isAtEnd] = indices.map((index) => table.get(index));
    const onEndless = () => {
      throw new Error("The scanner does not end.");
    };
    const { exports } = new WebAssembly.Instance(compile(countingModule), {
      env: { memory, advance, markEnd, isAtEnd, onEndless },
    });
    this.#calls = exports.calls as { value: number };
    this.reset();
    const first = table.grow(indices.length);
    const counting = [exports.advance, exports.markEnd, exports.isAtEnd];
    return counting.map((one, at) => {
      table.set(first + at, one);
      return first + at;
    });
  }
}

const [i32, noResult] = [0x7f, 0x40];
const [importedAdvance, importedMarkEnd, importedIsAtEnd, onEndless, count] = [0, 1, 2, 3, 4];
const [typeOfAdvance, typeOfMarkEnd, typeOfIsAtEnd, typeOfOnEndless] = [0, 1, 2, 3];

/**
 * The module, which as text would be, with the same for `markEnd` and `isAtEnd`:
 *
 *     (func $count (param $lexer i32)
 *       (if (i32.eqz (i32.load (local.get $lexer)))   ;; the next character, 0 at the end
 *         (then
 *           (global.set $calls (i32.sub (global.get $calls) (i32.const 1)))
 *           (if (i32.eqz (global.get $calls)) (then (call $onEndless))))))
 *     (func $advance (param $lexer i32) (param $skip i32)
 *       (call $count (local.get $lexer))
 *       (call $importedAdvance (local.get $lexer) (local.get $skip)))
 */
const countingModule = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [
    [0x60, 2, i32, i32, 0],
    [0x60, 1, i32, 0],
    [0x60, 1, i32, 1, i32],
    [0x60, 0, 0],
  ]),
  ...section(2, [
    [...name("env"), ...name("memory"), 2, 0, 0],
    [...name("env"), ...name("advance"), 0, typeOfAdvance],
    [...name("env"), ...name("markEnd"), 0, typeOfMarkEnd],
    [...name("env"), ...name("isAtEnd"), 0, typeOfIsAtEnd],
    [...name("env"), ...name("onEndless"), 0, typeOfOnEndless],
  ]),
  ...section(3, [[typeOfMarkEnd], [typeOfAdvance], [typeOfMarkEnd], [typeOfIsAtEnd]]),
  ...section(6, [[i32, 1, 0x41, 0, 0x0b]]),
  ...section(7, [
    [...name("calls"), 3, 0],
    [...name("advance"), 0, count + 1],
    [...name("markEnd"), 0, count + 2],
    [...name("isAtEnd"), 0, count + 3],
  ]),
  ...section(10, [
    body([
      ...[0x20, 0, 0x28, 2, 0, 0x45, 0x04, noResult],
      ...[0x23, 0, 0x41, 1, 0x6b, 0x24, 0],
      ...[0x23, 0, 0x45, 0x04, noResult, 0x10, onEndless, 0x0b],
      0x0b,
    ]),
    body([0x20, 0, 0x10, count, 0x20, 0, 0x20, 1, 0x10, importedAdvance]),
    body([0x20, 0, 0x10, count, 0x20, 0, 0x10, importedMarkEnd]),
    body([0x20, 0, 0x10, count, 0x20, 0, 0x10, importedIsAtEnd]),
  ]),
]);

/** A section is a list; none here has 128 bytes or more, so that one byte tells its length. */
function section(id: number, items: readonly number[][]): number[] {
  const contents = [items.length, ...items.flat()];
  if (contents.length > 127) throw new Error("A length needs more than one byte.");
  return [id, contents.length, ...contents];
}

function name(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}

/** A function without local variables. */
function body(code: readonly number[]): number[] {
  return [code.length + 2, 0, ...code, 0x0b];
}
