import { checksumOf } from "../../../catalog/model/compiled/checksum.ts";

// To compile a query, the runtime analyzes the grammar, which takes it hundreds of milliseconds for some languages. So
// the build lets it do that, and stores what the struct `TSQuery` then holds; `query.c` of tree-sitter declares it.

/** The memory of the runtime, and what allocates in it. */
export interface QueryMemory {
  HEAPU8: Uint8Array;
  _malloc(size: number): number;
}

/** What a compiled query belongs to. It is of no use for another query, or with another file of the grammar. */
export interface QueryOrigin {
  source: string;
  /** The length of the file of the grammar in bytes. */
  grammarLength: number;
}

/** The size of an element of each array that the struct begins with, in bytes. */
const elementSizes = {
  captureCharacters: 1,
  captures: 8,
  valueCharacters: 1,
  values: 8,
  /** For each pattern an array again, of bytes: how often it has each capture. */
  quantifiers: 12,
  steps: 20,
  patternMap: 6,
  predicateSteps: 8,
  patterns: 28,
  stepOffsets: 8,
  negatedFields: 2,
  stringBuffer: 1,
  repeatSymbols: 2,
};
const sizes = Object.values(elementSizes);
const quantifiersIndex = Object.keys(elementSizes).indexOf("quantifiers");

/** An array has three numbers: the address of its contents, its length and its capacity. */
const arrayBytes = 12;
/** Behind the arrays: the address of the language, and the number of patterns whose root is a wildcard. */
const languageOffset = arrayBytes * sizes.length;
const wildcardsOffset = languageOffset + 4;
const structBytes = wildcardsOffset + 4;

/** "ECIQ", and a number to change with each change of the form. */
const [magic, version] = [0x51494345, 1];
/** In front: these two, checksums of the source and of the parts, length of the grammar, wildcards; lengths of parts. */
const headerNumbers = 6 + sizes.length;

/** Returns the bytes of a query that the runtime has compiled, from its address and that of its language. */
export function bytesOfQuery(
  { HEAPU8 }: QueryMemory,
  address: number,
  language: number,
  origin: QueryOrigin,
): Uint8Array {
  const view = new DataView(HEAPU8.buffer);
  const numberAt = (at: number) => view.getUint32(at, true);
  if (numberAt(address + languageOffset) !== language)
    throw new Error("This version of tree-sitter stores compiled queries in another way.");
  const contentsOf = (array: number, size: number) => {
    const [contents, length] = [numberAt(array), numberAt(array + 4)];
    return HEAPU8.slice(contents, contents + length * size);
  };
  const parts = sizes.map((size, index) => {
    const array = address + index * arrayBytes;
    if (index !== quantifiersIndex) return contentsOf(array, size);
    const lists = Array.from({ length: numberAt(array + 4) }, (_, list) =>
      contentsOf(numberAt(array) + list * arrayBytes, 1),
    );
    return Uint8Array.from(lists.flatMap((list) => [list.length, ...list]));
  });
  const wildcards = view.getUint16(address + wildcardsOffset, true);
  return joined(parts, wildcards, origin);
}

function joined(parts: readonly Uint8Array[], wildcards: number, origin: QueryOrigin): Uint8Array {
  const start = 4 * headerNumbers;
  const bytes = new Uint8Array(start + parts.reduce((sum, { length }) => sum + aligned(length), 0));
  let at = start;
  for (const part of parts) {
    bytes.set(part, at);
    at += aligned(part.length);
  }
  const lengths = parts.map(({ length }) => length);
  const checksum = checksumOf(bytes.subarray(start));
  new Uint32Array(bytes.buffer, 0, headerNumbers).set([
    ...identityOf(origin),
    checksum,
    wildcards,
    ...lengths,
  ]);
  return bytes;
}

/**
 * Allocates a compiled query in the memory of the runtime, as the runtime itself would, and returns its address;
 * undefined if the bytes are damaged or of another query.
 */
export function allocateQuery(
  memory: QueryMemory,
  file: Uint8Array,
  language: number,
  origin: QueryOrigin,
): number | undefined {
  // The buffer of a file may begin at any address.
  const bytes = new Uint8Array(file);
  const start = 4 * headerNumbers;
  if (bytes.length < start) return undefined;
  const header = new Uint32Array(bytes.buffer, 0, headerNumbers);
  const isOfOrigin = identityOf(origin).every((number, index) => number === header[index]);
  if (!isOfOrigin || header[4] !== checksumOf(bytes.subarray(start))) return undefined;
  const address = memory._malloc(structBytes);
  const arrays: number[] = [];
  let at = start;
  for (const [index, size] of sizes.entries()) {
    const length = header[6 + index] ?? 0;
    const part = bytes.subarray(at, at + length);
    if (index === quantifiersIndex) arrays.push(...allocateLists(memory, part));
    else arrays.push(...allocate(memory, part, length / size));
    at += aligned(length);
  }
  const struct = Uint32Array.from([...arrays, language, header[5] ?? 0]);
  memory.HEAPU8.set(new Uint8Array(struct.buffer), address);
  return address;
}

/** Allocates the contents of an array, and returns its three numbers. */
function allocate(memory: QueryMemory, contents: Uint8Array, length: number): number[] {
  if (length === 0) return [0, 0, 0];
  const address = memory._malloc(contents.length);
  memory.HEAPU8.set(contents, address);
  return [address, length, length];
}

/** Allocates arrays of bytes, each of which has its length in front. */
function allocateLists(memory: QueryMemory, lists: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < lists.length; ) {
    const length = lists[at] ?? 0;
    numbers.push(...allocate(memory, lists.subarray(at + 1, at + 1 + length), length));
    at += 1 + length;
  }
  const contents = new Uint8Array(Uint32Array.from(numbers).buffer);
  return allocate(memory, contents, contents.length / arrayBytes);
}

/** Returns the numbers by which a file is recognised as the one of a query. */
function identityOf({ source, grammarLength }: QueryOrigin): number[] {
  return [magic, version, checksumOf(new TextEncoder().encode(source)), grammarLength];
}

function aligned(length: number): number {
  return (length + 3) & -4;
}
