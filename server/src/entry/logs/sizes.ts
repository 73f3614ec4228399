import { stat } from "node:fs/promises";

/** The bytes of all files together; a file that cannot be looked at counts as empty. */
export async function totalSize(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
