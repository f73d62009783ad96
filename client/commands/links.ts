import {
  type ExtensionContext,
  l10n,
  type TerminalLink,
  type TerminalLinkProvider,
  type Uri,
  window,
} from "vscode";
import {
  type CodeItem,
  type CodesInParams,
  type CodesInResult,
  codesInRequest,
} from "../../server/protocol/index.ts";
import { keyOfDeepLink } from "../language-server/keys.ts";
import type { Server } from "../language-server/server.ts";
import { openPage } from "../pages/details.ts";
import { choose } from "./explain.ts";

/** A longer line of a terminal is not looked at. */
const maximumLine = 4000;

/** Pages opened from outside the editors: by a link of VS Code's own kind, and by codes in the terminal. */
export function registerLinks({ subscriptions }: ExtensionContext, client: Server): void {
  subscriptions.push(
    window.registerUriHandler({ handleUri: openDeepLink }),
    window.registerTerminalLinkProvider(terminalLinks(client)),
  );
}

async function openDeepLink({ path }: Uri): Promise<void> {
  const key = keyOfDeepLink(path);
  if (key) await openPage(key);
  else await window.showWarningMessage(l10n.t("This link names no error code."));
}

interface CodeLink extends TerminalLink {
  items: CodeItem[];
}

function terminalLinks(client: Server): TerminalLinkProvider<CodeLink> {
  return {
    provideTerminalLinks: async ({ line }, token) => {
      if (!client.isRunning() || !mayHoldCodes(line)) return [];
      const params: CodesInParams = { text: line, ...client.place.origin };
      const found = await client.sendRequest<CodesInResult>(codesInRequest, params, token);
      return found.map(({ range: [start, end], items }) => ({
        startIndex: start,
        length: end - start,
        tooltip: items[0]?.summary ?? "",
        items,
      }));
    },
    handleTerminalLink: ({ items }) =>
      choose(
        items.map((item) => ({ item })),
        l10n.t("Several providers have this code"),
      ),
  };
}

/** Whether a line has a word shaped like a code, or says that it has one; cheap, since it is asked for every line. */
function mayHoldCodes(line: string): boolean {
  return line.length <= maximumLine && /[a-z\d][A-Z]|\w[._-][A-Z]|[Cc]ode|[Ee]rror/.test(line);
}
