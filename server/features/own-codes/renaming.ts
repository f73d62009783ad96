import {
  type CancellationToken,
  type ClientCapabilities,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type LocalizedText, localize } from "../../../catalog/text/localized-text.ts";
import { nameInMessage } from "../../../catalog/text/name-in-message.ts";
import { rangeOf } from "../../documents/span.ts";
import { displayPathOf } from "../../fixes/files.ts";
import { formatScalar } from "../../fixes/yaml-writing.ts";
import { canReplace } from "../../syntax/writing.ts";
import type { FeatureContext } from "../feature.ts";
import type { CodeAt } from "./code-at.ts";
import { type CodePlace, type FilePlaces, type OwnCode, type PlaceKind, placesOf } from "./code-places.ts";

/** The characters of a code that stands in any catalog and any language without escapes. */
const writable = /^[A-Za-z0-9][\w.:/-]{0,199}$/;

/** Refuses a request, with a sentence that the editor shows. */
export function refusal(context: FeatureContext, message: LocalizedText): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, localize(message, context.displayLanguage()));
}

/** Returns the code of a user's catalog that can be renamed; else why it cannot. */
export function renamable({ projects }: FeatureContext, { code, entries }: CodeAt): OwnCode | LocalizedText {
  const own = entries.find(({ origin }) => origin);
  const name = nameInMessage(code);
  if (!own && entries.length === 0)
    return {
      en: `None of your catalogs lists '${name}'. Add it to one first: then it can be renamed wherever it stands.`,
      "zh-CN": `自有目录中没有“${name}”。请先将其添加到目录，然后即可在所有位置重命名。`,
    };
  const provider = own?.provider ?? entries[0]?.provider ?? "";
  if (!own || projects.builtIn.providersOf(code).includes(provider)) {
    const owner = projects.builtIn.provider(provider)?.name;
    return {
      en: `'${name}' is a code of ${owner?.en ?? provider}. Only codes of your own catalogs can be renamed.`,
      "zh-CN": `“${name}”是${owner?.["zh-CN"] ?? owner?.en ?? provider}的错误码。只能重命名自有目录中的错误码。`,
    };
  }
  return { provider, code };
}

/** Returns the edit that gives a code another name in all files; throws a refusal where that cannot be done in all of them. */
export async function renameEdit(
  context: FeatureContext,
  own: OwnCode,
  newCode: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  if (newCode === own.code) return null;
  if (!writable.test(newCode)) throw refusal(context, notWritable);
  const { files, unreadable } = await placesOf(context, own, token);
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "");
  const [broken] = unreadable;
  if (broken)
    throw refusal(context, brokenCatalog(`${displayPathOf(context, broken.uri)}:${broken.line + 1}`));
  await refuseTaken(context, own.provider, newCode);
  for (const file of files) await refuseFile(context, file, newCode);
  return toEdit(files, newCode, context);
}

async function refuseTaken(context: FeatureContext, provider: string, newCode: string): Promise<void> {
  for (const { catalog } of await context.projects.loadedProjects()) {
    const taken = catalog.entriesOf(newCode).find((one) => one.code === newCode && one.provider === provider);
    if (!taken) continue;
    const at = taken.origin ? `${taken.origin.path}:${taken.origin.line + 1}` : undefined;
    const name = nameInMessage(newCode);
    throw refusal(context, {
      en: `There is a code '${name}' already${at ? `, in ${at}` : ""}.`,
      "zh-CN": `已有错误码“${name}”${at ? `（${at}）` : ""}。`,
    });
  }
}

/** Refuses to rename if a file cannot be written, or a place in it cannot hold the new code. */
async function refuseFile(context: FeatureContext, file: FilePlaces, newCode: string): Promise<void> {
  const { document, languageId, places } = file;
  const path = displayPathOf(context, document.uri);
  if (file.version === null && !(await context.host.isWritable(document.uri)))
    throw refusal(context, {
      en: `'${path}' is read-only, so nothing was renamed.`,
      "zh-CN": `“${path}”为只读文件，未做任何重命名。`,
    });
  const source = { text: document.getText(), languageId };
  const wrong = places.find(
    ({ kind, span }) => isLiteral(kind) && languageId !== "" && !canReplace(source, span, newCode),
  );
  if (!wrong) return;
  const at = `${path}:${document.positionAt(wrong.span.start).line + 1}`;
  throw refusal(context, {
    en: `The new code cannot be written in ${at} without escapes, so nothing was renamed.`,
    "zh-CN": `新错误码在 ${at} 处需要转义，未做任何重命名。`,
  });
}

function isLiteral(kind: PlaceKind): boolean {
  return kind === "use" || kind === "doubtful";
}

/** The annotations of edits that the user is to confirm, by what speaks against each. */
const annotations: Readonly<
  Record<"doubtful" | "mention", { label: LocalizedText; description: LocalizedText }>
> = {
  doubtful: {
    label: { en: "May be this code", "zh-CN": "可能是此错误码" },
    description: {
      en: "Nothing around shows that the text is this error code",
      "zh-CN": "上下文未表明该文本就是此错误码",
    },
  },
  mention: {
    label: { en: "Mentions in catalogs and the configuration", "zh-CN": "目录与配置中提到之处" },
    description: { en: "A text that names the code", "zh-CN": "提到此错误码的文本" },
  },
};

/** Returns the edit; places in doubt are left out where the client cannot ask its user to confirm them. */
function toEdit(files: readonly FilePlaces[], newCode: string, context: FeatureContext): WorkspaceEdit {
  const { documentChanges: hasVersions, changeAnnotationSupport } =
    (context.client as ClientCapabilities).workspace?.workspaceEdit ?? {};
  const canAsk = hasVersions === true && changeAnnotationSupport !== undefined;
  const isWritten = ({ kind }: CodePlace) => canAsk || kind === "row" || kind === "use";
  const edited = files
    .map((file) => ({ ...file, places: file.places.filter(isWritten) }))
    .filter(({ places }) => places.length > 0);
  const editsOf = (file: FilePlaces) => file.places.map((place) => toTextEdit(file, place, newCode));
  if (!hasVersions)
    return { changes: Object.fromEntries(edited.map((file) => [file.document.uri, editsOf(file)])) };
  const documentChanges = edited.map((file): TextDocumentEdit => {
    const { document, version } = file;
    return { textDocument: { uri: document.uri, version }, edits: editsOf(file) };
  });
  const used = new Set(edited.flatMap(({ places }) => places.map(({ kind }) => kind)));
  const language = context.displayLanguage();
  const changeAnnotations = Object.fromEntries(
    Object.entries(annotations).flatMap(([kind, { label, description }]) =>
      used.has(kind as PlaceKind)
        ? [
            [
              kind,
              {
                label: localize(label, language),
                description: localize(description, language),
                needsConfirmation: true,
              },
            ],
          ]
        : [],
    ),
  );
  return { documentChanges, ...(Object.keys(changeAnnotations).length > 0 ? { changeAnnotations } : {}) };
}

function toTextEdit({ document }: FilePlaces, { span, kind }: CodePlace, newCode: string): TextEdit {
  const range = rangeOf({ textDocument: document }, span);
  const newText = inYaml(document.uri, document.getText(), span.start) ? formatScalar(newCode) : newCode;
  return kind === "doubtful" || kind === "mention"
    ? ({ range, newText, annotationId: kind } as TextEdit)
    : { range, newText };
}

/** Whether a scalar without quotes begins at an offset of a catalog in YAML: some codes need quotes there. */
function inYaml(uri: string, text: string, offset: number): boolean {
  return /\.ya?ml$/i.test(uri) && /(?::|-)[ \t]+$/.test(text.slice(Math.max(0, offset - 20), offset));
}

const notWritable: LocalizedText = {
  en: "A code begins with a letter or digit, and consists of letters, digits and the characters . _ - : /",
  "zh-CN": "错误码应以字母或数字开头，由字母、数字及 . _ - : / 组成。",
};

function brokenCatalog(at: string): LocalizedText {
  return {
    en: `The catalog has an error at ${at}, so nothing was renamed. Correct it first.`,
    "zh-CN": `目录在 ${at} 处有错误，未做任何重命名。请先改正。`,
  };
}
