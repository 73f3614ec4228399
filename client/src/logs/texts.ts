import * as vscode from "vscode";
import type { LogTimeline } from "../../../server/src/protocol.ts";
import type { TimelineTexts } from "./messages.ts";

export function timelineTexts({ nodes, leftOut }: LogTimeline): TimelineTexts {
  const { t } = vscode.l10n;
  return {
    title: t("Log Timeline"),
    keys: t("Arrow keys move between events and nodes, Enter opens the line."),
    again: t("Read Again"),
    search: t("Search events"),
    onlyImportant: t("Hide what is harmless"),
    wrong: t("What is wrong"),
    fine: t("Nothing wrong is seen in these logs."),
    events: t("Events"),
    time: t("Time"),
    overview: t(
      "Events of nodes on one axis: {0}. The table below has all of them.",
      nodes.map(({ name }) => name).join(", "),
    ),
    leftOut: leftOut > 0 ? t("Events that are not shown: {0}. The command line and its JSON have more.", leftOut) : "",
    notRead: t("Not read"),
    none: t("No line about a cluster is in these logs: are they Tomcat's own, at level INFO?"),
    weights: { fault: t("problem"), notice: t("notice"), normal: t("harmless") },
  };
}
