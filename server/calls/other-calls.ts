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
   to from of as isinstance type getattr hasattr get exists require assert expect region zone id name builder build`.split(
    /\s+/,
  ),
);
/** In a longer scope, it is not looked for other calls: there are some. */
const maximumScope = 3000;

/** Whether code in a span seems to call anything that can fail as an API does, besides some calls in it. */
export function callsOthers(text: string, { start, end }: Span, calls: readonly RecognizedCall[]): boolean {
  if (end - start > maximumScope) return true;
  const scope = text.slice(start, end);
  for (const { 1: name = "", index } of scope.matchAll(
    /(?<!\bnew\s+(?:\w+\.)*)(?<!\w)([A-Za-z_]\w*)\s*\(/g,
  )) {
    const at = start + index;
    const isOwn = calls.some(
      ({ span, nameSpans }) =>
        at >= span.start && at < span.end && nameSpans.some((one) => one.start <= at + name.length),
    );
    if (!isOwn && !wordsOf(name).some((word) => harmlessWords.has(word))) return true;
  }
  return false;
}
