import { certainSigns } from "../inference/inferred-provider.ts";
import type { RequestOrigin } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";

/** The providers of a request's document. */
export interface DocumentProviders {
  /** Their ids, most likely first. */
  ids: readonly string[];
  /** Whether the document itself, or its configuration, leaves no doubt that it works with them. */
  areCertain: boolean;
}

/** Returns the providers of the document of a request; none if it is not open, or shows none. */
export async function documentProviders(
  { documents, analyzer }: Pick<FeatureContext, "documents" | "analyzer">,
  { uri }: RequestOrigin,
): Promise<DocumentProviders> {
  const document = uri === undefined ? undefined : documents.get(uri);
  if (!document) return { ids: [], areCertain: false };
  const { providers } = await analyzer.analyze(document);
  // A code that several providers have speaks for none of them.
  const shown = providers.filter(({ sign }) => sign !== "shared code");
  return {
    ids: shown.map(({ provider }) => provider),
    areCertain: shown.some(({ sign }) => certainSigns.has(sign)),
  };
}
