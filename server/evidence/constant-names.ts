import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import { withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import type { Literal, Relation } from "../syntax/literal.ts";
import { codeWords, endings, errorWords, otherCodes } from "./name-words.ts";
import { isOfAnotherThing, namesErrorCodes, namesIn } from "./names.ts";

/** Returns whether a constant is named like its value: `FAILEDOPERATION_TIMEOUT = "FailedOperation.Timeout"`. */
export function isNamedAlike(name: string, text: string): boolean {
  const textLetters = withoutSeparators(text);
  // Whatever holds a code may be called so: `statusCode = "Code"`.
  if (textLetters === "" || codeWords.has(textLetters)) return false;
  return lettersOfName(name).some((letters) => letters.endsWith(textLetters));
}

/** Returns the letters of a constant's name, with and without an ending for errors and codes. */
function lettersOfName(name: string): string[] {
  // A declarator has signs around the name: `$NoSuchKey`, `*kNoSuchKey`, `kNoSuchKey[]`.
  const letters = withoutSeparators(name).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return [letters, letters.replace(/(?:error|err|exception)?(?:code)?$/, "")];
}

/** Returns the letters, without separators, of every text like which a constant of this name is named. */
export function lettersNamedBy(name: string): string[] {
  const found = lettersOfName(name).flatMap((letters) =>
    Array.from(letters, (_, start) => letters.slice(start)),
  );
  return [...new Set(found)];
}

/** Returns whether a constant is named like the last part of its value: `ImageNotFound = "Failure.ImageNotFound"`. */
export function isNamedAsEnd(name: string, text: string): boolean {
  const end = /\.(\w{6,})$/.exec(text)?.[1];
  // The last part may also be the name of a field, as are many constants: `status = "InvalidParameter.Status"`.
  return end !== undefined && hasFailureWord(end) && withoutSeparators(end) === withoutSeparators(name);
}

/** Returns whether a literal is the value of a constant of its name: what looks misspelled in both is a chosen name. */
export function isDefinition({ text, relations }: Literal): boolean {
  return hasConstantNamedLike(text, relations);
}

/** Returns whether one of a literal's relations is to a constant that is named like a code. */
export function hasConstantNamedLike(code: string, relations: readonly Relation[]): boolean {
  return relations.some(({ kind, subject }) => kind === "constant" && isNamedAlike(subject, code));
}

/** Returns whether the name of a constant with a text as its value, or of its enum or type, refers to errors. */
export function namesErrorConstant(name: string, text: string): boolean {
  if (namesErrorCodes(name)) return true;
  const all = namesIn(name).flat();
  if (!all.some((word) => (errorWords.has(word) && !endings.has(word)) || codeWords.has(word))) return false;
  // `exitCode` names another code, also where its value has the word: `"ExitFailure"`.
  const isOther = codeWords.has(all.at(-1) ?? "") && otherCodes.has(all.at(-2) ?? "");
  if (isOther && !all.some((word) => errorWords.has(word))) return false;
  const rest = wordsBesides(all, text);
  return !rest.some((word) => otherCodes.has(word)) && !isOfAnotherThing(rest);
}

/** Returns whether the name of such a constant or of its type refers to something other than errors: `TaskState`. */
export function namesOtherConstant(name: string, text: string): boolean {
  const rest = wordsBesides(namesIn(name).flat(), text);
  return isOfAnotherThing(rest) && !rest.some((word) => errorWords.has(word) && !endings.has(word));
}

/** Returns the words of a constant's name that are not in its value: only these imply what kind of constant it is. */
function wordsBesides(name: readonly string[], text: string): string[] {
  const inText = new Set(wordsOf(text));
  return name.filter((word) => !inText.has(word));
}
