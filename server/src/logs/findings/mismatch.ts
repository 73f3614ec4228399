import type { Change } from "../../schema/change.ts";
import { lineOf } from "../../schema/lines.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { Release } from "../../schema/release.ts";
import { ENCRYPTED_FORM } from "../../schema/wire-forms.ts";
import { text } from "../kinds/kind.ts";
import type { Happening } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";
import type { LogFinding } from "./finding.ts";

/** What two nodes have that does not go together, as each one's log has it. */
export function mismatchesOf(one: NodeStory, other: NodeStory): readonly LogFinding[] {
  return [...encryptionOf(one, other), ...managersOf(one, other)];
}

/** True for a fault of a node that a mismatch explains already. */
export function isExplained(fault: LogFinding, mismatches: readonly LogFinding[]): boolean {
  return mismatches.some(
    ({ id, nodes }) =>
      id === "encryption-differs" &&
      /^(?:key-differs|decrypt-failed)$/.test(fault.id) &&
      fault.nodes.every((node) => nodes.includes(node)),
  );
}

const happeningsOf = (story: NodeStory, id: string): readonly Happening[] =>
  story.timeline.filter(({ kind }) => kind.id === id);

/** The release its last start names: `[Apache Tomcat/9.0.122 (Debian)]`. */
function versionOf(story: NodeStory): TomcatVersion | undefined {
  const [value = ""] = happeningsOf(story, "node-starting").at(-1)?.values ?? [];
  const written = /Tomcat\/(\d+\.\d+\.\d+)/.exec(value)?.[1];
  const [release, line] = written === undefined ? [] : [Release.parse(written), lineOf(written)];
  return release && line ? { release, line } : undefined;
}

function differ(change: Change, one: TomcatVersion, other: TomcatVersion): boolean {
  const [here, there] = [change.isIn(one), change.isIn(other)];
  return here !== undefined && there !== undefined && here !== there;
}

/** Messages that cannot be decrypted, between releases that encrypt in different ways. */
function encryptionOf(one: NodeStory, other: NodeStory): readonly LogFinding[] {
  const refused = [one, other].flatMap((story) =>
    happeningsOf(story, "decrypt-failed").map((happening) => ({ story, happening })),
  );
  const [version, otherVersion] = [versionOf(one), versionOf(other)];
  if (refused.length === 0 || !version || !otherVersion || !differ(ENCRYPTED_FORM, version, otherVersion)) return [];
  const [name, otherName] = [`${one.name} (${version.release})`, `${other.name} (${otherVersion.release})`];
  return [
    {
      id: "encryption-differs",
      nodes: [one, other],
      text: text(
        `${name} and ${otherName} do not read each other's encrypted messages: EncryptInterceptor writes another form since ${ENCRYPTED_FORM}.`,
        `${name} 노드와 ${otherName} 노드는 서로 암호화한 메시지를 읽지 못합니다. EncryptInterceptor의 형식이 ${ENCRYPTED_FORM} 버전부터 다릅니다.`,
      ),
      causes: [],
      next: [
        text(
          "Run releases of one side of these on all nodes; until then nothing is replicated between them.",
          "모든 노드를 이 경계의 한쪽 버전으로 맞추십시오. 그때까지 둘 사이에 복제가 없습니다.",
        ),
      ],
      subjects: [{ element: "Interceptor", attribute: "encryptionAlgorithm" }],
      evidence: refused.slice(0, 4),
      count: refused.length,
    },
  ];
}

/** The end of the name that a BackupManager gives its map (BackupManager.getMapName, AbstractReplicatedMap). */
const MAP = /-map$/;

/** Applications with a DeltaManager on one node and a BackupManager on the other. */
function managersOf(one: NodeStory, other: NodeStory): readonly LogFinding[] {
  const found = [
    { delta: one, backup: other },
    { delta: other, backup: one },
  ].flatMap(({ delta, backup }) => {
    const maps = new Map(
      happeningsOf(backup, "map-starting").map((happening) => [
        (happening.values[0] ?? "").replace(MAP, ""),
        happening,
      ]),
    );
    return happeningsOf(delta, "manager-registered").flatMap((happening) => {
      const [name = ""] = happening.values;
      const map = maps.get(name);
      return map
        ? [
            {
              delta,
              backup,
              name,
              evidence: [
                { story: delta, happening },
                { story: backup, happening: map },
              ],
            },
          ]
        : [];
    });
  });
  const [first] = found;
  if (!first) return [];
  const { delta, backup, name } = first;
  return [
    {
      id: "managers-differ",
      nodes: [delta, backup],
      text: text(
        `${name} has a DeltaManager on ${delta.name} and a BackupManager on ${backup.name}: neither takes the other's messages, so its sessions are not replicated between them.`,
        `${name} 애플리케이션의 Manager가 ${delta.name} 노드에서는 DeltaManager, ${backup.name} 노드에서는 BackupManager입니다. 서로의 메시지를 처리하지 않으므로 둘 사이에 세션이 복제되지 않습니다.`,
      ),
      causes: [],
      next: [
        text("Write the same Manager into the Cluster of all nodes.", "모든 노드의 Cluster에 같은 Manager를 쓰십시오."),
      ],
      subjects: [{ element: "Manager", attribute: "className" }],
      evidence: first.evidence,
      count: found.length,
    },
  ];
}
