import { CLOUD_SERVICE } from "../../server/src/config/classes.ts";
import { type ClusterPlan, isCloud, MANAGERS, MEMBERSHIPS, nodesAt, SENDINGS } from "../../server/src/create/plan.ts";
import { catalogOf } from "../../server/src/schema/catalog.ts";
import { LINES, type Line } from "../../server/src/schema/lines.ts";

/** A key for tests only; the real ones are drawn at random. */
export const KEY = "5f3a9c0e7d1b8264f0a1c2e3b4d5968778695a4b3c2d1e0f8e7d6c5b4a392817";

/** The addresses of the post. */
export const HOSTS = ["192.168.56.7", "192.168.56.8"];

/** Every combination of answers for a line. */
export function plansFor(line: Line, hosts: readonly string[] = HOSTS): readonly ClusterPlan[] {
  const clouds = catalogOf(line).classNamed(CLOUD_SERVICE) !== undefined;
  return MEMBERSHIPS.filter((membership) => clouds || !isCloud({ membership })).flatMap((membership) =>
    SENDINGS.flatMap((sending) =>
      MANAGERS.flatMap((manager) =>
        [undefined, KEY].map((encryptionKey) => ({
          line,
          membership,
          sending,
          manager,
          encryptionKey,
          service: "tomcat",
          nodes: nodesAt(isCloud({ membership }) ? ["localhost"] : hosts),
        })),
      ),
    ),
  );
}

export const allPlans: readonly ClusterPlan[] = LINES.flatMap((line) => plansFor(line));

/** `9.0 static async delta encrypted`. */
export function nameOf({ line, membership, sending, manager, encryptionKey }: ClusterPlan): string {
  return [line, membership, sending, manager, ...(encryptionKey ? ["encrypted"] : [])].join(" ");
}
