import type { OpenDocument } from "../../server/harness/open-document.ts";
import { constructsOf } from "./code-texts.ts";
import type { Shape } from "./measure.ts";
import type { Session } from "./session.ts";

// What an editor requests of a document: the whole of it, and what depends on a position in it.

/** Requests of an editor, by their names. */
const requests: Readonly<Record<string, (open: OpenDocument) => unknown>> = {
  diagnostics: (open) => open.diagnose(),
};

/** Returns a shape for each construct of each language, and what an editor requests after it has opened the text. */
export function documentShapes(session: Session): Shape[] {
  return Object.entries(constructsOf).flatMap(([language, constructs]) =>
    Object.entries(constructs).flatMap(([construct, write]) =>
      Object.entries(requests).map(
        ([request, send]): Shape => ({
          name: `${request}: ${language}, ${construct}`,
          async prepare(size) {
            const text = write(size);
            return async () => {
              const open = await session.open(language, text);
              await send(open);
              await open.close();
            };
          },
        }),
      ),
    ),
  );
}
