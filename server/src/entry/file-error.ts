import type { Localized } from "../base/localized.ts";
import { EncodingError } from "./encoding.ts";

/** Raised where this program refuses to read or write a file. */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}

/** The system's error codes in words, for users of this program. */
const BY_CODE: Readonly<Record<string, Localized>> = {
  ENOENT: { en: "is not there", ko: "파일이 없습니다" },
  EACCES: { en: "permission denied", ko: "권한이 없습니다" },
  EPERM: {
    en: "the system does not permit this, not even with these rights (an immutable file?)",
    ko: "시스템이 허용하지 않습니다(변경 금지 속성이 있는 파일일 수 있습니다)",
  },
  EROFS: { en: "the file system is read-only", ko: "파일 시스템이 읽기 전용입니다" },
  ENOSPC: { en: "no space is left on the disk", ko: "디스크에 남은 공간이 없습니다" },
  EDQUOT: { en: "the disk quota is used up", ko: "디스크 할당량을 모두 사용했습니다" },
  EFBIG: { en: "the file would be larger than the system permits", ko: "시스템이 허용하는 크기를 넘습니다" },
  EIO: { en: "the disk reported an error", ko: "디스크 오류가 발생했습니다" },
  EISDIR: { en: "is a folder", ko: "폴더입니다" },
  ENOTDIR: { en: "a part of the path is no folder", ko: "경로의 일부가 폴더가 아닙니다" },
  ELOOP: { en: "links lead in a circle", ko: "링크가 순환합니다" },
  EEXIST: { en: "is there already", ko: "이미 있습니다" },
};

/** The system's code of an error, such as `ENOENT`; undefined for other errors. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** True for an error with one of these codes. */
export function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  const code = codeOf(error);
  return code !== undefined && codes.has(code);
}

/** The code of an error, of an AggregateError that of the first address; else its message. */
export function codeOrMessage(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}

/** Why something did not work, in words. */
export function whyFailed(error: unknown): Localized {
  if (error instanceof FileError || error instanceof EncodingError) return error.text;
  const code = codeOf(error);
  const known = code === undefined ? undefined : BY_CODE[code];
  if (known) return known;
  const text = error instanceof Error ? error.message : String(error);
  return { en: text, ko: text };
}
