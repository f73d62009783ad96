import type { Slices } from "../model/slices.ts";
import { codeLikeness, isStatusPhrase, speaksOfFailure } from "./cells.ts";
import { roleOf } from "./columns.ts";
import { dataTables } from "./data/data-tables.ts";
import { type MapValue, type Value, valueAt } from "./data/value.ts";
import { type Cell, emptyCell, type Table } from "./table.ts";

/** An error that a specification states; what it does not state is empty. */
interface StatedError {
  code: Cell;
  status: Cell;
  message: Cell;
  description: Cell;
}

/** Whether the name of a schema or a property speaks of errors: `ErrorResponse`, `api_error`. */
function namesError(key: string): boolean {
  return errorName.test(key.replace(/([a-z])([A-Z])/g, "$1 $2"));
}

/** How deep an example is searched for its code, and how deep values are nested at most. */
const [maximumExampleDepth, maximumDepth] = [6, 100];

/** Names of keys that list error codes. */
const listKey = /^x-(?:\w+-)*error-?(?:codes?|s)$/i;

/** Names of schemas and properties whose values are error codes; others need a schema around them that is one of errors. */
const codeName = /(?:err(?:or)?|fault|failure|problem)s?[._-]?(?:code|type|id|reason|enum)?s?$/i;
const commonName = /^(?:code|reason)$/i;
const errorName = /err(?:or)?s?(?![a-z])|fault|failure|problem|exception/i;
/** Names of schemas of which the property `type` says which error it is. */
const errorSchema = /(?:error|fault|failure|problem|exception)s?$/i;
/** Keys that are not names of schemas or properties. */
const structureKey = /^(?:schema|items|properties|schemas|allOf|oneOf|anyOf)$/;

/** Returns a table of the errors in the responses of a specification, one of each enum of codes, and its own lists. */
export function* openapiTables(root: Value): Slices<Table[]> {
  const reader = new SpecificationReader();
  yield* collectStatuses(root, reader.statuses);
  yield* reader.read(root, { path: [], status: undefined, description: undefined });
  const answers = reader.answers.length > 0 ? [tableOf(reader.answers, "responses", [])] : [];
  return [...answers, ...reader.lists, ...reader.types()].sort((one, other) => one.start - other.start);
}

/** Where a value stands: the keys above it, and the response that it is part of. */
interface Place {
  path: string[];
  status: Cell | undefined;
  description: Cell | undefined;
}

class SpecificationReader {
  readonly answers: StatedError[] = [];
  readonly lists: Table[] = [];
  /** The statuses of the responses that name a component: `#/components/responses/NotFound`. */
  readonly statuses = new Map<string, Cell[]>();
  readonly #types: Table[] = [];
  readonly #seen = new Set<string>();

  /** Returns the enums of types of errors; they are doubtful if few of all of them speak of failure. */
  types(): Table[] {
    const codes = this.#types.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.text ?? ""));
    const isDoubtful = codes.filter(speaksOfFailure).length < codes.length * 0.3;
    return isDoubtful ? this.#types.map((table) => ({ ...table, isDoubtful })) : this.#types;
  }

  *read(value: Value, place: Place): Slices<void> {
    yield;
    if (place.path.length > maximumDepth) return;
    if (value.kind === "list") for (const item of value.items) yield* this.read(item, place);
    if (value.kind !== "map") return;
    place = { ...place, status: place.status ?? this.#statusOf(place.path) };
    this.#readEnum(value, place);
    this.#readProperties(value, place);
    for (const { key, value: child } of value.pairs) {
      const path = [...place.path, key.text];
      if (listKey.test(key.text)) this.lists.push(...(yield* dataTables(child)));
      else if (/^examples?$|^x-example/.test(key.text)) yield* this.#readExample(child, place, 0);
      else if (place.path.at(-1) === "responses") yield* this.read(child, responseAt(key, child, path));
      else yield* this.read(child, { ...place, path });
    }
  }

  /** Reads the codes of an enum whose schema is named after errors, with the words that tools keep beside them. */
  #readEnum(schema: MapValue, { path }: Place): void {
    const values = valueAt(schema, "enum");
    const [name = "", around = ""] = path.filter((key) => !structureKey.test(key)).reverse();
    const isType = name === "type" && errorSchema.test(around);
    const isOfErrors = isType || codeName.test(name) || (commonName.test(name) && path.some(namesError));
    if (values?.kind !== "list" || !isOfErrors) return;
    const described =
      valueAt(schema, "x-enum-descriptions") ??
      valueAt(schema, "x-enumDescriptions") ??
      valueAt(schema, "x-enum-varnames");
    const errors = values.items.flatMap((item, index) => {
      if (item.kind !== "scalar" || codeLikeness(item.text) === 0 || isSuccess(item.text)) return [];
      return [
        {
          ...nothing(item.start),
          code: item,
          description: wordsOf(described, item.text, index) ?? emptyCell(item.start),
        },
      ];
    });
    if (errors.length > 0)
      (isType ? this.#types : this.lists).push(tableOf(errors, isType ? around : name, path.slice(0, -1)));
  }

  /** Finds the mapping in an example that has a code. */
  *#readExample(example: Value, { status, ...place }: Place, depth: number): Slices<void> {
    yield;
    if (example.kind === "scalar" || depth > maximumExampleDepth) return;
    if (example.kind === "list") {
      for (const item of example.items) yield* this.#readExample(item, { status, ...place }, depth + 1);
      return;
    }
    const cellOf = (role: string) => {
      const pair = example.pairs.find(
        ({ key, value }) => value.kind === "scalar" && roleOf(key.text) === role,
      );
      return pair?.value.kind === "scalar" ? pair.value : undefined;
    };
    const code = cellOf("code");
    // Without a status that says so, what has a code and a description can be anything.
    const message = cellOf("message") ?? (status ? cellOf("description") : undefined);
    const isFailure = !status || !/^[123]/.test(status.text);
    if (code && message && isFailure && codeLikeness(code.text) > 0 && !isSuccess(code.text)) {
      this.#addAnswer({
        code,
        message,
        status: status ?? cellOf("httpStatus") ?? emptyCell(code.start),
        description: place.description ?? emptyCell(code.start),
      });
      return;
    }
    for (const { value } of example.pairs) yield* this.#readExample(value, { status, ...place }, depth + 1);
  }

  /** Reads the schema of an error, whose properties have examples: a code, perhaps a status and a message. */
  #readProperties(schema: MapValue, { path, status: known, description }: Place): void {
    const properties = valueAt(schema, "properties");
    if (properties?.kind !== "map") return;
    const exampleOf = (role: string) => {
      const values = properties.pairs.flatMap(({ key, value }) => {
        const example =
          roleOf(key.text) === role ? (valueAt(value, "example") ?? valueAt(value, "const")) : undefined;
        // `error: Not Found` is no code.
        return example?.kind === "scalar" && !isStatusPhrase(example.text) ? [example] : [];
      });
      return values[0];
    };
    const [code, stated] = [exampleOf("code"), exampleOf("httpStatus")];
    const status = known ?? stated;
    const isFailure = /^[45]\d\d$/.test(status?.text ?? "") || (!status && path.some(namesError));
    if (!code || !isFailure || codeLikeness(code.text) === 0 || isSuccess(code.text)) return;
    if (code.text === status?.text) return;
    const empty = emptyCell(code.start);
    this.#addAnswer({
      code,
      status: status ?? empty,
      message: exampleOf("message") ?? empty,
      description: description ?? empty,
    });
  }

  /** Returns the status with which a component is the answer, if it is only one. */
  #statusOf(path: readonly string[]): Cell | undefined {
    const [first] = this.statuses.get(`#/${path.join("/")}`) ?? [];
    return first;
  }

  /** Adds an error, once however many operations answer with it. */
  #addAnswer(error: StatedError): void {
    const key = JSON.stringify([error.code.text, error.status.text, error.message.text]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.answers.push(error);
  }
}

/** Collects the statuses of responses, by the components that they refer to; several of one component tell nothing. */
function* collectStatuses(root: Value, statuses: Map<string, Cell[]>): Slices<void> {
  const open: { value: Value; depth: number; isResponses: boolean; status: Cell | undefined }[] = [
    { value: root, depth: 0, isResponses: false, status: undefined },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    yield;
    const { value, depth, isResponses, status } = next;
    if (depth > maximumDepth || value.kind === "scalar") continue;
    if (value.kind === "list") {
      for (const item of value.items)
        open.push({ value: item, depth: depth + 1, isResponses: false, status });
      continue;
    }
    for (const { key, value: child } of value.pairs) {
      const own = isResponses && /^[45]\d\d$/.test(key.text) ? key : status;
      if (key.text === "$ref" && child.kind === "scalar" && own) {
        const known = statuses.get(child.text) ?? [];
        if (!known.some(({ text }) => text === own.text)) statuses.set(child.text, [...known, own]);
      } else
        open.push({ value: child, depth: depth + 1, isResponses: key.text === "responses", status: own });
    }
  }
  for (const [reference, known] of statuses) if (known.length > 1) statuses.delete(reference);
}

function responseAt(key: Cell, response: Value, path: string[]): Place {
  const description = valueAt(response, "description");
  const status = /^\d{3}$/.test(key.text) ? key : undefined;
  return { path, status, description: description?.kind === "scalar" ? description : undefined };
}

function wordsOf(described: Value | undefined, code: string, index: number): Cell | undefined {
  const found = described?.kind === "list" ? described.items[index] : valueAt(described, code);
  return found?.kind === "scalar" ? found : undefined;
}

/** Whether a code says that nothing failed. */
function isSuccess(code: string): boolean {
  return /^(?:0|200|ok|success|succeeded|none)$/i.test(code);
}

function nothing(start: number): StatedError {
  const empty = emptyCell(start);
  return { code: empty, status: empty, message: empty, description: empty };
}

const columns = ["code", "status", "message", "description"] as const;
const mapping = { code: 0, httpStatus: 1, message: 2, description: 3 };

function tableOf(errors: readonly StatedError[], section: string, path: string[]): Table {
  const rows = errors.map((error) => ({
    start: error.code.start,
    cells: columns.map((column) => error[column]),
  }));
  return { start: rows[0]?.start ?? 0, section, path, header: [...columns], rows, mapping };
}
