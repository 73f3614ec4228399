import { josa } from "../../base/josa.ts";
import { BACKUP_MANAGER } from "../../config/classes.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { ClusterSite } from "../../config/site.ts";
import { backupForm } from "../../schema/wire-forms.ts";
import { channelSpan, differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

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
      finding: ({ file }, _, other) => ({
        text: {
          en: `Sessions of BackupManager: ${nameOf(file)} here and ${nameOf(other.file)} on ${other.label} cannot read each other's. Update all nodes at once, or use DeltaManager until then.`,
          ko: `BackupManager의 세션: 여기 ${josa(nameOf(file), "과")} ${other.label}의 ${josa(nameOf(other.file), "은")} 서로 읽지 못합니다. 한 번에 업그레이드하거나 그때까지 DeltaManager를 쓰십시오.`,
        },
      }),
    });
  },
};

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
