import { newFiles } from "../../../server/src/create/files.ts";
import { isCloud } from "../../../server/src/create/plan.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import { KEY, nameOf, plansFor } from "../../harness/plans.ts";
import { startableMutantsOf } from "../mutants/mutate.ts";
import { SEED, startSeeds } from "../mutants/seeds.ts";
import { byHand, type Keys } from "./hand.ts";

/** A whole server.xml of one Tomcat line. */
export interface Configuration {
  readonly name: string;
  readonly text: string;
  /** Runs without a warning by the hand that wrote it; a mutant may or may not. */
  readonly sound: boolean;
}

/** Mutants of whole configurations; those that Tomcat minds are left out by the test. */
const MUTANTS = 400;

/** What the wizard writes for a line, with addresses of this machine. */
export function wizards(line: Line): readonly Configuration[] {
  return plansFor(line, ["127.0.0.1", "127.0.0.1"])
    .filter((plan) => !isCloud(plan))
    .flatMap((plan) => {
      const file = newFiles(plan).find(({ path }) => path.endsWith("node1/conf/server.xml"));
      const outcome = file?.after(undefined, new Map());
      if (!outcome || !("text" in outcome)) return [];
      // The key stands in a file beside it.
      return [{ name: `wizard: ${nameOf(plan)}`, text: outcome.text.replace("${cluster.key}", KEY), sound: true }];
    });
}

/** Configurations of Tomcat 9.0: by hand, by the wizard, and mutants of others. */
export function of90(keys: Keys): readonly Configuration[] {
  const hand = Object.entries(byHand(keys)).map(([name, text]) => ({ name, text, sound: true }));
  const mutants = startableMutantsOf(startSeeds, { line: "9.0", classes: [] }, MUTANTS, SEED);
  return [
    ...hand,
    ...wizards("9.0"),
    ...mutants.map(({ kind, text }, index) => ({ name: `mutant ${index}: ${kind}`, text, sound: false })),
  ];
}
