/** What a field of an error response states. */
export type FieldKind =
  | "code"
  | "message"
  | "requestId"
  | "httpStatus"
  | "host"
  | "service"
  | "action"
  | "detailCode"
  | "recommendation"
  | "encodedBody";

/** A name under which fields of a kind stand; the more specific names of a kind have a higher rank. */
interface FieldName {
  kind: FieldKind;
  /** Matches a name in lower case without separators. */
  pattern: RegExp;
  rank: number;
}

const names: FieldName[] = [
  {
    kind: "code",
    rank: 3,
    pattern: /^(?:sub|biz)(?:error)?code$|^codedesc$|^awserrorcode$|^xamznerrortype$/,
  },
  {
    kind: "code",
    rank: 2,
    pattern:
      /^(?:\w{0,12}(?:error|err))codes?$|^err(?:or)?no$|^type$|^exception(?:name|type)$|^handlererrorcode$/,
  },
  { kind: "code", rank: 1, pattern: /^code$|^errorname$|^errortype$/ },
  { kind: "code", rank: 0, pattern: /^name$|^errname$/ },
  { kind: "message", rank: 3, pattern: /^submsg$|^submessage$/ },
  {
    kind: "message",
    rank: 2,
    pattern: /^(?:x[a-z]{0,5}|from)?(?:message|msg)$|^errordescription$|^message_?$/,
  },
  { kind: "message", rank: 2.2, pattern: /^(?:x[a-z]{0,5}|from|sdk)?(?:error|err)(?:message|msg)$/ },
  {
    kind: "message",
    rank: 0,
    pattern: /^(?:err(?:or)?|(?:resource)?status)?(?:detail|description|reason|desc)$|^responseerror$/,
  },
  { kind: "message", rank: -1, pattern: /^(?:error|err|cause)$/ },
  {
    kind: "requestId",
    rank: 2,
    pattern: /^(?:x(?:amzn?|oss|cos|bce|acs|log|fc|tc|nos|mns)?)?(?:aws|oss|cos|log)?(?:request|req)id$/,
  },
  {
    kind: "httpStatus",
    rank: 2,
    pattern: /^(?:aws|http|response|sdk)?(?:status|response)code$|^http(?:code|status)$/,
  },
  { kind: "httpStatus", rank: 1, pattern: /^status$/ },
  {
    kind: "host",
    rank: 1,
    pattern: /^(?:host|hostid|endpoint|requestendpoint|resource|hostname|url|eventsource)$/,
  },
  { kind: "service", rank: 1, pattern: /^(?:aws)?(?:service|product|servicename)$/ },
  { kind: "detailCode", rank: 1, pattern: /^(?:xoss)?ec$/ },
  { kind: "recommendation", rank: 1, pattern: /^recommend(?:doc|ation)?$/ },
  { kind: "encodedBody", rank: 1, pattern: /^xosserr$/ },
];

const known = new Map<string, FieldName | undefined>();
/** The number of different names that are remembered. */
const maximumKnown = 2000;

/** Returns what a field of a name states, in any case and with any separators; undefined for other names. */
export function fieldNamed(name: string): Omit<FieldName, "pattern"> | undefined {
  if (known.has(name)) return known.get(name);
  const letters = name.toLowerCase().replace(/[^a-z]/g, "");
  const found = name.length > 60 ? undefined : names.find(({ pattern }) => pattern.test(letters));
  if (known.size >= maximumKnown) known.clear();
  known.set(name, found);
  return found;
}
