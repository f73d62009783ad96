import { checksumOf } from "./checksum.ts";

/** The named parts of a compiled catalog; each is read when it is first needed. */
export interface Sections {
  /** Returns whether there is a section, without reading it. */
  has(name: string): boolean;
  /** Returns the bytes of a section, aligned for 32-bit numbers; undefined if there is no such section. */
  get(name: string): Uint8Array | undefined;
  /** Returns the same bytes, which are not kept: for what is decoded at once. */
  read(name: string): Uint8Array | undefined;
  /** Returns a section of which only parts are needed; an empty one if there is no such section. */
  parts(name: string): Parts;
}

/** A section that is read in parts. */
export interface Parts {
  /** Returns the bytes from `start` up to `end`. */
  slice(start: number, end: number): Uint8Array;
}

/** Returns sections that are in memory. */
export function sectionsOf(sections: ReadonlyMap<string, Uint8Array>): Sections {
  return {
    has: (name) => sections.has(name),
    get: (name) => sections.get(name),
    read: (name) => sections.get(name),
    parts: (name) => {
      const bytes = sections.get(name) ?? new Uint8Array();
      return { slice: (start, end) => bytes.subarray(start, end) };
    },
  };
}

/** Random access to the bytes of a file. */
export interface ByteSource {
  /** The length of the file in bytes. */
  size: number;
  /** Reads bytes; what is returned is aligned for 32-bit numbers where the offset is. */
  read(offset: number, length: number): Uint8Array;
}

/** Changed with each change of a section's form. A section more or less is no other version: it has another name. */
const version = 3;

/**
 * The first bytes of the file, as 32-bit numbers: "ECIC", then version, length of the file, and length and checksum of
 * the directory.
 */
const magic = 0x43494345;
const headerNumbers = 5;
const numberBytes = 4;

/** Where a section is: its name, its place in the file in bytes, and the checksums of its pages. */
type DirectoryRow = [name: string, offset: number, length: number, checksums: number[]];

/** The bytes of a section that are read and checked at once where only a part of it is needed. */
const pageBytes = 0x10000;

const reinstall = "Reinstall Error Code IntelliSense; in its repository, run 'npm run build'";

/** A compiled catalog that cannot be read; the message names the cause and the remedy. */
export class UnreadableCatalog extends Error {
  /** How each message begins. An error of another thread has lost its class, but not its message. */
  static readonly beginning = "The compiled catalog, catalog.bin, cannot be read:";

  constructor(cause: string, remedy = reinstall) {
    super(`${UnreadableCatalog.beginning} ${cause}. ${remedy}.`);
  }
}

/** Joins sections into the bytes of a file, see {@link openSections}. */
export function toFile(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const rows: DirectoryRow[] = [];
  let offset = 0;
  for (const [name, bytes] of sections) {
    rows.push([name, offset, bytes.length, checksumsOf(bytes)]);
    offset += aligned(bytes.length);
  }
  const directory = new TextEncoder().encode(JSON.stringify(rows));
  const start = headerNumbers * numberBytes + aligned(directory.length);
  const file = new Uint8Array(start + offset);
  new Uint32Array(file.buffer, 0, headerNumbers).set([
    magic,
    version,
    file.length,
    directory.length,
    checksumOf(directory),
  ]);
  file.set(directory, headerNumbers * numberBytes);
  for (const [name, at] of rows) file.set(sections.get(name) ?? [], start + at);
  return file;
}

/** Opens the bytes of a file for reading by section. Throws an {@link UnreadableCatalog} if the file is damaged. */
export function openSections(source: ByteSource): Sections {
  const headerBytes = headerNumbers * numberBytes;
  if (source.size < headerBytes) throw new UnreadableCatalog("the file is too short");
  const [foundMagic, foundVersion, length, directoryLength = 0, checksum] = numbersIn(
    source.read(0, headerBytes),
  );
  if (foundMagic !== magic) throw new UnreadableCatalog("the file is not a compiled catalog");
  if (foundVersion !== version)
    throw new UnreadableCatalog(`it has version ${foundVersion} in place of ${version}`);
  if (length !== source.size || directoryLength > source.size - headerBytes)
    throw new UnreadableCatalog(`it has ${source.size} bytes in place of ${length}`);
  const start = headerBytes + aligned(directoryLength);
  const directory = source.read(headerBytes, directoryLength).slice();
  if (checksumOf(directory) !== checksum) throw new UnreadableCatalog("its directory is damaged");
  const rows: DirectoryRow[] = JSON.parse(new TextDecoder().decode(directory));
  return new FileSections(source, start, new Map(rows.map((row) => [row[0], row])));
}

/** Reads sections from a file, each once. */
class FileSections implements Sections {
  readonly #source: ByteSource;
  /** The offset in the file from which those of the sections count. */
  readonly #start: number;
  readonly #rows: ReadonlyMap<string, DirectoryRow>;
  readonly #whole = new Map<string, Uint8Array>();

  constructor(source: ByteSource, start: number, rows: ReadonlyMap<string, DirectoryRow>) {
    this.#source = source;
    this.#start = start;
    this.#rows = rows;
  }

  has(name: string): boolean {
    return this.#rows.has(name);
  }

  get(name: string): Uint8Array | undefined {
    const bytes = this.#whole.get(name) ?? this.read(name);
    if (bytes) this.#whole.set(name, bytes);
    return bytes;
  }

  read(name: string): Uint8Array | undefined {
    const row = this.#rows.get(name);
    if (!row) return undefined;
    const bytes = this.#read(row, 0, row[2]);
    for (const page of row[3].keys()) checkPage(row, page, pageIn(bytes, page));
    return bytes;
  }

  parts(name: string): Parts {
    const row = this.#rows.get(name);
    if (!row) return { slice: () => new Uint8Array() };
    return new Pages((first, last) => {
      const from = first * pageBytes;
      const bytes = this.#read(row, from, Math.min((last + 1) * pageBytes, row[2]) - from);
      for (let page = first; page <= last; page++) checkPage(row, page, pageIn(bytes, page - first));
      return bytes;
    });
  }

  #read([name, offset]: DirectoryRow, from: number, length: number): Uint8Array {
    const bytes = this.#source.read(this.#start + offset + from, Math.max(0, length));
    if (bytes.length < length) throw new UnreadableCatalog(`its section '${name}' is cut off`);
    return bytes;
  }
}

/** A section that is read by page, each once. */
class Pages implements Parts {
  readonly #readPages: (first: number, last: number) => Uint8Array;
  readonly #read: (Uint8Array | undefined)[] = [];

  constructor(readPages: (first: number, last: number) => Uint8Array) {
    this.#readPages = readPages;
  }

  slice(start: number, end: number): Uint8Array {
    if (end <= start) return new Uint8Array();
    const [first, last] = [Math.floor(start / pageBytes), Math.floor((end - 1) / pageBytes)];
    const at = first * pageBytes;
    // What spans several is kept by the caller, so that its pages need not be kept as well.
    const bytes = first === last ? this.#page(first) : this.#readPages(first, last);
    return bytes.subarray(start - at, end - at);
  }

  #page(page: number): Uint8Array {
    const bytes = this.#read[page] ?? this.#readPages(page, page);
    this.#read[page] = bytes;
    return bytes;
  }
}

function checkPage([name, , , checksums]: DirectoryRow, page: number, bytes: Uint8Array): void {
  if (checksumOf(bytes) !== checksums[page]) throw new UnreadableCatalog(`its section '${name}' is damaged`);
}

function checksumsOf(bytes: Uint8Array): number[] {
  const pages = Math.ceil(bytes.length / pageBytes);
  return Array.from({ length: pages }, (_, page) => checksumOf(pageIn(bytes, page)));
}

function pageIn(bytes: Uint8Array, page: number): Uint8Array {
  return bytes.subarray(page * pageBytes, (page + 1) * pageBytes);
}

/** Views bytes as 32-bit numbers. All platforms that run an editor store the lowest byte first, as does the file. */
function numbersIn(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

function aligned(length: number): number {
  return (length + numberBytes - 1) & -numberBytes;
}
