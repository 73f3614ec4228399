import { firstElsewhere } from "../../base/first-elsewhere.ts";
import { groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { BACKUP_MANAGER } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { ClusterSite } from "../../config/site.ts";
import { backupForm } from "../../schema/wire-forms.ts";
import { kindNamed, managerOfAll, managerOfApplication } from "../application-managers.ts";
import { channelSpan, differing, placeIn } from "../nodes.ts";
import type { ClusterRule, NodeFinding, Report } from "../rule.ts";

/**
 * A BackupManager sends sessions as Java objects whose classes state no version of their own: a node whose classes
 * differ refuses them.
 *
 * Source: DeltaSession and MemberImpl of each release, by the forms in schema/wire-forms.ts; runs of pairs of releases.
 */
export const rule: ClusterRule = {
  id: "backup-across-releases",
  group: "nodes",
  severity: "error",
  summary: {
    en: "BackupManagers of releases with different classes cannot read each other's sessions.",
    ko: "클래스가 다른 릴리스의 BackupManager는 서로의 세션을 읽지 못합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    differing(sites, report, {
      valueOf: formOf,
      at: (site) => managerOf(site)?.spanOf("className") ?? channelSpan(site),
      finding: (site, _, other) => ({ text: textOf(site, other) }),
    });
    ofContexts(sites, report);
  },
};

function textOf({ file }: ClusterSite, other: ClusterSite): Localized {
  return {
    en: `Sessions of BackupManager: ${nameOf(file)} here and ${nameOf(other.file)} on ${other.label} cannot read each other's. Update all nodes at once, or use DeltaManager until then.`,
    ko: `BackupManager의 세션: 여기 ${josa(nameOf(file), "과")} ${other.label}의 ${josa(nameOf(other.file), "은")} 서로 읽지 못합니다. 한 번에 업그레이드하거나 그때까지 DeltaManager를 쓰십시오.`,
  };
}

/** A BackupManager that a context.xml gives to one application, or to all. */
function ofContexts(sites: readonly ClusterSite[], report: Report<NodeFinding>): void {
  const deployed = sites.flatMap((site) => {
    const form = backupForm(site.file.version);
    if (!site.file.version.release || form === undefined) return [];
    const ofApplications = site.node.applications.map((each) => [each.name, managerOfApplication(each, site)] as const);
    return [["", managerOfAll(site)] as const, ...ofApplications].flatMap(([name, manager]) =>
      manager && manager.kind === kindNamed(BACKUP_MANAGER) ? [{ site, form, name, own: manager.own }] : [],
    );
  });
  const told = new Set<Component>();
  for (const [name, ofName] of groupBy(deployed, (each) => each.name)) {
    const otherwise = firstElsewhere(
      ofName,
      () => name,
      ({ form }) => form,
    );
    for (const { site, form, own } of ofName) {
      const other = own && otherwise(name, form);
      if (!other || told.has(own.manager)) continue;
      told.add(own.manager);
      report({
        file: own.file,
        at: own.manager.spanOf("className"),
        text: textOf(site, other.site),
        related: [placeIn(other.site, managerOf(other.site)?.spanOf("className") ?? other.site.cluster.nameSpan)],
      });
    }
  }
}

/** `9.0.70`, or the line where the release is not known. */
function nameOf({ version }: ConfigFile): string {
  return version.release?.text ?? version.line;
}

function managerOf({ cluster }: ClusterSite) {
  return cluster.child("Manager");
}

function formOf(site: ClusterSite): string | undefined {
  const { version } = site.file;
  if (!version.release || managerOf(site)?.className !== BACKUP_MANAGER) return undefined;
  return backupForm(version);
}
