import type { ConfigFile } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import { type Diagnostic, type LintOptions, lint } from "../lint/lint.ts";

/**
 * One state of one file. Everything in it is immutable and made when first asked for, so a request that is still
 * running keeps what it started with, and the next request of the same state costs nothing.
 */
export class Snapshot {
  readonly file: ConfigFile;
  /** The Tomcat the file belongs to, where rules need it. */
  readonly #node: TomcatNode | undefined;
  readonly #options: LintOptions;
  #diagnostics: readonly Diagnostic[] | undefined;

  constructor(file: ConfigFile, node: TomcatNode | undefined, options: LintOptions) {
    this.file = file;
    this.#node = node;
    this.#options = options;
  }

  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= lint(this.file, this.#node, this.#options);
    return this.#diagnostics;
  }

  /** True when a snapshot of these parts would say the same. */
  isOf(file: ConfigFile, node: TomcatNode | undefined): boolean {
    if (this.file !== file || this.#node?.server !== node?.server) return false;
    const [before, now] = [this.#node?.applications ?? [], node?.applications ?? []];
    return (
      before.length === now.length &&
      before.every(
        ({ descriptor, fragments }, index) =>
          descriptor === now[index]?.descriptor && fragments === now[index]?.fragments,
      )
    );
  }
}
