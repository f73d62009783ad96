import type { ParsedLanguage } from "../language.ts";

/** Throws `ReadingStopped` if a text is nested more deeply than the grammar of its language can take. */
export function refuseDeepNesting(_text: string, _language: ParsedLanguage): void {}
