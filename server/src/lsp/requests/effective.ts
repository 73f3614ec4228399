import type { ClientCapabilities } from "vscode-languageserver";
import type { Locale } from "../../base/localized.ts";
import { numberedStars, STARS } from "../../config/effective/secrets.ts";
import { EFFECTIVE_VIEWS } from "../../config/effective/view.ts";
import type { ConfigFile } from "../../config/file.ts";
import { nodeLabel } from "../../config/site.ts";
import type { EffectiveAnswer } from "../../features/effective.ts";
import { EFFECTIVE_CAPABILITY, EFFECTIVE_CHANGED, EFFECTIVE_REQUEST, OTHER_NODES_REQUEST } from "../../protocol.ts";
import { isOnlyParsed, type RequestGroup, tooLong } from "../session.ts";

/** The effective configuration of a document, and the nodes it can be compared with. */
export const effectiveRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection, workspace, host } = session;
    const numbered = numberedStars();
    connection.onRequest(EFFECTIVE_REQUEST, async ({ uri, marks, view, against }) => {
      const file = await workspace.fileAt(host.pathOf(uri));
      const other = against === undefined ? undefined : await workspace.fileAt(host.pathOf(against));
      const long = [file, other].find((each) => each && isOnlyParsed(each));
      if (long) return nothingOf(long, session.locale);
      const { showSecrets } = (await session.settings.of(uri)).effective;
      // Without marks, two documents are compared: keys that differ show as a difference.
      const secrets = showSecrets ? undefined : marks ? STARS : numbered;
      const known = EFFECTIVE_VIEWS.find((each) => each === view) ?? "all";
      const { effectiveAnswer } = await import("../../features/effective.ts");
      const options = { locale: session.locale, marks, secrets, view: known, against: other };
      return (file && effectiveAnswer(file, options)) ?? null;
    });

    connection.onRequest(OTHER_NODES_REQUEST, async ({ uri }) => {
      const nodes = await workspace.nodesBeside(host.pathOf(uri));
      return nodes.map(({ path, cluster }) => ({ uri: host.uriOf(path), label: nodeLabel(path), cluster }));
    });

    session.onChange(() => {
      if (showsEffective(session.client)) void session.attempt(() => connection.sendNotification(EFFECTIVE_CHANGED));
    });
  },
};

/** A document that says why it holds nothing. */
function nothingOf(file: ConfigFile, locale: Locale): EffectiveAnswer {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${tooLong(file)[locale]} -->\n`;
  return { text, label: nodeLabel(file.path), places: [], folds: [] };
}

/** True for a client that has said that it shows effective configurations and has the commands for them. */
export function showsEffective({ experimental }: ClientCapabilities): boolean {
  return typeof experimental === "object" && experimental !== null && EFFECTIVE_CAPABILITY in experimental;
}
