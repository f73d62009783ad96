import type { ActionKey } from "../catalog/model/actions.ts";
import type { Entry } from "../catalog/model/entry.ts";
import type { DisplayLanguage } from "../catalog/text/localized-text.ts";
import { entryKeyOf } from "./features/code-item.ts";
import type { FeatureContext } from "./features/feature.ts";
import { type InitializationOptions, pageUri } from "./protocol/index.ts";

/** Returns the parts of the context that make links, as far as the client shows pages and runs commands. */
export function linksFor(
  {
    detailsCommand,
    detailsScheme,
    changeCommand,
    chooseCommand,
    usesCommand,
    writtenCommand,
    renameCommand,
  }: InitializationOptions,
  currentLanguage: () => DisplayLanguage,
): Pick<
  FeatureContext,
  "pageOf" | "changeLink" | "chooseCommand" | "usesCommand" | "writtenCommand" | "renameCommand" | "rendering"
> {
  const commandLink = (command: string | undefined, argument: object) =>
    `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
  const detailsLink = (entry: Entry) => commandLink(detailsCommand, entryKeyOf(entry));
  const actionLink = ({ provider, service, action }: ActionKey) =>
    commandLink(detailsCommand, { provider, service, code: action });
  return {
    pageOf: (key) => (detailsScheme ? pageUri(detailsScheme, key) : undefined),
    chooseCommand,
    usesCommand,
    writtenCommand,
    renameCommand,
    changeLink: (change) => (changeCommand ? commandLink(changeCommand, change) : undefined),
    rendering: () => ({
      displayLanguage: currentLanguage(),
      ...(detailsCommand ? { detailsLink, actionLink } : {}),
    }),
  };
}
