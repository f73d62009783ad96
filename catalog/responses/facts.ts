import { isDistinctive } from "../model/words.ts";
import type { FieldKind } from "./field-names.ts";
import { isAnswerAt } from "./scanner/bare-values.ts";
import type { Field, Node } from "./scanner/scan.ts";
import type { Value } from "./sentences/sentence.ts";
import type { Vocabulary } from "./whose/vocabulary.ts";

/** A field that says something of an error, with its value as it is shown. */
export interface Fact extends Value {
  kind: FieldKind;
  name: string;
  rank: number;
  node: Node;
}

/** Returns the facts that fields state; those whose values cannot be what their names say are left out. */
export function factsOf(fields: readonly Field[], vocabulary: Vocabulary, text: string): Fact[] {
  const isSure = fields.some(({ kind }) => kind === "message" || kind === "requestId");
  const withMessage = new Set(fields.filter(({ kind }) => kind === "message").map(({ node }) => node));
  return fields.flatMap((field): Fact[] => {
    const { kind, name, rank, node, start } = field;
    if (kind === undefined) return [];
    if (kind === "message" && !/[\p{L}\d]/u.test(field.value)) return [];
    const isAnnouncement = kind === "message" && !field.isQuoted && isAnswerAt(text, field.end);
    const read = readers[kind]?.(field, { vocabulary, isSure, withMessage, text }) ?? {
      value: field.value.trim(),
    };
    if (read.value === "") return [];
    const found = field.value.indexOf(read.value);
    const at = found > 0 ? start + found : start;
    const end = found < 0 ? field.end : at + read.value.length;
    return [
      {
        kind: read.kind ?? kind,
        name,
        rank: (read.rank ?? rank) - (isAnnouncement ? 2 : 0),
        value: read.value,
        start: at,
        end,
        node,
      },
    ];
  });
}

interface Reading {
  value: string;
  kind?: FieldKind;
  rank?: number;
}

interface Surroundings {
  vocabulary: Vocabulary;
  /** Whether other fields of an error stand beside it. */
  isSure: boolean;
  /** The objects that have a message. */
  withMessage: ReadonlySet<Node>;
  text: string;
}

/** Reads a message; under a name that only says that something failed, what is no sentence is a code, or nothing. */
function readMessage(field: Field, around: Surroundings): Reading {
  const value = field.value.trim();
  if (field.rank === 0 && !/[\s\p{Script=Han}]/u.test(value)) return { value: "" };
  // A call is what failed.
  if (/^(?:GET|HEAD|POST|PUT|PATCH|DELETE) (?:https?:\/)?\/\S*$/.test(value)) return { value: "" };
  if (/^unknown error\.?$/i.test(value)) return { value, rank: field.rank - 3 };
  if (field.rank >= 0 || (field.isQuoted && /\s/.test(value))) return { value };
  // `{"error":"invalid_request","error_description":"…"}`, as OAuth has it
  const isName = around.isSure && /^[a-z]{3,30}(?:_[a-z]{2,30}){1,5}$/.test(value);
  return field.isQuoted && (isName || around.vocabulary.isOfficial(value))
    ? { ...readCode({ ...field, rank: 1 }, around), kind: "code" }
    : { value: "" };
}

const readers: Partial<Record<FieldKind, (field: Field, around: Surroundings) => Reading>> = {
  code: readCode,
  message: readMessage,
  requestId: ({ value }) => ({ value: /^[\w=+/:.-]{1,200}$/.test(value.trim()) ? value.trim() : "" }),
  httpStatus: ({ value }) => ({
    value: /^\s*(?:http_status_)?([1-5]\d\d)(?![\w-]|\.\d)/.exec(value)?.[1] ?? "",
  }),
  host: ({ value }) => ({ value: /^\S{3,500}$/.test(value) ? value : "" }),
  detailCode: ({ value }) => ({ value: /^\d{4}-\d{8}$/.test(value) ? value : "" }),
  recommendation: ({ value }) => ({ value: /^https:\/\/\S+$/.test(value) ? value : "" }),
  encodedBody: () => ({ value: "" }),
};

/** Reads a code without its namespace, `com.amazonaws.dynamodb#Code`, and without a URL behind it; or a status. */
function readCode(field: Field, { vocabulary, isSure, withMessage, text }: Surroundings): Reading {
  const { name, rank, start, node } = field;
  const value = field.value
    .trim()
    .replace(/^[\w.$]+#/, "")
    .replace(/:https?:\S*$/, "");
  if (/^(?:success|succeeded|ok|normal|unknown)$/i.test(value)) return { value: "" };
  const status = /^([2-5]\d\d)(?: [A-Z][\w ]*)?$/.exec(value)?.[1];
  if (status !== undefined && !vocabulary.isOfficial(value))
    return { value: status, kind: "httpStatus", rank: 0 };
  // The status of gRPC is no code of a cloud.
  if (/rpc error: code = $/.test(text.slice(Math.max(0, start - 18), start))) return { value: "" };
  const isNamed = rank === 0 || (/type$/i.test(name) && !/exception/i.test(name));
  if (isNamed && /^(?:Error|Exception|Sender|Receiver)$/.test(value)) return { value: "" };
  if (isNamed && !vocabulary.isOfficial(value) && name !== "__type") return { value: "" };
  // The small numbers of an operating system are no codes of a cloud.
  if (/^err(?:or)?_?no$/i.test(name)) return { value: /^[1-9]\d{3,8}$/.test(value) ? value : "" };
  // Numbers are codes where the name of the field leaves no doubt.
  if (isSure && rank > 1 && /err/i.test(name) && /^-?[1-9]\d{0,8}$/.test(value)) return { value };
  if (node.parent && withMessage.has(node) && rank === 1 && /^-?[1-9]\d{3,8}$/.test(value))
    return { value, rank: -1 };
  if (!vocabulary.isPlausible(value, isSure)) return { value: "" };
  // What a tool numbers is less than what an API calls by its name.
  const isTelling = vocabulary.isOfficial(value) || isDistinctive(value);
  return isTelling ? { value } : { value, rank: rank - 2 };
}
