import { access } from "./access.ts";
import { limits } from "./limits.ts";
import { requests } from "./requests.ts";
import { resources } from "./resources.ts";
import type { Synonyms } from "./synonyms.ts";
import { things } from "./things.ts";

/** All words that people type, and what they mean by them. */
export const synonyms: Synonyms = [...access, ...limits, ...resources, ...requests, ...things];
