import { commands, type ExtensionContext, workspace } from "vscode";
import type { Server } from "./server.ts";

/** Starts the server after activation, and restarts it on command or when workspace trust is granted. */
export function registerLifecycle({ subscriptions }: ExtensionContext, server: Server): void {
  const restart = async () => {
    await server.stop();
    await server.start();
  };
  // Loading the client takes longer than the rest of the activation, so the rest goes first.
  const timer = setTimeout(() => {
    server.start().catch((error) => server.output.error(String(error)));
  });
  subscriptions.push(
    { dispose: () => clearTimeout(timer) },
    workspace.onDidGrantWorkspaceTrust(restart),
    commands.registerCommand("errorCodes.restart", restart),
    commands.registerCommand("errorCodes.showOutput", () => server.output.show()),
  );
}
