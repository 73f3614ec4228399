import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { TomcatVersion } from "../schema/model.ts";

/** Where an element of a file ends up, what needs a person first. */
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

/** One thing the report says of one place. */
export interface Entry {
  readonly bucket: Bucket;
  /** In the text as it was before. */
  readonly at: Span;
  /** The element's name: `Connector`. */
  readonly element: string;
  readonly text: Localized;
  /** The release or line that brought it; undefined where it is not known. */
  readonly since: string | undefined;
  /** The class, method or record that shows it; empty for what is unchanged. */
  readonly source: string;
  /** All settings it is about, where they are more than its text has room for. */
  readonly names?: readonly string[];
}

/** What a table or a rule of the migration says of an element, in the text of one step. */
export interface Finding extends Entry {
  readonly bucket: "changed" | "by-hand";
  /** None for what is to do by hand. */
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** One move between neighbouring lines. */
export interface Step {
  readonly from: TomcatVersion;
  readonly to: TomcatVersion;
}

/** A file as it is, as it becomes, and all that is to be said of it. */
export interface MigratedFile {
  readonly path: string;
  /** What the Tomcat around it is. */
  readonly from: TomcatVersion;
  readonly before: string;
  readonly after: string;
  /** In the order of their places. */
  readonly entries: readonly Entry[];
  /** All elements of the file; each has an entry at least. */
  readonly elements: number;
  /** How many old defaults could be written down, and are not. */
  readonly keepable: number;
}

/** How the nodes of a cluster get from one Tomcat to the other. */
export interface Rolling {
  readonly cluster: string;
  readonly nodes: readonly string[];
  /** One after the other with the sessions kept, or all stopped before the first starts anew. */
  readonly how: "one-by-one" | "together" | "unknown";
  readonly reasons: readonly Localized[];
}

/** What speaks for the move itself. */
export interface Reason {
  readonly text: Localized;
  readonly source: string;
}

/** The whole of a migration, as plain data. Nothing of it is written yet. */
export interface Migration {
  readonly to: TomcatVersion;
  readonly files: readonly MigratedFile[];
  readonly rolling: readonly Rolling[];
  readonly reasons: readonly Reason[];
  /** What every move to this line needs, whatever the files say: Java, applications, scripts. */
  readonly needs: readonly Localized[];
  /** Files that nothing is said of, and why. */
  readonly problems: readonly { readonly path: string; readonly text: Localized }[];
}

/** `9.0.122`, or the line where the release is not known. */
export function nameOfVersion({ line, release, standsFor }: TomcatVersion): string {
  return standsFor ?? release?.text ?? line;
}
