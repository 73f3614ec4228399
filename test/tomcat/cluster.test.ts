import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe } from "node:test";
import { newFiles } from "../../server/src/create/files.ts";
import { type ClusterPlan, isCloud, nodesAt } from "../../server/src/create/plan.ts";
import { TEST_PAGE } from "../../server/src/create/test-page.ts";
import { webXml } from "../../server/src/create/web-xml.ts";
import type { Line } from "../../server/src/schema/lines.ts";
import { nameOf, plansFor } from "../harness/plans.ts";
import { expand, type Snippet, snippetsIn } from "../harness/snippets.ts";
import { type Files, failover } from "./cluster/journey.ts";
import { makeNetwork, type Place } from "./cluster/network.ts";
import { MET_BEFORE_LISTED, Pods } from "./cluster/pods.ts";
import { ALL, describeOn, missingTomcat, started } from "./tomcats.ts";

/** The part of the matrix to run, while working on it: `ONLY="9.0.70 static"`. */
const ONLY = new RegExp(process.env["ONLY"] ?? "");

const LOCAL: Place = { address: "127.0.0.1", enter: [] };
const NO_NETWORK = "needs ip and the right to make network namespaces";

/** The files of one node, by their paths in its CATALINA_BASE. */
function filesOf(plan: ClusterPlan, node: string): Files {
  const prefix = isCloud(plan) ? "" : `${node}/`;
  return new Map(
    newFiles(plan).flatMap(({ path, after: textAfter }): [string, string][] => {
      const outcome = textAfter(undefined, new Map());
      return path.startsWith(prefix) && "text" in outcome ? [[path.slice(prefix.length), outcome.text]] : [];
    }),
  );
}

/** In Kubernetes nodes wait long for each other, so two combinations stand for all: each answer is in one of them. */
function isRun({ membership, sending, manager, encryptionKey }: ClusterPlan): boolean {
  const answers = [sending === "sync", manager === "delta", encryptionKey !== undefined];
  return !isCloud({ membership }) || answers.every((each) => each === answers[0]);
}

/**
 * Each cluster is tried on each Tomcat where all are asked for. Else they take turns, so that each cluster is tried on
 * one of them and each Tomcat has some of every kind: the turn moves on with every four, which differ in one answer each.
 */
function isTurn(cluster: number, tomcat: number): boolean {
  return ALL || (cluster + Math.floor(cluster / 4)) % started.length === tomcat;
}

/** What is typed into a snippet on each node, where it is not the default. */
const TYPED: readonly (readonly [
  name: string,
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
])[] = [
  ["Cluster with multicast membership", {}, { 4: "192.168.56.8" }],
  ["Cluster with static members", {}, { 2: "192.168.56.8", 4: "2", 5: "192.168.56.7", 7: "1" }],
  ["Cluster with BackupManager", {}, { 4: "192.168.56.8" }],
  ["Cluster in Kubernetes", {}, {}],
];

function aroundSnippet(snippet: Snippet, typed: Readonly<Record<string, string>>, name: string, line: Line): Files {
  const engine = `<Engine name="Catalina" defaultHost="localhost" jvmRoute="${name}">${expand(snippet, typed)}<Host name="localhost" appBase="webapps"/></Engine>`;
  const server = `<Server port="8005"><Service name="Catalina"><Connector port="8080"/>${engine}</Service></Server>`;
  return new Map([
    ["conf/server.xml", server],
    ["webapps/ROOT/WEB-INF/web.xml", webXml(line)],
    ["webapps/ROOT/index.jsp", TEST_PAGE],
    // As the post does where nothing else says so.
    ["bin/setenv.sh", 'CATALINA_OPTS="-Djava.net.preferIPv4Stack=true"\n'],
  ]);
}

const snippets = snippetsIn("clusters.json");
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
after(() => rmSync(folder, { recursive: true }));

// They have networks of their own, so they can run beside each other; mostly they wait.
describe("two real Tomcats", { skip: missingTomcat, concurrency: started.length }, () => {
  for (const [turn, tomcat] of started.entries()) {
    describeOn(tomcat, `of ${tomcat.release} replicate`, { concurrency: 1 }, (test) => {
      const { line, release } = tomcat;
      const network = missingTomcat ? undefined : makeNetwork();
      // The snippets say no interface, so they need the route.
      const routed = missingTomcat ? undefined : makeNetwork(true);
      after(() => {
        network?.remove();
        routed?.remove();
      });
      const folderOf = (name: string) => join(folder, name.replaceAll(" ", "-"));

      for (const [index, plan] of plansFor(line).filter(isRun).entries()) {
        const name = nameOf(plan).replace(line, release.text);
        if (!isTurn(index, turn) || !ONLY.test(name)) continue;
        const skip = network === undefined && plan.membership !== "static" ? NO_NETWORK : false;
        test(`what the wizard writes: ${name}`, { skip }, async (context) => {
          const places = network?.places ?? ([LOCAL, LOCAL] as const);
          const nodes = isCloud(plan) ? plan.nodes : nodesAt(places.map(({ address }) => address));
          const [one, two = one] = nodes;
          assert.ok(one && two);
          const there = { ...plan, nodes };
          const pods = isCloud(plan) ? new Pods(`${folderOf(name)}-pods`, places) : undefined;
          try {
            await pods?.ready();
            const times = await failover({
              tomcat,
              places,
              folder: folderOf(name),
              files: [filesOf(there, one.name), filesOf(there, two.name)],
              ports: [one.ports.http, two.ports.http],
              ...(pods ? { around: pods.around, onNodes: pods.show, normal: MET_BEFORE_LISTED } : {}),
            });
            context.diagnostic(`seconds: ${times}`);
          } finally {
            pods?.end();
          }
        });
      }

      for (const [index, [title, first, second]] of TYPED.entries()) {
        const snippet = snippets[title];
        assert.ok(snippet);
        for (const [choice, options] of ["6", "8"].entries()) {
          const name = `${release} snippet ${options} ${snippet.prefix}`;
          if (!isTurn(2 * index + choice, turn) || !ONLY.test(name)) continue;
          test(`what a snippet says: ${title}, ${options}`, { skip: routed ? false : NO_NETWORK }, async (context) => {
            assert.ok(routed);
            const pods = title.includes("Kubernetes") ? new Pods(`${folderOf(name)}-pods`, routed.places) : undefined;
            try {
              await pods?.ready();
              const files = [first, second].map((typed, index) =>
                aroundSnippet(snippet, { 1: options, ...typed }, `node${index + 1}`, line),
              );
              const [one, two] = files;
              assert.ok(one && two);
              const times = await failover({
                tomcat,
                places: routed.places,
                folder: folderOf(name),
                files: [one, two],
                ...(pods ? { around: pods.around, onNodes: pods.show, normal: MET_BEFORE_LISTED } : {}),
              });
              context.diagnostic(`seconds: ${times}`);
            } finally {
              pods?.end();
            }
          });
        }
      }
    });
  }
});
