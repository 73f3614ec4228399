import { visitBalancer } from "./balanced.ts";
import { arrives, type BalancerFacts, type FailoverFacts, type ProofFacts } from "./facts.ts";
import { failOver } from "./failover.ts";
import { introduce } from "./introduce.ts";
import type { ProofTarget, ProveHost } from "./port.ts";
import { playRounds } from "./rounds.ts";
import { Walk } from "./walk.ts";

export interface ProveOptions {
  readonly targets: readonly ProofTarget[];
  readonly balancer: ProofTarget | undefined;
  readonly rounds: number;
  /** How long a value may take to be seen on another node, in milliseconds. */
  readonly patience: number;
}

/**
 * Determines whether running nodes replicate. It sends one request at a time, only to the addresses named, and ends
 * every session it begins, also when the user stops it.
 */
export async function prove(
  { targets, balancer, rounds, patience }: ProveOptions,
  host: ProveHost,
): Promise<ProofFacts> {
  const walk = new Walk(host, patience);
  const introduced = await introduce(targets, walk);
  const { nodes } = introduced;
  let played: Awaited<ReturnType<typeof playRounds>> = { links: [], rounds: 0, refusedWrites: 0 };
  let balanced: BalancerFacts | undefined;
  let failover: FailoverFacts | undefined;
  let interrupted = host.stopped();
  const addresses = nodes.map(({ target }) => target);
  if (nodes.length > 1) {
    played = await playRounds(nodes, rounds, walk);
    if (balancer && !host.stopped()) balanced = await visitBalancer(balancer, addresses, walk);
    interrupted = host.stopped();
    const works = played.links.every(arrives);
    if (works && !interrupted) failover = await failOver(nodes, balancer, walk);
  }
  await walk.sessions.endAll([...addresses, ...(balancer ? [balancer] : [])]);
  return {
    ...{ targets, ...introduced, ...played, balancer: balanced, failover },
    interrupted,
    left: walk.sessions.count,
  };
}
