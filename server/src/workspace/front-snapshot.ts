import type { Turn } from "../base/turn.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { FrontFile } from "../front/model.ts";
import type { LintSettings } from "../lint/configuration.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { lintFront } from "../lint/front.ts";
import type { Linted } from "../lint/lint.ts";
import type { LintOptions } from "../lint/options.ts";
import type { Silenced } from "../lint/suppressions.ts";
import { lintCluster } from "../lint/together.ts";
import { sameItems } from "./snapshot.ts";

/** One state of a load balancer's file with the clusters it is in front of; immutable, as a Snapshot is. */
export class FrontSnapshot {
  readonly file: FrontFile;
  readonly #clusters: readonly TomcatCluster[];
  readonly #options: LintOptions;
  readonly #settings: LintSettings;
  #linted: Linted | undefined;

  constructor(file: FrontFile, clusters: readonly TomcatCluster[], options: LintOptions, settings: LintSettings) {
    this.file = file;
    this.#clusters = clusters;
    this.#options = options;
    this.#settings = settings;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#lint().diagnostics;
  }

  /** What comments in the file silence. */
  get silenced(): readonly Silenced[] {
    return this.#lint().silenced;
  }

  /** Runs the rules over several nodes, with a turn for others after each. */
  async prepare(turn: Turn): Promise<void> {
    for (const cluster of this.#clusters) await lintCluster(cluster, this.#options, turn);
  }

  #lint(): Linted {
    this.#linted ??= lintFront(this.file, this.#clusters, this.#options, this.#settings);
    return this.#linted;
  }

  /** True when a snapshot of these parts would say the same. */
  isOf(file: FrontFile, clusters: readonly TomcatCluster[], settings: LintSettings): boolean {
    return this.file === file && this.#settings === settings && sameItems(this.#clusters, clusters);
  }
}
