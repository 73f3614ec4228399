import type { ClusterSite } from "../config/site.ts";
import { canonicalHost } from "../config/values.ts";
import type { LivePort } from "./port.ts";

/** Whether a node's Receiver can be reached from this machine, as a neighbour here would reach it. */
export interface Reach {
  readonly site: ClusterSite;
  /** What the file has: an address or a name; undefined where it names none, or leaves that to Tomcat (`auto`). */
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** What that stands for on this machine; of `auto`, what the name of this machine stands for. */
  readonly addresses: readonly string[];
  /** True where an address is one of loopback: told to neighbours, it leads them to themselves. */
  readonly loopback: boolean;
  readonly outcome:
    | { readonly kind: "open"; readonly milliseconds: number }
    /** `ECONNREFUSED`: the machine answers, nothing listens there. Any other code: nothing answers. */
    | { readonly kind: "closed"; readonly code: string }
    | { readonly kind: "unresolved"; readonly code: string }
    /** The file does not say where it listens. */
    | { readonly kind: "unknown" };
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** One after the other, each Receiver once: a TCP connection that is closed at once. */
export async function reachOf(sites: readonly ClusterSite[], port: LivePort): Promise<readonly Reach[]> {
  const reaches: Reach[] = [];
  for (const site of sites) reaches.push(await reach(site, port));
  return reaches;
}

async function reach(site: ClusterSite, machine: LivePort): Promise<Reach> {
  const { host, port } = writtenEndpoint(site);
  const found = await machine.resolve(host ?? machine.ownName);
  const addresses = "code" in found ? [] : found;
  const known = { site, host, port, addresses, loopback: addresses.some((each) => LOOPBACK.test(each)) };
  if (host === undefined || port === undefined) return { ...known, outcome: { kind: "unknown" } };
  if ("code" in found) return { ...known, outcome: { kind: "unresolved", code: found.code } };
  const connected = await machine.connect(host, port);
  return {
    ...known,
    outcome:
      typeof connected === "number"
        ? { kind: "open", milliseconds: connected }
        : { kind: "closed", code: connected.code },
  };
}

/** The Receiver's address also where it is a name, of which a site says nothing. */
function writtenEndpoint({ endpoint, receiver }: ClusterSite): {
  readonly host: string | undefined;
  readonly port: number | undefined;
} {
  const text = receiver?.text("address");
  const named = text === undefined || /^(?:auto|0\.0\.0\.0|\[?::\]?)$/.test(text) ? undefined : canonicalHost(text);
  return { host: endpoint.host ?? named, port: endpoint.port };
}
