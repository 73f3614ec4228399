import * as vscode from "vscode";
import type { ProbeMember, TopologyApplication, TopologyNode } from "../../../server/src/protocol.ts";
import {
  type ApplicationRow,
  type BrokenRow,
  type ClusterRow,
  type FrontRow,
  idOf,
  type NodeRow,
  placeOfRow,
  type Row,
} from "./rows.ts";

/** The members heard by the last multicast test; empty without one. */
export type Heard = readonly ProbeMember[];

/** The appearance of a row, its text for screen readers, and its command. */
export function itemOf(row: Row, heard: Heard): vscode.TreeItem {
  const item = make(row, heard);
  item.id = idOf(row);
  item.contextValue = row.kind;
  const said = [item.label, item.description, item.tooltip].filter((part) => typeof part === "string" && part !== "");
  item.accessibilityInformation = { label: [...new Set(said)].join(", ").replaceAll("\n", ", ") };
  const place = placeOfRow(row);
  if (place) {
    const { start, end } = place.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const title = vscode.l10n.t("Go to Place");
    item.command = { command: "vscode.open", title, arguments: [vscode.Uri.parse(place.path), { selection }] };
  }
  return item;
}

function make(row: Row, heard: Heard): vscode.TreeItem {
  switch (row.kind) {
    case "cluster":
      return clusterItem(row);
    case "node":
      return nodeItem(row, heard);
    case "application":
      return applicationItem(row);
    case "front":
      return frontItem(row);
    default:
      return brokenItem(row);
  }
}

function clusterItem({ topology: { name, how, nodes } }: ClusterRow): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  const findings = sum(nodes.map(({ findings: each }) => each));
  const count = nodes.length === 1 ? vscode.l10n.t("1 node") : vscode.l10n.t("{0} nodes", nodes.length);
  item.description = [count, counted(findings)].filter((part) => part !== "").join(" · ");
  item.iconPath = new vscode.ThemeIcon("server-environment");
  item.tooltip = how;
  return item;
}

function nodeItem({ node }: NodeRow, heard: Heard): vscode.TreeItem {
  const { name, receiver, tomcat, jvmRoute, membership, manager, sends, applications, findings } = node;
  const below =
    applications.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(name, below);
  const live = liveState(node, heard);
  item.description = [live, counted(findings), receiver, `Tomcat ${tomcat}`].filter((part) => part).join(" · ");
  item.iconPath = iconOf(node, live !== undefined && heard.some((each) => isAt(each, node) && each.state === "alive"));
  const route = jvmRoute === "" ? vscode.l10n.t("no jvmRoute") : jvmRoute && `jvmRoute ${jvmRoute}`;
  const facts = [membership, manager, sends, route];
  item.tooltip = facts.filter((part) => part).join("\n");
  return item;
}

function iconOf({ findings }: TopologyNode, alive: boolean): vscode.ThemeIcon {
  if (findings.error > 0) return new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
  if (findings.warning > 0) return new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
  return new vscode.ThemeIcon(alive ? "vm-running" : "vm");
}

function liveState(node: TopologyNode, heard: Heard): string | undefined {
  const member = heard.find((each) => isAt(each, node));
  if (!member) return undefined;
  return {
    alive: vscode.l10n.t("up for {0}", member.alive),
    left: vscode.l10n.t("stopped"),
    silent: vscode.l10n.t("silent"),
  }[member.state];
}

function isAt({ host, port }: ProbeMember, { receiver }: TopologyNode): boolean {
  return receiver === `${host}:${port}`;
}

function applicationItem({ application }: ApplicationRow): vscode.TreeItem {
  const { name, distributable, cookie, timeout } = application;
  const item = new vscode.TreeItem(name === "ROOT" ? "ROOT (/)" : `/${name.replaceAll("#", "/")}`);
  item.description = [distributableText(application), cookie, timeout === undefined ? undefined : minutes(timeout)]
    .filter((part) => part !== undefined)
    .join(" · ");
  item.iconPath = new vscode.ThemeIcon(distributable === true ? "package" : "circle-slash");
  item.tooltip =
    distributable === false
      ? vscode.l10n.t("Its web.xml has no <distributable/>: its sessions are not replicated.")
      : [cookie && vscode.l10n.t("session cookie: {0}", cookie)].filter((part) => part).join("\n");
  return item;
}

function distributableText({ distributable }: TopologyApplication): string {
  if (distributable === undefined) return vscode.l10n.t("web.xml not unpacked");
  return distributable ? vscode.l10n.t("distributable") : vscode.l10n.t("not distributable");
}

function minutes(timeout: number): string {
  return timeout <= 0 ? vscode.l10n.t("no timeout") : vscode.l10n.t("{0} min", timeout);
}

function frontItem({ front: { name, product, members, problems } }: FrontRow): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.description = `${product} · ${members.length}`;
  const texts = [...problems, ...members.flatMap((member) => member.problems)].map(({ text }) => text);
  item.iconPath = new vscode.ThemeIcon(texts.length > 0 ? "warning" : "arrow-swap");
  item.tooltip = texts.join("\n");
  return item;
}

function brokenItem({ label, text }: BrokenRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.description = text;
  item.tooltip = text;
  item.iconPath = new vscode.ThemeIcon("debug-disconnect", new vscode.ThemeColor("list.errorForeground"));
  return item;
}

type Findings = Pick<TopologyNode["findings"], "error" | "warning">;

function sum(all: readonly Findings[]): Findings {
  const of = (severity: keyof Findings) => all.reduce((total, findings) => total + findings[severity], 0);
  return { error: of("error"), warning: of("warning") };
}

function counted({ error, warning }: Findings): string {
  const errors = error === 1 ? vscode.l10n.t("1 error") : vscode.l10n.t("{0} errors", error);
  const warnings = warning === 1 ? vscode.l10n.t("1 warning") : vscode.l10n.t("{0} warnings", warning);
  return [...(error > 0 ? [errors] : []), ...(warning > 0 ? [warnings] : [])].join(", ");
}
