import type { Localized } from "../base/localized.ts";
import { Release } from "./release.ts";

/** Conditions on a configuration under which an advisory applies to it. */
export const NEEDS = {
  encrypt: { en: "an `EncryptInterceptor`", ko: "`EncryptInterceptor`" },
  padding: {
    en: "an `EncryptInterceptor` that works with CBC, CFB or OFB, as it does by default",
    ko: "기본값처럼 CBC, CFB, OFB로 동작하는 `EncryptInterceptor`",
  },
  kubernetes: {
    en: "a `CloudMembershipService` with the Kubernetes provider",
    ko: "Kubernetes 제공자를 쓰는 `CloudMembershipService`",
  },
  "file-store": { en: "a `FileStore`", ko: "`FileStore`" },
  "open-file-store": {
    en: "a `FileStore` whose Manager has no `sessionAttributeValueClassNameFilter`, or one that matches everything",
    ko: "Manager에 `sessionAttributeValueClassNameFilter`가 없거나 모든 것과 맞는 `FileStore`",
  },
  "writable-default-servlet": {
    en: "a web.xml whose default servlet has `readonly` off and partial PUT on",
    ko: "기본 서블릿의 `readonly`가 꺼지고 부분 PUT이 켜진 web.xml",
  },
  "channel-tls-1.3": {
    en: "a Channel with `secure` on and a `pskProtocol` that names TLS 1.3",
    ko: "`secure`를 켜고 `pskProtocol`에 TLS 1.3을 쓴 Channel",
  },
} as const satisfies Readonly<Record<string, Localized>>;
export type Need = keyof typeof NEEDS;

/** Affected releases, both ends included; `fixed` where the record names the release with the correction. */
export interface AffectedRange {
  readonly first: Release;
  readonly last: Release;
  readonly fixed: string | undefined;
}

/** A published security advisory that depends on what stands in Tomcat's configuration. */
export interface Advisory {
  readonly id: string;
  /** The day on which its record was published. */
  readonly published: string;
  readonly affected: readonly AffectedRange[];
  readonly needs: Need;
  /**
   * Error where nothing else is needed; warning where it depends on conditions that no file shows; information where it
   * needs a local user.
   */
  readonly severity: "error" | "warning" | "information";
  /** True where the correction changes only Tomcat's manual: a newer release behaves the same. */
  readonly manual?: true;
  /** The CVSS 3.1 base score of CISA or NVD; undefined where the records have none. */
  readonly score: number | undefined;
  readonly text: Localized;
}

/**
 * As published: ids, days and releases are those of the records at cve.org, read on 2026-11-28, and where NVD had one, compared with its
 * copy; scores are CISA's in the record, or NVD's. Releases of 10.0, which has no facts here, are left out.
 *
 * - CVE-2026-29146: its text says `9..115`, its data 9.0.115.
 * - CVE-2021-25329: its data ends one release before its text and NVD; the text counts.
 * - CVE-2026-95517: the copy that could be read ends after `9.0.13`. The last release of 9.0 is that of the record
 *   CVE-2026-117517, published minutes later with the same last releases of 10.1 and 11.0.
 * - CVE-2026-133325 and CVE-2026-95517: the copies end before the releases that mend them.
 *
 * Held against the source of Tomcat's tags where one mends it: the release behind each range is the first that has the
 * correction of CVE-2026-34487 (TokenStreamProvider; the cloud package came with 9.0.13), CVE-2020-9484 and
 * CVE-2022-23181 (FileStore), CVE-2021-25329 (FileStore, ContextConfig) and CVE-2025-24813 (DefaultServlet; 8.5 was
 * never mended).
 */
export const ADVISORIES: readonly Advisory[] = [
  {
    id: "CVE-2026-34486",
    published: "2026-04-09",
    affected: [
      range("9.0.116", "9.0.116", "9.0.117"),
      range("10.1.53", "10.1.53", "10.1.54"),
      range("11.0.20", "11.0.20", "11.0.21"),
    ],
    needs: "encrypt",
    severity: "error",
    score: 7.5,
    text: {
      en: "What cannot be decrypted is accepted, so anyone can join.",
      ko: "복호화할 수 없는 메시지도 받아들여 누구나 참여할 수 있습니다.",
    },
  },
  {
    id: "CVE-2026-29146",
    published: "2026-04-09",
    affected: [
      range("7.0.100", "7.0.109"),
      range("8.5.38", "8.5.100"),
      range("9.0.13", "9.0.115", "9.0.116"),
      range("10.1.0-M1", "10.1.52", "10.1.53"),
      range("11.0.0-M1", "11.0.18", "11.0.19"),
    ],
    needs: "padding",
    severity: "warning",
    score: 7.5,
    text: {
      en: "Messages can be decrypted step by step (padding oracle).",
      ko: "메시지를 조금씩 해독할 수 있습니다(패딩 오라클).",
    },
  },
  {
    id: "CVE-2026-95517",
    published: "2026-11-19",
    affected: [range("9.0.13", "9.0.123"), range("10.1.0-M1", "10.1.61"), range("11.0.0-M1", "11.0.27")],
    needs: "encrypt",
    severity: "warning",
    score: undefined,
    text: {
      en: "Message integrity is incomplete, some data travels in clear.",
      ko: "메시지의 변조를 다 막지 못하고 일부 데이터가 평문으로 전송됩니다.",
    },
  },
  {
    id: "CVE-2026-59084",
    published: "2026-07-14",
    affected: [
      range("7.0.100", "7.0.109"),
      range("8.5.38", "8.5.100"),
      range("9.0.13", "9.0.119", "9.0.120"),
      range("10.1.0-M1", "10.1.56", "10.1.57"),
      range("11.0.0-M1", "11.0.23", "11.0.24"),
    ],
    needs: "encrypt",
    severity: "information",
    manual: true,
    score: undefined,
    text: {
      en: "The manual does not say what a safe EncryptInterceptor needs.",
      ko: "EncryptInterceptor를 안전하게 쓰는 조건이 설명서에 없습니다.",
    },
  },
  {
    id: "CVE-2022-29885",
    published: "2022-05-12",
    affected: [range("8.5.38", "8.5.78"), range("9.0.13", "9.0.62"), range("10.1.0-M1", "10.1.0-M14")],
    needs: "encrypt",
    severity: "information",
    manual: true,
    score: 7.5,
    text: {
      en: "Against its manual, EncryptInterceptor does not make an open network safe.",
      ko: "설명서와 달리 EncryptInterceptor만으로는 열린 네트워크가 안전하지 않습니다.",
    },
  },
  {
    id: "CVE-2026-133325",
    published: "2026-11-19",
    affected: [range("9.0.124", "9.0.124"), range("10.1.62", "10.1.62"), range("11.0.28", "11.0.29")],
    needs: "channel-tls-1.3",
    severity: "warning",
    score: undefined,
    text: {
      en: "With TLS 1.3, a node without the key can join the cluster.",
      ko: "TLS 1.3에서는 키가 없는 노드도 클러스터에 참여할 수 있습니다.",
    },
  },
  {
    id: "CVE-2026-34487",
    published: "2026-04-09",
    affected: [
      range("9.0.13", "9.0.116", "9.0.117"),
      range("10.1.0-M1", "10.1.53", "10.1.54"),
      range("11.0.0-M1", "11.0.20", "11.0.21"),
    ],
    needs: "kubernetes",
    severity: "warning",
    score: 7.5,
    text: {
      en: "The Kubernetes token is written to the log when a connection fails.",
      ko: "연결에 실패하면 Kubernetes 토큰이 로그에 남습니다.",
    },
  },
  {
    id: "CVE-2020-9484",
    published: "2020-05-20",
    affected: [range("7.0.0", "7.0.103"), range("8.5.0", "8.5.54"), range("9.0.0-M1", "9.0.34")],
    needs: "open-file-store",
    severity: "warning",
    score: 7,
    text: {
      en: "A file that an attacker can place may be read as a session and run code.",
      ko: "공격자가 둔 파일을 세션으로 읽어 코드가 실행될 수 있습니다.",
    },
  },
  {
    id: "CVE-2021-25329",
    published: "2021-03-01",
    affected: [range("7.0.0", "7.0.107"), range("8.5.0", "8.5.61"), range("9.0.0-M1", "9.0.41")],
    needs: "open-file-store",
    severity: "warning",
    score: 7,
    text: {
      en: "A file that an attacker can place may still be read as a session.",
      ko: "공격자가 둔 파일을 여전히 세션으로 읽을 수 있습니다.",
    },
  },
  {
    id: "CVE-2022-23181",
    published: "2022-01-27",
    affected: [range("8.5.55", "8.5.73"), range("9.0.35", "9.0.56"), range("10.1.0-M1", "10.1.0-M8")],
    needs: "file-store",
    severity: "information",
    score: 7,
    text: {
      en: "A user of this machine can act with the rights of Tomcat's user.",
      ko: "이 장비의 다른 사용자가 Tomcat 사용자의 권한으로 동작할 수 있습니다.",
    },
  },
  {
    id: "CVE-2025-24813",
    published: "2025-03-10",
    affected: [
      range("8.5.0", "8.5.100"),
      range("9.0.0-M1", "9.0.98", "9.0.99"),
      range("10.1.0-M1", "10.1.34", "10.1.35"),
      range("11.0.0-M1", "11.0.2", "11.0.3"),
    ],
    needs: "writable-default-servlet",
    severity: "warning",
    score: 10,
    text: {
      en: "A partial PUT can reach other uploads, and stored sessions to run code.",
      ko: "부분 PUT으로 다른 업로드 파일이나 저장된 세션에 접근하여 코드가 실행될 수 있습니다.",
    },
  },
];

/** The address of an advisory's record. */
export function recordOf(id: string): string {
  return `https://www.cve.org/CVERecord?id=${id}`;
}

/** The affected range that contains a release; undefined where there is none. */
export function rangeAround(advisory: Advisory, release: Release): AffectedRange | undefined {
  return advisory.affected.find(({ first, last }) => first.compare(release) <= 0 && release.compare(last) <= 0);
}

function range(first: string, last: string, fixed?: string): AffectedRange {
  return { first: releaseOf(first), last: releaseOf(last), fixed };
}

function releaseOf(text: string): Release {
  const release = Release.parse(text);
  if (!release) throw new Error(`${text} is no release of Tomcat`);
  return release;
}
