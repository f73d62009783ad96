import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type Range,
} from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import type { CallCodes } from "./call-codes.ts";
import { sortForPlace } from "./completion-order.ts";
import type { FeatureContext } from "./feature.ts";

/** The `data` of a completion item, from which its documentation is resolved. */
export interface ItemData {
  /** The URI of the document in which the item was offered. */
  uri: string;
  /** The ids of the likely providers at the cursor, most likely first. */
  providers: readonly string[];
  /** The ids of the services that the document imports. */
  services: readonly string[];
  /** The code, where the item is a constant that stands for it. */
  code?: string;
}

/** What all items of a list have in common. */
export interface ListContext {
  catalog: Catalog;
  typed: string;
  quote: string;
  range: Range;
  /** Returns whether a code can be written there. */
  canWrite: (code: string) => boolean;
  data: ItemData;
  /** The codes that calls around can fail with, each with the name of the action. */
  ofCalls: CallCodes;
  /** How constants that the document can use are written, by their codes. */
  constants: ReadonlyMap<string, string>;
}

/** Converts codes, best first, to the items of a list. */
export function toList(context: FeatureContext, codes: readonly string[], list: ListContext): CompletionList {
  const { catalog, typed, quote, range, canWrite, data, ofCalls, constants } = list;
  const { labelDetailsSupport: hasDetails, tagSupport } =
    context.client.textDocument?.completion?.completionItem ?? {};
  const toItem = (code: string, index: number): CompletionItem => {
    const { description: meaning, isDeprecated } = describe(context, catalog, code, data);
    const description = [ofCalls.get(code), meaning].filter(Boolean).join(" · ");
    const constant = quote === "" ? undefined : constants.get(code);
    const shown = constant === undefined ? description : [code, description].filter(Boolean).join(" · ");
    return {
      label: constant ?? code,
      ...(hasDetails ? beside(constant ?? code, shown) : { detail: shown }),
      kind: constant === undefined ? CompletionItemKind.EnumMember : CompletionItemKind.Constant,
      ...(isDeprecated && tagSupport ? { tags: [CompletionItemTag.Deprecated] } : {}),
      // Editors sort by how well `filterText` matches before they use `sortText`: so all items match equally well.
      filterText: quote === "" ? typed + code : code,
      sortText: String(index).padStart(3, "0"),
      // One edit replaces the whole content: with separate insert and replace ranges, the rest of an old code would stay.
      textEdit: { range, newText: constant ?? quote + code + quote },
      data: constant === undefined ? data : { ...data, code },
    };
  };
  // Each further letter changes which codes are best.
  return { isIncomplete: true, items: codes.filter(canWrite).map(toItem) };
}

/**
 * How many columns VS Code has for a code and, in a smaller font, the text beside it: where they do not suffice, it cuts
 * both, unless there is no text.
 */
const columns = { all: 53, ofCodeCharacter: 1.2, minimumBeside: 6 };

const labels = {
  fromName: { en: "from its name", "zh-CN": "据其名称" },
  fromSdk: { en: "from the SDK", "zh-CN": "据 SDK" },
  deprecated: { en: "Deprecated", "zh-CN": "已弃用" },
  officialMisspelling: { en: "Misspelled by the vendor", "zh-CN": "官方拼写如此" },
};

/**
 * Returns the text beside a code: its meaning if the most likely provider has it, else the names of its providers, after what
 * speaks against the code.
 */
function describe(
  { displayLanguage }: FeatureContext,
  catalog: Catalog,
  code: string,
  { providers, services }: ItemData,
): { description: string; isDeprecated: boolean } {
  const entries = sortForPlace(catalog.entriesOf(code), providers, services);
  const own = entries.filter(({ provider }) => provider === entries[0]?.provider);
  const isDeprecated = own.length > 0 && own.every(({ deprecated }) => deprecated);
  const isMisspelled = own.some(({ officialMisspelling }) => officialMisspelling);
  const meaning =
    own[0]?.provider === providers[0] && localize(own[0] && catalog.concept(own[0])?.name, displayLanguage());
  const names = catalog
    .providersOf(code)
    .map((id) => localize(catalog.provider(id)?.name, displayLanguage()) || id);
  const isFrom = (one: Entry["basis"]) => own.length > 0 && own.every(({ basis }) => basis === one);
  const parts = [
    ...(isDeprecated ? [localize(labels.deprecated, displayLanguage())] : []),
    ...(isMisspelled ? [localize(labels.officialMisspelling, displayLanguage())] : []),
    meaning || [...new Set(names)].join(", "),
    ...(isFrom("name") ? [localize(labels.fromName, displayLanguage())] : []),
    ...(isFrom("sdk") ? [localize(labels.fromSdk, displayLanguage())] : []),
  ];
  return { description: parts.join(" · "), isDeprecated };
}

/** Returns the label details of a code, with as much of a description as leaves the code the room that it needs. */
function beside(code: string, description: string): Pick<CompletionItem, "labelDetails"> {
  const room = columns.all - columns.ofCodeCharacter * code.length;
  const text = room < columns.minimumBeside ? "" : truncate(description, room);
  return text === "" ? {} : { labelDetails: { description: text } };
}

/** Cuts a text to a number of columns, of which Chinese characters take two each. */
function truncate(text: string, maximum: number): string {
  let width = 0;
  let end = 0;
  for (const char of text) {
    const next = width + (/[\u2e80-\uffef]/.test(char) ? 2 : 1);
    // One column is for the sign that something is left out.
    if (next > maximum - 1 && end + char.length < text.length) return `${text.slice(0, end).trimEnd()}…`;
    width = next;
    end += char.length;
  }
  return text;
}
