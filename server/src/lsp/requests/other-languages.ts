import {
  CodeActionKind,
  CodeActionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
} from "vscode-languageserver";
import { registerDocuments } from "../register-documents.ts";
import type { RequestGroup } from "../session.ts";

/**
 * Files that may be a load balancer's, and manifests that may hold configurations. What is in them decides: of any other
 * file nothing is said.
 */
const documentSelector = [
  "**/*.{conf,cfg,vhost}",
  "**/worker*.properties",
  "**/sites-{available,enabled}/*",
  "**/*.{yaml,yml}",
].map((pattern) => ({ pattern }));

/**
 * Files of other languages are open for what is found in them, for the nodes that a balancer's members are, and for what
 * stands in a manifest. They are no documents of this server for anything else: it must not be offered as their
 * formatter.
 */
export const otherLanguageRequests: RequestGroup = {
  capabilities: () => ({}),
  serve: () => undefined,

  async register({ connection, pulls, client: { textDocument } }) {
    // The findings of an open document come from pulls only: a client that cannot register these would show none.
    const shown = !pulls || textDocument?.diagnostic?.dynamicRegistration;
    if (!textDocument?.synchronization?.dynamicRegistration || !shown) return;
    const { client } = connection;
    await registerDocuments(client, documentSelector);
    if (pulls) {
      await client.register(DocumentDiagnosticRequest.type, {
        documentSelector,
        interFileDependencies: true,
        workspaceDiagnostics: false,
      });
    }
    if (textDocument.hover?.dynamicRegistration) await client.register(HoverRequest.type, { documentSelector });
    if (textDocument.definition?.dynamicRegistration) {
      await client.register(DefinitionRequest.type, { documentSelector });
    }
    if (textDocument.references?.dynamicRegistration) {
      await client.register(ReferencesRequest.type, { documentSelector });
    }
    if (textDocument.codeAction?.dynamicRegistration) {
      const codeActionKinds = [CodeActionKind.QuickFix];
      await client.register(CodeActionRequest.type, { documentSelector, codeActionKinds });
    }
    if (textDocument.rename?.dynamicRegistration) {
      const prepareProvider = textDocument.rename.prepareSupport === true;
      await client.register(RenameRequest.type, { documentSelector, prepareProvider });
    }
  },
};
