import { commands, type ExtensionContext, type Location, Position, Uri } from "vscode";

/** Registers the command of lenses on the user's own codes. */
export function registerOwnCodes({ subscriptions }: ExtensionContext): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.showUses", async (uri: unknown, at: unknown) => {
      const position = positionOf(at);
      if (typeof uri === "string" && position) await showUses(Uri.parse(uri), position);
    }),
  );
}

/** Shows the uses of the code at a position, without its own row. */
async function showUses(uri: Uri, position: Position): Promise<void> {
  const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", uri, position);
  const uses = found.filter((one) => one.uri.toString() !== uri.toString());
  await commands.executeCommand("editor.action.showReferences", uri, position, uses);
}

function positionOf(value: unknown): Position | undefined {
  const { line, character } = (value ?? {}) as Partial<Position>;
  const isValid = [line, character].every((one) => Number.isInteger(one) && Number(one) >= 0);
  return isValid ? new Position(Number(line), Number(character)) : undefined;
}
