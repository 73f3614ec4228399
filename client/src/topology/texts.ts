import type { ViewTexts } from "./messages.ts";

/** @param t gives a text in the user's language */
export function viewTexts(t: (text: string) => string): ViewTexts {
  return {
    empty: t("No cluster of several nodes was found here."),
    recognised: t(
      "Nodes belong together when their server.xml files have a <Cluster> and name the same multicast group, list each other as static members, lie in neighbouring folders such as node1 and node2, or are named together in .tomcat-cluster.json.",
    ),
    zoomIn: t("Zoom In"),
    zoomOut: t("Zoom Out"),
    fit: t("Zoom to Fit"),
    broken: t("What does not connect"),
    strangers: t("Listed, but no node here"),
    fronts: t("Load balancers"),
    nodes: t("Nodes"),
    node: t("Node"),
    receiver: t("Receives at"),
    membership: t("Finds others by"),
    sessions: t("Sessions"),
    sends: t("Sends"),
    lists: t("Lists"),
    errors: t("Errors"),
    warnings: t("Warnings"),
    search: t("Search nodes"),
    export: t("Export…"),
    close: t("Close"),
    applications: t("Applications"),
    replicated: t("distributable"),
    notReplicated: t("not distributable"),
    cookie: t("Session cookie"),
    timeout: t("Timeout (minutes)"),
    running: t("Running Nodes"),
    keys: t("Arrow keys move between nodes and broken links, Enter opens the file."),
  };
}
