import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Has the client ask again for code lenses, inlay hints and semantic tokens, as far as it can. */
export async function refreshShown(session: Session): Promise<void> {
  const { client, connection } = session;
  const { codeLens, inlayHint, semanticTokens } = client.workspace ?? {};
  await Promise.all([
    codeLens?.refreshSupport && session.attempt(() => connection.sendRequest(CodeLensRefreshRequest.type)),
    inlayHint?.refreshSupport && session.attempt(() => connection.sendRequest(InlayHintRefreshRequest.type)),
    semanticTokens?.refreshSupport && session.attempt(() => connection.sendRequest(SemanticTokensRefreshRequest.type)),
  ]);
}
