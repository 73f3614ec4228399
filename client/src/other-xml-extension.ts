import * as vscode from "vscode";
import type { BaseLanguageClient, ConfigurationMiddleware } from "vscode-languageclient";
import { SECTION, type Settings } from "../../server/src/protocol.ts";

/** XML by Red Hat: the extension for XML that most people have. */
const OTHER_XML_EXTENSION = "redhat.vscode-xml";

/** True where another extension closes tags and formats XML: ours then does neither. */
export function otherXmlExtension(): boolean {
  // Disabled extensions are not listed; enabled ones start with the first XML file, as ours does.
  return vscode.extensions.getExtension(OTHER_XML_EXTENSION) !== undefined;
}

/** Tells the server with the settings it asks for. */
export const addOtherXmlExtension: NonNullable<ConfigurationMiddleware["configuration"]> = async (
  params,
  token,
  next,
) => {
  const answers = await next(params, token);
  if (!Array.isArray(answers)) return answers;
  const added: Pick<Settings, "otherXmlExtension"> = { otherXmlExtension: otherXmlExtension() };
  return answers.map((answer: unknown, index) =>
    params.items[index]?.section === SECTION ? { ...(typeof answer === "object" ? answer : {}), ...added } : answer,
  );
};

/** The server asks anew when the other extension is enabled or disabled. */
export function followOtherXmlExtension(client: BaseLanguageClient): vscode.Disposable {
  let before = otherXmlExtension();
  return vscode.extensions.onDidChange(async () => {
    if (before === otherXmlExtension()) return;
    before = otherXmlExtension();
    if (client.isRunning()) await client.sendNotification("workspace/didChangeConfiguration", { settings: null });
  });
}
