import { wordsOf } from "../../catalog/model/words.ts";
import type { Span } from "../documents/span.ts";
import type { RecognizedCall } from "./recognized-call.ts";

/** Words of functions that call no API: they convert, print, compare, wait or build something. */
const harmlessWords: ReadonlySet<string> = new Set(
  `if for while switch catch function func return and or not in is has need should can new make map list set dict tuple
   str string int bool float double number byte bytes ptr pointer value values len length size append push add join split
   format sprintf printf print println log logger debug info warn warning error errorf fatal trace echo json parse
   marshal unmarshal stringify encode decode dumps loads time now sleep wait duration seconds minutes background todo
   context with err errors expected retry retryable contains equals range enumerate zip filter items keys copy deepcopy
   to from of as isinstance type then finally getattr hasattr get exists require assert expect region zone id name builder build`.split(
    /\s+/,
  ),
);
/** In a longer scope, it is not looked for other calls: there are some. */
const maximumScope = 3000;

/** What begins a chain that builds a request: nothing in it calls an API. */
const builder = /\b(?:newB|b)uilder\(\)/g;
/** Methods of promises, whose arguments are code of their own. */
const ofPromises = /^(?:then|catch|finally)$/;

/** Whether code in a span seems to call anything that can fail as an API does, besides some calls in it. */
export function callsOthers(text: string, { start, end }: Span, calls: readonly RecognizedCall[]): boolean {
  if (end - start > maximumScope) return true;
  const scope = text.slice(start, end);
  const own = [
    ...calls.map(({ span }) => ({ start: span.start - start, end: chainEnd(scope, span.end - start) })),
    ...[...scope.matchAll(builder)].map(({ 0: { length }, index }) => ({
      start: index,
      end: chainEnd(scope, index + length),
    })),
  ];
  for (const { 1: name = "", index } of scope.matchAll(
    /(?<!\bnew\s+(?:\w+\.)*)(?<!\w)([A-Za-z_]\w*)\s*\(/g,
  )) {
    const isOwn = own.some((span) => index >= span.start && index < span.end);
    if (!isOwn && !wordsOf(name).some((word) => harmlessWords.has(word))) return true;
  }
  return false;
}

/** Returns where the methods end that are called on the result of a call: `get_object().key("k").send().await`. */
function chainEnd(scope: string, end: number): number {
  for (let at = end; ; ) {
    const [link, name = ""] = /^\s*\??\.\s*(\w+)\s*(\(?)/.exec(scope.slice(at, at + 200)) ?? [];
    if (link === undefined || ofPromises.test(name)) return at;
    at += link.length;
    if (link.endsWith("(")) at = closingOf(scope, at);
  }
}

/** Returns the offset behind the bracket that closes one which is open at an offset; the end if there is none. */
function closingOf(scope: string, offset: number): number {
  let depth = 1;
  for (let at = offset; at < scope.length; at++) {
    if (scope[at] === "(") depth++;
    else if (scope[at] === ")" && --depth === 0) return at + 1;
  }
  return scope.length;
}
