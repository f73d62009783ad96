import { withoutSeparators } from "../words.ts";
import { partition } from "./postings.ts";
import type { Sections } from "./sections.ts";
import { StringReader, StringWriter } from "./strings.ts";
import { VarintWriter } from "./varint.ts";

/** An action of the service with a number. */
interface NumberedAction {
  service: number;
  action: string;
}

/** An action with the parts of its name: a verb, which is its first word, and the words of the object. */
interface SplitAction<T> {
  action: T;
  verb: string;
  object: readonly string[];
}

/** What is stored of the names, as streams of numbers; each is a section. */
const streams = [
  // Of each object, how many of its words are those of the object before, how many others it has, and which.
  "shared",
  "added",
  "words",
  // Of each object, how many services have it, which, and of each how many verbs, and which.
  "owners",
  "services",
  "counts",
  "verbs",
] as const;

type Streams = Record<(typeof streams)[number], VarintWriter>;

/**
 * Adds the sections of the names of actions, and returns the actions in the order in which they are numbered: by object, by
 * service, and by verb. Most names are one of a few verbs with an object that other names have too; stored by object, they
 * take half the room.
 */
export function writeActionNames<T extends NumberedAction>(
  actions: readonly T[],
  sections: Map<string, Uint8Array>,
): T[] {
  const split = actions.map(splitName);
  const words = numberedByFrequency(split.flatMap(({ object }) => object));
  const verbs = numberedByFrequency(split.map(({ verb }) => verb));
  writeTexts(words, "actions.word", sections);
  writeTexts(verbs, "actions.verb", sections);
  const written = Object.fromEntries(streams.map((name) => [name, new VarintWriter()])) as Streams;
  const ordered: T[] = [];
  let before: readonly string[] = [];
  for (const group of byObject(split)) {
    writeObject(before, group[0]?.object ?? [], words, written);
    before = group[0]?.object ?? [];
    const ofServices = [...Map.groupBy(group, ({ action }) => action.service)].sort(([a], [b]) => a - b);
    written.owners.write(ofServices.length);
    for (const [service, same] of ofServices) {
      written.services.write(service);
      written.counts.write(same.length);
      const sorted = same.sort((a, b) => (verbs.get(a.verb) ?? 0) - (verbs.get(b.verb) ?? 0));
      for (const { verb, action } of sorted) {
        written.verbs.write(verbs.get(verb) ?? 0);
        ordered.push(action);
      }
    }
  }
  for (const name of streams) sections.set(`actions.${name}`, written[name].toBytes());
  return ordered;
}

function splitName<T extends NumberedAction>(action: T): SplitAction<T> {
  const [verb = "", ...object] = action.action.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|./gs) ?? [];
  return { action, verb, object };
}

/** Returns the actions of each object, in the order in which objects are looked up. */
function byObject<T>(actions: readonly SplitAction<T>[]): SplitAction<T>[][] {
  const groups = Map.groupBy(actions, ({ object }) => object.join(""));
  const keyed = [...groups].map(([text, group]) => ({ key: withoutSeparators(text), text, group }));
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  return keyed.map(({ group }) => group);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function writeObject(
  before: readonly string[],
  object: readonly string[],
  words: ReadonlyMap<string, number>,
  { shared, added, words: ids }: Streams,
): void {
  let common = 0;
  while (common < Math.min(before.length, object.length) && before[common] === object[common]) common++;
  shared.write(common);
  added.write(object.length - common);
  for (const word of object.slice(common)) ids.write(words.get(word) ?? 0);
}

/** Returns the numbers of texts: the more there are of one, the smaller. */
function numberedByFrequency(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || compare(a, b));
  return new Map(sorted.map(([text], number) => [text, number]));
}

function writeTexts(
  numbered: ReadonlyMap<string, number>,
  name: string,
  sections: Map<string, Uint8Array>,
): void {
  const writer = new StringWriter();
  for (const text of numbered.keys()) writer.idOf(text);
  writer.writeTo(sections, name);
}

/** Reads the names that {@link writeActionNames} has written: into numbers, of which there are some 200,000. */
export class ActionNames {
  /** The number of the service of each action. */
  readonly services: Uint16Array;
  readonly #words: string[];
  readonly #verbs: string[];
  /** The numbers of the verbs by what they are looked up by. */
  readonly #verbsByKey: ReadonlyMap<string, number[]>;
  readonly #longestVerb: number;
  /** The words of the objects, one object after the other, and where each begins. */
  readonly #objectWords: Uint16Array;
  readonly #objectStarts: Uint32Array;
  /** Where the actions of each object begin. */
  readonly #actionStarts: Uint32Array;
  readonly #verbOf: Uint16Array;

  constructor(sections: Sections) {
    const stream = (name: (typeof streams)[number]) => numbersIn(sections.read(`actions.${name}`));
    this.#words = new StringReader(sections, "actions.word").all();
    this.#verbs = new StringReader(sections, "actions.verb").all();
    this.#verbsByKey = Map.groupBy(this.#verbs.keys(), (verb) => withoutSeparators(this.#verbs[verb] ?? ""));
    this.#longestVerb = Math.max(0, ...this.#verbs.map(({ length }) => length));
    const objects = joinedObjects(stream("shared"), stream("added"), stream("words"));
    [this.#objectWords, this.#objectStarts] = [objects.words, objects.starts];
    this.#verbOf = stream("verbs");
    const size = this.#verbOf.length;
    const owned = joinedOwners(stream("owners"), stream("services"), stream("counts"), size);
    [this.services, this.#actionStarts] = [owned.services, owned.starts];
  }

  /** Returns the numbers of the actions with a name, in ascending order; case and separators do not count. */
  named(name: string): number[] {
    const wanted = withoutSeparators(name);
    const found: number[] = [];
    for (let length = 1; length <= Math.min(wanted.length, this.#longestVerb); length++) {
      const verbs = this.#verbsByKey.get(wanted.slice(0, length));
      if (verbs) found.push(...this.#withVerb(verbs, wanted.slice(length)));
    }
    return found.sort((a, b) => a - b);
  }

  /** Returns the names of actions, which are in ascending order, as their APIs write them. */
  *namesOf(actions: Iterable<number>): Generator<string> {
    const starts = this.#actionStarts;
    let object = -1;
    let text = "";
    for (const action of actions) {
      if (object < 0 || action >= (starts[object + 1] as number)) {
        object = partition(starts.length, (one) => (starts[one] as number) <= action) - 1;
        text = this.#objectAt(object);
      }
      yield (this.#verbs[this.#verbOf[action] as number] ?? "") + text;
    }
  }

  #withVerb(verbs: readonly number[], object: string): number[] {
    const objects = this.#objectStarts.length - 1;
    const keyAt = (one: number) => withoutSeparators(this.#objectAt(one));
    const found: number[] = [];
    for (
      let at = partition(objects, (one) => keyAt(one) < object);
      at < objects && keyAt(at) === object;
      at++
    )
      for (
        let action = this.#actionStarts[at] as number;
        action < (this.#actionStarts[at + 1] as number);
        action++
      )
        if (verbs.includes(this.#verbOf[action] as number)) found.push(action);
    return found;
  }

  #objectAt(object: number): string {
    let text = "";
    for (let at = this.#objectStarts[object] as number; at < (this.#objectStarts[object + 1] as number); at++)
      text += this.#words[this.#objectWords[at] as number];
    return text;
  }
}

/** Returns the words of all objects, and where those of each begin. */
function joinedObjects(
  shared: Uint16Array,
  added: Uint16Array,
  words: Uint16Array,
): { words: Uint16Array; starts: Uint32Array } {
  const starts = new Uint32Array(shared.length + 1);
  const joined = new Uint16Array(words.length + sumOf(shared));
  let [to, from] = [0, 0];
  for (let object = 0; object < shared.length; object++) {
    const before = object === 0 ? 0 : (starts[object - 1] as number);
    for (let at = 0; at < (shared[object] as number); at++) joined[to++] = joined[before + at] as number;
    for (let at = 0; at < (added[object] as number); at++) joined[to++] = words[from++] as number;
    starts[object + 1] = to;
  }
  return { words: joined, starts };
}

/** Returns the service of each action, and where the actions of each object begin; there are `size` actions. */
function joinedOwners(
  owners: Uint16Array,
  ofOwners: Uint16Array,
  counts: Uint16Array,
  size: number,
): { services: Uint16Array; starts: Uint32Array } {
  const [services, starts] = [new Uint16Array(size), new Uint32Array(owners.length + 1)];
  let [owner, action] = [0, 0];
  for (let object = 0; object < owners.length; object++) {
    for (const end = owner + (owners[object] as number); owner < end; owner++)
      for (const next = action + (counts[owner] as number); action < next; action++)
        services[action] = ofOwners[owner] as number;
    starts[object + 1] = action;
  }
  return { services, starts };
}

function sumOf(numbers: Uint16Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at] as number;
  return sum;
}

/** Returns the numbers of a stream. */
function numbersIn(bytes: Uint8Array = new Uint8Array()): Uint16Array {
  const numbers = new Uint16Array(bytes.length);
  let count = 0;
  let number = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    number |= (byte & 0x7f) << shift;
    if (byte > 0x7f) shift += 7;
    else {
      numbers[count++] = number;
      [number, shift] = [0, 0];
    }
  }
  return numbers.slice(0, count);
}
