import type { Position, TextDocument } from "vscode";
import {
  type LiteralAt,
  type LiteralsParams,
  type LiteralsResult,
  literalsRequest,
} from "../../server/protocol/index.ts";
import type { Server } from "./server.ts";

/** Returns, for each position of a document, the literal around it that has the form of a code, or null. */
export async function literalsAt(
  server: Server,
  { uri }: TextDocument,
  positions: readonly Position[],
): Promise<(LiteralAt | null)[]> {
  await server.start();
  const params: LiteralsParams = {
    uri: uri.toString(),
    positions: positions.map(({ line, character }) => ({ line, character })),
  };
  return server.sendRequest<LiteralsResult>(literalsRequest, params);
}
