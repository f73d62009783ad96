import {
  type ExtensionContext,
  l10n,
  type TerminalLink,
  type TerminalLinkProvider,
  type Uri,
  window,
} from "vscode";
import {
  type CodeInText,
  type CodeItem,
  type CodesInParams,
  type CodesInResult,
  codesInRequest,
} from "../../server/protocol/index.ts";
import { keyOfDeepLink } from "../language-server/keys.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { openPage } from "../pages/details.ts";
import { openChoice } from "./explain.ts";
import { TerminalOutput } from "./terminal-output.ts";

/** The length, in UTF-16 units, above which a line of a terminal is not searched. */
const maximumLine = 4000;

/** Registers what opens pages from outside the editors: deep links, and links on codes in the terminal. */
export function registerLinks({ subscriptions }: ExtensionContext, server: Server): void {
  const output = new TerminalOutput();
  subscriptions.push(
    output,
    window.registerUriHandler({ handleUri: openDeepLink }),
    window.registerTerminalLinkProvider(terminalLinks(server, output)),
  );
}

async function openDeepLink({ path }: Uri): Promise<void> {
  const key = keyOfDeepLink(path);
  if (key) await openPage(key);
  else await window.showWarningMessage(l10n.t("This link does not name an error code."));
}

interface CodeLink extends TerminalLink {
  found: CodeInText;
}

function terminalLinks(server: Server, output: TerminalOutput): TerminalLinkProvider<CodeLink> {
  return {
    provideTerminalLinks: async ({ line, terminal }, token) => {
      if (!mayHaveCodes(line)) return [];
      const around = output.around(terminal, line);
      const params: CodesInParams = { text: line, ...around, ...server.place.origin };
      const all = await server.sendRequest<CodesInResult>(codesInRequest, params, token);
      return all.map((found) => {
        const [start, end] = found.range;
        return { startIndex: start, length: end - start, tooltip: tooltipOf(found.items), found };
      });
    },
    handleTerminalLink: ({ found: { items, range: _, ...stated } }) =>
      openChoice(
        items.map((item) => ({ item, ...stated })),
        l10n.t("Several providers have this code"),
      ),
  };
}

/** Returns what the first code means, in a line: a tooltip of the terminal shows neither Markdown nor line breaks. */
function tooltipOf([item]: readonly CodeItem[]): string {
  return plainText(item?.summary ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Returns whether a line has a word in the form of a code, or mentions a code or error. Cheap: runs for every line. */
function mayHaveCodes(line: string): boolean {
  return line.length <= maximumLine && /[a-z\d][A-Z]|\w[._-][A-Z]|[Cc]ode|[Ee]rror/.test(line);
}
