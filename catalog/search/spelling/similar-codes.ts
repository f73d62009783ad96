import type { Catalog } from "../../model/catalog.ts";
import { stemsOf } from "../../model/words.ts";
import { type CodeKey, codeKeys } from "../index/code-keys.ts";
import { CodesByKey } from "../index/codes-by-key.ts";

/** Shorter last segments, such as `NotFound`, are those of many codes of unrelated families. */
const minimumSegment = 10;

/** Finds codes that mean the same as a text: in other words, or in another family. */
export class SimilarCodes {
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Returns the codes of the same style that differ only in words of equal meaning: `X.NotExist` for `X.NotFound`. */
  inOtherWords(written: string): string[] {
    return codesWith(this.#catalog, "meaning", codeKeys.meaning(written)).filter(
      (code) => stemsOf(code) !== stemsOf(written) && styleOf(code) === styleOf(written),
    );
  }

  /** Returns the codes whose last segment a text is, or ends with: `NetworkError` for `ClientError.NetworkError`. */
  inOtherFamily(written: string): string[] {
    const segment = codeKeys.segment(written) || written;
    if (segment.length < minimumSegment) return [];
    return codesWith(this.#catalog, "segment", segment).filter((code) => code !== written);
  }
}

/** Returns the official codes of a catalog that have a value as their key. */
export function codesWith({ layers }: Catalog, key: CodeKey, value: string): string[] {
  return [...new Set(layers.flatMap(({ table }) => CodesByKey.of(table).codesWith(key, value)))];
}

/** Returns the separators of a code, and whether it is in capitals: the style in which a provider writes its codes. */
function styleOf(code: string): string {
  return code.replace(/[^._-]/g, "") + (code === code.toUpperCase());
}
