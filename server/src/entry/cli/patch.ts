import { printable } from "../../base/printable.ts";

/** The way from one text to another as a patch that `patch -p0` and `git apply -p0` take. */
export async function patchBetween(from: string, to: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  return createTwoFilesPatch(printable(from), printable(to), before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}
