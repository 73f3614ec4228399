import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { TomcatVersion } from "../schema/model.ts";

/** The sections of a report, from those that need a decision to those that need none. */
export const BUCKETS = {
  "by-hand": { en: "Cannot be migrated: to do by hand", ko: "자동으로 옮길 수 없음: 직접 처리" },
  unknown: { en: "Not known here: look yourself", ko: "이 도구가 모르는 것: 직접 확인" },
  changed: { en: "Changed", ko: "변경" },
  "default-changed": { en: "Means something else: another default", ko: "기본값이 달라 의미가 바뀜" },
  deprecated: { en: "Works, and will leave with a later line", ko: "동작하지만 이후 버전에서 없어짐" },
  "come-and-gone": {
    en: "Settings that came or went; nothing of them is written",
    ko: "생기거나 없어진 설정(파일에 쓰이지 않음)",
  },
  shipped: {
    en: "Not as the new Tomcat ships it: take its file, and carry over what is yours",
    ko: "새 Tomcat의 파일과 다름: 새 파일을 쓰고 직접 바꾼 것만 옮기십시오",
  },
  unchanged: { en: "Unchanged", ko: "그대로" },
} as const satisfies Readonly<Record<string, Localized>>;
export type Bucket = keyof typeof BUCKETS;

/** One entry of the report, about one place. */
export interface Entry {
  readonly bucket: Bucket;
  /** In the original text. */
  readonly at: Span;
  /** The element's name: `Connector`. */
  readonly element: string;
  readonly text: Localized;
  /** The release or line that introduced the change; undefined where it is not known. */
  readonly since: string | undefined;
  /** The class, method or record that proves it; empty for what is unchanged. */
  readonly source: string;
  /** All settings it is about, where its text names only some of them. */
  readonly names?: readonly string[];
}

/** An entry found in one step, at its place in that step's text. */
export interface FoundChange extends Entry {
  readonly bucket: "changed" | "by-hand" | "unknown";
  /** Empty for what is not changed. */
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** One move between neighbouring lines. */
export interface Step {
  readonly from: TomcatVersion;
  readonly to: TomcatVersion;
}

/** A file's original and new text, with the entries about it. */
export interface MigratedFile {
  readonly path: string;
  /** The Tomcat it belongs to. */
  readonly from: TomcatVersion;
  readonly before: string;
  readonly after: string;
  /** In the order of their places. */
  readonly entries: readonly Entry[];
  /** The number of elements in the file; each has at least one entry. */
  readonly elements: number;
  /** How many old defaults could be written down, and are not. */
  readonly keepable: number;
}

/** How the nodes of a cluster can be moved from one Tomcat to the other. */
export interface Rolling {
  readonly cluster: string;
  readonly nodes: readonly string[];
  /** `one-by-one` keeps the sessions; `together` stops all nodes before the first one starts again. */
  readonly how: "one-by-one" | "together" | "unknown";
  readonly reasons: readonly Localized[];
}

/** A reason for the move. */
export interface MoveReason {
  readonly text: Localized;
  readonly source: string;
}

/** A whole migration as plain data. Nothing is written yet. */
export interface Migration {
  readonly to: TomcatVersion;
  readonly files: readonly MigratedFile[];
  readonly rolling: readonly Rolling[];
  readonly reasons: readonly MoveReason[];
  /** Requirements of every move to this line, whatever the files contain: Java, applications, scripts. */
  readonly needs: readonly Localized[];
  /** Files that are left out, and why. */
  readonly problems: readonly { readonly path: string; readonly text: Localized }[];
}

/** `9.0.122`, or the line where the release is not known. */
export function nameOfVersion({ line, release, standsFor }: TomcatVersion): string {
  return standsFor ?? release?.text ?? line;
}
