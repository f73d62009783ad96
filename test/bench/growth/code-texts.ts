import type { Constructs } from "./code-pieces.ts";
import { documents } from "./document-texts.ts";
import { programs } from "./program-texts.ts";

/** The constructs of each language, by its id. */
export const constructsOf: Readonly<Record<string, Constructs>> = { ...programs, ...documents };
