import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Has the client ask again for what it shows between the lines and in colours, as far as it can. */
export async function refreshShown({ client, connection }: Session): Promise<void> {
  const { codeLens, inlayHint, semanticTokens } = client.workspace ?? {};
  await Promise.all([
    codeLens?.refreshSupport && connection.sendRequest(CodeLensRefreshRequest.type),
    inlayHint?.refreshSupport && connection.sendRequest(InlayHintRefreshRequest.type),
    semanticTokens?.refreshSupport && connection.sendRequest(SemanticTokensRefreshRequest.type),
  ]);
}
