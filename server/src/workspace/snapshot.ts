import type { ConfigFile } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import type { LintSettings } from "../lint/configuration.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { type LintOptions, lint, type Surroundings } from "../lint/lint.ts";

/**
 * One state of one file. Everything in it is immutable and made when first asked for, so a request that is still
 * running keeps what it started with, and the next request of the same state costs nothing.
 */
export class Snapshot {
  readonly file: ConfigFile;
  readonly #around: Surroundings;
  readonly #options: LintOptions;
  readonly #settings: LintSettings;
  readonly #onBusy: ((path: string | undefined) => void) | undefined;
  #diagnostics: readonly Diagnostic[] | undefined;

  /** `onBusy` is called with the file before its rules run, and with nothing afterwards. */
  constructor(
    file: ConfigFile,
    around: Surroundings,
    options: LintOptions,
    settings: LintSettings,
    onBusy?: (path: string | undefined) => void,
  ) {
    this.file = file;
    this.#onBusy = onBusy;
    this.#around = around;
    this.#options = options;
    this.#settings = settings;
  }

  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= this.#lint();
    return this.#diagnostics;
  }

  #lint(): readonly Diagnostic[] {
    this.#onBusy?.(this.file.path);
    try {
      return lint(this.file, this.#around, this.#options, this.#settings);
    } finally {
      this.#onBusy?.(undefined);
    }
  }

  /** True when a snapshot of these parts would say the same. */
  isOf(file: ConfigFile, around: Surroundings, settings: LintSettings): boolean {
    return (
      this.file === file &&
      this.#settings === settings &&
      sameNode(this.#around.node, around.node) &&
      sameItems(this.#around.clusters ?? [], around.clusters ?? [])
    );
  }
}

/** True when nothing a rule could see of the two differs: what is read of a file is never changed. */
export function sameNode(one: TomcatNode | undefined, other: TomcatNode | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.server !== other.server) return false;
  const [before, now] = [one.applications, other.applications];
  return (
    before.length === now.length &&
    before.every(
      ({ descriptor, context, fragments }, index) =>
        descriptor === now[index]?.descriptor && context === now[index]?.context && fragments === now[index]?.fragments,
    ) &&
    one.contextDefaults === other.contextDefaults &&
    one.webDefaults === other.webDefaults &&
    sameItems(one.contextFiles, other.contextFiles) &&
    sameItems(one.contexts, other.contexts) &&
    sameItems(one.deployed, other.deployed)
  );
}

export function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one === other || (one.length === other.length && one.every((item, index) => item === other[index]));
}
