import type { Locale } from "../base/localized.ts";
import type { FailoverFacts, ProofFacts, Sight } from "../prove/facts.ts";
import { percentile } from "../prove/percentile.ts";
import { outcomeOf } from "../prove/verdict.ts";
import type { ProofReport } from "./prove-text.ts";
import { printReportXml, type ReportElement } from "./reporters/print-xml.ts";

/** The proof as JSON; times are in milliseconds. It holds no session ids and no cookies. */
export function proofJson({ facts, verdicts, causes }: ProofReport, locale: Locale): object {
  return {
    version: 1,
    outcome: outcomeOf(verdicts),
    rounds: facts.rounds,
    nodes: facts.nodes.map(({ target, served, route }) => ({ name: target.name, served, route: route ?? null })),
    links: facts.links.map(({ from, to, took, ...link }) => ({
      ...{ from: from.name, to: to.name, ...link },
      took:
        took.length === 0
          ? null
          : { p50: percentile(took, 0.5), p95: percentile(took, 0.95), most: percentile(took, 1) },
    })),
    balancer: facts.balancer ? balancerJson(facts.balancer, facts) : null,
    failover: facts.failover ? failoverJson(facts.failover) : null,
    verdicts: verdicts.map(({ id, level, text, next }) => ({
      ...{ id, level, message: text[locale] },
      next: next.map((step) => step[locale]),
    })),
    causes: causes.map(({ id, from, place, text }) => ({ id, from, place, message: text[locale] })),
    interrupted: facts.interrupted,
    sessionsLeft: facts.left,
  };
}

function balancerJson({ target, visits, lost, answered }: NonNullable<ProofFacts["balancer"]>, { nodes }: ProofFacts) {
  const shares = [...answered].map(([run, count]) => ({
    node: nodes.find((node) => node.run === run)?.target.name ?? null,
    visits: count,
  }));
  return { name: target.name, visits, lost, nodes: shares };
}

function failoverJson({ node, state, kept, written, balanced, returned, after, overtaken }: FailoverFacts) {
  const sight = (each: Sight) => ({ node: each.node.name, seen: each.miss === undefined, took: each.took });
  return {
    ...{ node: node.name, state, kept: kept.map(sight), written: written.map(sight), after: after.map(sight) },
    overtaken,
    ...{ balanced: balanced ? sight(balanced) : null, returned: returned ? sight(returned) : null },
  };
}

/**
 * The proof as JUnit XML, with a test for each verdict: a part that is lost is a failure too, a note is a skipped test,
 * an unknown outcome an error.
 */
export function proofJunit({ verdicts, causes }: ProofReport, locale: Locale): string {
  const details = causes.map(({ place, text, id }) => `${place}: ${text[locale]} (${id})`);
  const cases = verdicts.map(({ id, level, text, next }): ReportElement => {
    const message = text[locale];
    const words = [...next.map((step) => step[locale]), ...details].join("\n");
    const content: readonly ReportElement[] =
      level === "failed" || level === "partly"
        ? [["failure", { message }, words]]
        : level === "unknown"
          ? [["error", { message }, words]]
          : level === "note"
            ? [["skipped", { message }]]
            : [];
    return ["testcase", { name: id, classname: "prove" }, content];
  });
  const count = (wanted: string) => verdicts.filter(({ level }) => level === wanted).length;
  const counts = {
    tests: cases.length,
    failures: count("failed") + count("partly"),
    errors: count("unknown"),
    skipped: count("note"),
  };
  return printReportXml([
    "testsuites",
    { name: "tomcat-cluster", ...counts },
    [["testsuite", { name: "prove", ...counts }, cases]],
  ]);
}
