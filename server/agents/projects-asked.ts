import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Provider } from "../../catalog/model/entry.ts";
import { unknownFilterMessage } from "../../catalog/search/unknown-filters.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import type { Project } from "../configuration/project.ts";
import { type ToolContext, ToolFailure } from "./tool.ts";

/** Returns the projects that a question is answered from: those of the folders, and all others that are loaded. */
export async function projectsAsked({ projects, folders }: ToolContext): Promise<[Project, ...Project[]]> {
  const ofFolders = await Promise.all(folders().map((folder) => projects.ofFolder(folder)));
  const [first = await projects.of("untitled:main"), ...others] = [
    ...new Set([...ofFolders, ...(await projects.loadedProjects()), ...projects.withSdks]),
  ];
  return [first, ...others];
}

/** Returns the provider that an argument names; undefined if there is none. Throws if it names no provider. */
export function providerNamed(
  name: string | undefined,
  catalog: Catalog,
  context: ToolContext,
): Provider | undefined {
  if (name === undefined) return undefined;
  const provider = catalog.providerNamed(name);
  if (provider) return provider;
  const known = catalog.providers.map(({ id }) => id);
  const message = unknownFilterMessage({ filter: "provider", value: name, known });
  throw new ToolFailure(localize(message, context.displayLanguage()));
}
