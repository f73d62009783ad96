import type { WrittenPosition } from "./written-position.ts";

/** A position in JSON, or in the brackets of YAML. */
interface FlowPosition extends Pick<WrittenPosition, "parents" | "key" | "isItem" | "present"> {
  /** Whether the position is in a string. */
  isInString: boolean;
}

/** An open bracket, and what stands in it. */
interface Bracket {
  isList: boolean;
  /** The key whose value is being read; undefined where a key is expected. */
  key: string | undefined;
  keys: Set<string>;
  parents: string[];
}

const token = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\n])*'?|[[\]{},:]|#.*|[^\s[\]{},:"'#]+|\s+/g;

/** Returns the position of an offset in JSON, or in YAML in brackets, also where it is unfinished; undefined outside all. */
export function jsonPositionAt(text: string, offset: number): FlowPosition | undefined {
  const brackets: Bracket[] = [];
  let found: { bracket: Bracket; key: string | undefined; isInString: boolean } | undefined;
  let pending: string | undefined;
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(token)) {
    const top = brackets.at(-1);
    const isString = /^["']/.test(part);
    const end = index + part.length;
    const isInside = isString ? index < offset && offset < end + (isOpen(part) ? 1 : 0) : offset <= end;
    if (!found && top && offset >= index && isInside && (isString || offset < end || !/^[{[,:]/.test(part))) {
      found = { bracket: top, key: top.key, isInString: isString };
      depth = brackets.length;
    }
    if (part === "{" || part === "[") {
      const parents = top ? [...top.parents, ...(top.key === undefined || top.isList ? [] : [top.key])] : [];
      brackets.push({ isList: part === "[", key: undefined, keys: new Set(), parents });
    } else if (part === "}" || part === "]") {
      brackets.pop();
      if (found && brackets.length < depth) break;
    } else if (top && part === ":" && !top.isList) top.key = pending;
    else if (top && part === ",") top.key = undefined;
    else if (!/^\s|^#/.test(part)) {
      pending = isString ? part.replace(/^["']|["']$/g, "") : part;
      const isAtOffset = index <= offset && offset <= end;
      if (top && !top.isList && top.key === undefined && !isAtOffset) top.keys.add(pending);
    }
  }
  const last = brackets.at(-1);
  const position = found ?? (last && { bracket: last, key: last.key, isInString: false });
  if (!position) return undefined;
  const { bracket, key, isInString } = position;
  return { parents: bracket.parents, key, isItem: bracket.isList, present: bracket.keys, isInString };
}

/** Whether a string has no closing quote. */
function isOpen(part: string): boolean {
  return part.length < 2 || part.at(-1) !== part[0];
}
