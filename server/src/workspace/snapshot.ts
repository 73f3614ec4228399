import type { Turn } from "../base/turn.ts";
import type { ConfigFile } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { LintSettings } from "../lint/configuration.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { type Linted, lint, lintInSteps } from "../lint/lint.ts";
import { RuleMemory } from "../lint/memory.ts";
import type { LintOptions, Surroundings } from "../lint/options.ts";
import { inTurns } from "../lint/steps.ts";
import type { Silenced } from "../lint/suppressions.ts";
import { lintCluster } from "../lint/together.ts";
import { NOTHING_ACCEPTED } from "./baseline.ts";
import { type Hash, placeBelow, quotedFindings } from "./quoted.ts";

/** The findings that a baseline accepts, and how a finding's fingerprint is made. */
export interface Acceptance {
  readonly accepted: Readonly<Record<string, string>>;
  readonly hash: Hash;
  /** The file's name in fingerprints. */
  readonly place: string;
}

/** What the findings of a snapshot depend on. */
export interface SnapshotParts {
  readonly file: ConfigFile;
  readonly around: Surroundings;
  readonly settings: LintSettings;
  readonly acceptance: Acceptance | undefined;
}

/** How the rules run over a file. */
export interface RuleRun {
  readonly options: LintOptions;
  /** Called with the file before its rules run, and with undefined afterwards. */
  readonly onBusy: ((path: string | undefined) => void) | undefined;
  /** The same object for all states of a file. */
  readonly memory: RuleMemory | undefined;
}

/**
 * One state of one file. Everything in it is immutable and made when first asked for, so a request that is still
 * running keeps what it started with, and the next request of the same state costs nothing.
 */
export class Snapshot {
  readonly #parts: SnapshotParts;
  readonly #run: RuleRun;
  #diagnostics: readonly Diagnostic[] | undefined;
  /** The findings, accepted ones included, and what comments silence. */
  #linted: Linted | undefined;
  #prepared: Promise<void> | undefined;

  constructor(parts: SnapshotParts, run: RuleRun) {
    this.#parts = parts;
    this.#run = run;
  }

  get file(): ConfigFile {
    return this.#parts.file;
  }

  /** The findings without those that a baseline accepts. */
  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= this.#withoutAccepted();
    return this.#diagnostics;
  }

  /** What comments in the file silence. */
  get silenced(): readonly Silenced[] {
    return this.#lint().silenced;
  }

  /**
   * The entry for a finding in a baseline beside a configuration; undefined for a finding of another file, and without
   * a hash.
   *
   * @param folder the folder of the configuration
   */
  entryOf(
    diagnostic: Diagnostic,
    folder: string,
  ): { readonly fingerprint: string; readonly place: string } | undefined {
    const { acceptance } = this.#parts;
    if (!acceptance) return undefined;
    const place = placeBelow(folder, this.file.path);
    const found = quotedFindings(this.file, this.#linted?.diagnostics ?? [], acceptance.hash, place);
    const fingerprint = found.find((each) => each.diagnostic === diagnostic)?.fingerprint;
    return fingerprint === undefined ? undefined : { fingerprint, place };
  }

  /** Runs the rules with turns for others in between: a long file or a cluster of hundreds takes a while. */
  prepare(turn: Turn): Promise<void> {
    this.#prepared ??= this.#prepare(turn);
    return this.#prepared;
  }

  async #prepare(turn: Turn): Promise<void> {
    const { options, onBusy, memory } = this.#run;
    const { file, around, settings } = this.#parts;
    const letOthers: Turn = () => {
      const others = turn();
      if (!others) return undefined;
      onBusy?.(undefined);
      return others.then(() => onBusy?.(file.path));
    };
    onBusy?.(file.path);
    try {
      for (const cluster of clustersIn(around)) await lintCluster(cluster, options, letOthers);
      // With a memory the next state costs little, and nothing may come between its steps.
      if (this.#linted || memory?.isEmpty === false) return;
      const first = memory && new RuleMemory();
      const linted = await inTurns(lintInSteps(file, around, { ...options, memory: first }, settings), letOthers);
      this.#linted ??= linted;
      if (first) memory.begin(first);
    } finally {
      onBusy?.(undefined);
    }
  }

  #withoutAccepted(): readonly Diagnostic[] {
    const found = this.#lint().diagnostics;
    const { acceptance } = this.#parts;
    if (!acceptance || acceptance.accepted === NOTHING_ACCEPTED) return found;
    const { accepted, hash, place } = acceptance;
    return quotedFindings(this.file, found, hash, place).flatMap(({ diagnostic, fingerprint }) =>
      Object.hasOwn(accepted, fingerprint) ? [] : [diagnostic],
    );
  }

  #lint(): Linted {
    if (this.#linted) return this.#linted;
    const { file, around, settings } = this.#parts;
    const { options, onBusy, memory } = this.#run;
    onBusy?.(file.path);
    try {
      this.#linted = lint(file, around, { ...options, memory }, settings);
      return this.#linted;
    } finally {
      onBusy?.(undefined);
    }
  }

  /** True when a snapshot of these parts would say the same. */
  isOf({ file, around, settings, acceptance }: SnapshotParts): boolean {
    const own = this.#parts;
    return (
      own.file === file &&
      own.acceptance?.accepted === acceptance?.accepted &&
      own.acceptance?.place === acceptance?.place &&
      own.settings === settings &&
      sameNode(own.around.node, around.node) &&
      sameItems(clustersIn(own.around), clustersIn(around))
    );
  }
}

function clustersIn({ clusters = [] }: Surroundings): readonly TomcatCluster[] {
  return clusters === "unread" ? [] : clusters;
}

/** True when the two are the same for every rule. Files are immutable, so objects are compared. */
export function sameNode(one: TomcatNode | undefined, other: TomcatNode | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.server !== other.server) return false;
  const [before, now] = [one.applications, other.applications];
  return (
    before.length === now.length &&
    before.every(
      ({ descriptor, context, fragments, sessions, files }, index) =>
        descriptor === now[index]?.descriptor &&
        context === now[index]?.context &&
        fragments === now[index]?.fragments &&
        sessions === now[index]?.sessions &&
        sameItems(files, now[index]?.files ?? []),
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
