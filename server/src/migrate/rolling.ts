import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { BACKUP_MANAGER, DELTA_MANAGER, ENCRYPT, GZIP } from "../config/classes.ts";
import type { ClusterSite } from "../config/site.ts";
import { lineFacts } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { backupForm, ENCRYPTED_FORM, GZIP_FLAG, SESSION_MESSAGE } from "../schema/wire-forms.ts";
import { nameOfVersion, type Rolling } from "./model.ts";

/** A Cluster of one node before and after the move. */
export interface SitePair {
  readonly before: ClusterSite;
  readonly after: ClusterSite;
}

type Verdict = { readonly how: Rolling["how"]; readonly why: Localized };

/** Decides whether the nodes of a cluster can be moved one by one with the sessions kept, and gives the reasons. */
export function rollingOf(cluster: string, pairs: readonly SitePair[]): Rolling {
  const verdicts = new Map<string, Verdict>();
  for (const pair of pairs) for (const verdict of verdictsOf(pair)) verdicts.set(verdict.why.en, verdict);
  const all = [...verdicts.values()];
  const how = all.some((each) => each.how === "together")
    ? "together"
    : all.some((each) => each.how === "unknown")
      ? "unknown"
      : "one-by-one";
  return {
    cluster,
    nodes: pairs.map(({ before }) => before.label),
    how,
    reasons: all.filter((each) => how === "one-by-one" || each.how !== "one-by-one").map(({ why }) => why),
  };
}

function* verdictsOf({ before, after }: SitePair): Generator<Verdict> {
  const [from, to] = [before.file.version, after.file.version];
  const names = `${nameOfVersion(from)} ↔ ${nameOfVersion(to)}`;
  if (SESSION_MESSAGE.isIn(from) !== SESSION_MESSAGE.isIn(to)) {
    yield together({
      en: "Session messages of Tomcat 7.0 have another version than those of 8.5 and later.",
      ko: "Tomcat 7.0의 세션 메시지는 8.5 이상과 버전이 다릅니다.",
    });
  }
  if (before.interceptor(ENCRYPT)) yield* ofEncryption(before, after);
  if (before.interceptor(GZIP) && GZIP_FLAG.isIn(from) !== GZIP_FLAG.isIn(to)) {
    yield together({
      en: "9.0 and later do not read what GzipInterceptor of 8.5 and earlier compresses. Without it on all nodes they can be moved one by one.",
      ko: "8.5 이하의 GzipInterceptor가 압축한 것을 9.0 이상은 읽지 못합니다. 모든 노드에서 빼면 하나씩 옮길 수 있습니다.",
    });
  }
  yield* ofManager(before, from, to);
  if (!before.known || !after.known) {
    yield unknown({
      en: "A class in the Cluster is not known here: ask its author whether both versions understand each other.",
      ko: "Cluster에 이 도구가 모르는 클래스가 있습니다. 두 버전이 서로 통하는지 제작자에게 확인하십시오.",
    });
  }
  if (lineFacts(from.line).packages !== lineFacts(to.line).packages) {
    yield {
      how: "one-by-one",
      why: {
        en: "Sessions hold objects of the application: both forms of it, for javax and for jakarta, have to read them.",
        ko: "세션에는 애플리케이션의 객체가 들어 있습니다. javax용과 jakarta용 애플리케이션이 모두 읽을 수 있어야 합니다.",
      },
    };
  }
  yield {
    how: "one-by-one",
    why: { en: `Session messages have one form: ${names}.`, ko: `세션 메시지의 형식이 같습니다: ${names}.` },
  };
}

function* ofEncryption(before: ClusterSite, after: ClusterSite): Generator<Verdict> {
  const [from, to] = [before.file.version, after.file.version];
  const [old, next] = [ENCRYPTED_FORM.isIn(from), ENCRYPTED_FORM.isIn(to)];
  if (old === undefined || next === undefined) {
    yield unknown({
      en: "EncryptInterceptor sends another form from 9.0.119, 10.1.56 and 11.0.23 on: name both releases.",
      ko: "EncryptInterceptor의 메시지 형식은 9.0.119, 10.1.56, 11.0.23부터 다릅니다. 두 릴리스를 모두 지정하십시오.",
    });
  } else if (old !== next) {
    yield together({
      en: "EncryptInterceptor before and from 9.0.119, 10.1.56 and 11.0.23 on cannot talk to each other.",
      ko: "9.0.119, 10.1.56, 11.0.23 전후의 EncryptInterceptor는 서로 통신할 수 없습니다.",
    });
  }
  const [was, is] = [before, after].map((site) => site.interceptor(ENCRYPT)?.effective("encryptionAlgorithm"));
  if (was !== is && was !== undefined && is !== undefined) {
    yield together({
      en: `EncryptInterceptor's default changes from ${was} to ${is}. Write encryptionAlgorithm on all nodes first.`,
      ko: `EncryptInterceptor의 기본값이 ${was}에서 ${josa(is, "으로")} 바뀝니다. 먼저 모든 노드에 encryptionAlgorithm을 쓰십시오.`,
    });
  }
}

function* ofManager({ cluster }: ClusterSite, from: TomcatVersion, to: TomcatVersion): Generator<Verdict> {
  const manager = cluster.child("Manager");
  const className = manager ? manager.className : DELTA_MANAGER;
  if (className !== BACKUP_MANAGER) return;
  const [one, other] = [backupForm(from), backupForm(to)];
  if (one === undefined || other === undefined) {
    yield unknown({
      en: "BackupManager sends sessions as Java objects, whose form differs between releases: name both releases.",
      ko: "BackupManager는 세션을 Java 객체로 보내며 그 형식이 릴리스마다 다릅니다. 두 릴리스를 모두 지정하십시오.",
    });
  } else if (one !== other) {
    yield together({
      en: `BackupManager sends sessions as Java objects: ${nameOfVersion(from)} and ${nameOfVersion(to)} cannot read each other's. With DeltaManager on all nodes first, they can be moved one by one.`,
      ko: `BackupManager는 세션을 Java 객체로 보냅니다. ${josa(nameOfVersion(from), "과")} ${josa(nameOfVersion(to), "은")} 서로 읽지 못합니다. 먼저 모든 노드를 DeltaManager로 바꾸면 하나씩 옮길 수 있습니다.`,
    });
  }
}

function together(why: Localized): Verdict {
  return { how: "together", why };
}

function unknown(why: Localized): Verdict {
  return { how: "unknown", why };
}
