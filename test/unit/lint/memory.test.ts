import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Edit, Span } from "../../../server/src/base/span.ts";
import { ReadLog } from "../../../server/src/config/reads.ts";
import type { Diagnostic } from "../../../server/src/lint/diagnostic.ts";
import { fixesOf } from "../../../server/src/lint/fix-all.ts";
import type { Workspace } from "../../../server/src/workspace/workspace.ts";
import { cases, runs } from "../../harness/effort.ts";
import { readFixture } from "../../harness/fixture.ts";
import { mulberry32 } from "../../harness/random.ts";
import { edited } from "../../harness/random-edits.ts";
import { findingsOf, workspaceOf } from "../../harness/workspace.ts";

const SEED = Number(process.env["SILENCE_SEED"] ?? 1);
/** Edits of each fixture's files. */
const EDITS = Number(process.env["SILENCE_EDITS"] ?? runs(10));
/** Longer texts are not edited any more; in characters. */
const LONGEST = 20_000;

const folder = new URL("../../../server/src/rules/", import.meta.url);

/** The fixtures of all rules: between them each rule speaks and is silent. */
const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /fixtures.[^/\\]*\.xml$/.test(path))
  .sort();

/** Where a finding of the edited files differs from one of the same files read for the first time; undefined nowhere. */
async function firstDifference(path: string, edits: number): Promise<string | undefined> {
  const { files, tomcat } = readFixture(readFileSync(new URL(path, folder), "utf8"));
  const random = mulberry32(SEED + path.length * 1000 + edits);
  const names = [...files.keys()].filter((name) => name.endsWith(".xml") && !name.includes("!"));
  const workspace = workspaceOf(files, tomcat);
  for (const name of names) workspace.setOpen(name, files.get(name));
  await all(workspace, names);
  const texts = new Map(files);
  const earlier: string[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const name = names[Math.floor(random() * names.length)] ?? "";
    const text = texts.get(name) ?? "";
    const undone = random() < 0.3 ? files.get(name) : undefined;
    const next = undone ?? edited(text, random);
    if (next.length > LONGEST) continue;
    earlier.push(next);
    texts.set(name, next);
    workspace.setOpen(name, next);
    const [now, fresh] = [await all(workspace, names), await all(workspaceOf(texts, tomcat), names)];
    if (now !== fresh) return `${path}, edit ${edit} of ${name}:\n${next}\nremembered: ${now}\nfrom nothing: ${fresh}`;
  }
  return undefined;
}

async function all(workspace: Workspace, names: readonly string[]): Promise<string> {
  const found: unknown[] = [];
  for (const name of names) found.push([name, (await workspace.snapshot(name))?.diagnostics.map(plain)]);
  return JSON.stringify(found);
}

function plain(diagnostic: Diagnostic): unknown {
  const { code, at, severity, text, tags, automatic, syntax, advisories, related = [] } = diagnostic;
  const span = ({ start, end }: Span) => [start, end];
  const changes = (edits: readonly Edit[]) => edits.map((edit) => [span(edit.span), edit.newText]);
  return [
    [code, span(at), severity, text, tags, automatic, syntax, advisories],
    fixesOf(diagnostic).map(({ title, edits, elsewhere = [], asked, writesSecret }) => [
      [title, changes(edits), asked, writesSecret],
      elsewhere.map((other) => [other.file.path, changes(other.edits)]),
    ]),
    related.map((place) => [place.file.path, span(place.at), place.text]),
  ];
}

test("what is remembered of the rules' findings never changes a finding, whatever is edited", async () => {
  for (const path of cases(fixtures)) assert.equal(await firstDifference(path, EDITS), undefined);
});

const VALVE = '<Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>';
const DEPLOYER = '<Deployer className="org.apache.catalina.ha.deploy.FarmWarDeployer"/>';
const MEMBERSHIP = '<Membership className="org.apache.catalina.tribes.membership.McastService" address="239.1.1.1"/>';
const CLUSTERS = ["", "a", "b", "c"].map((host, index) => {
  const receiver = `<Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" port="${4000 + index}"/>`;
  const channel = `<Channel className="org.apache.catalina.tribes.group.GroupChannel">${receiver}</Channel>`;
  const cluster = `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">${channel}${VALVE}</Cluster>`;
  return host === "" ? cluster : `<Host name="${host}">${cluster}</Host>`;
});
const SERVER = `<Server port="8005"><Service name="s"><Engine name="e" defaultHost="a">${CLUSTERS.join("")}</Engine></Service></Server>`;
const APR = SERVER.replace(
  "<Engine",
  '<Connector port="8080" protocol="org.apache.coyote.http11.Http11AprProtocol"/><Engine',
);
const LISTENER = '<Listener className="org.apache.catalina.core.AprLifecycleListener"/>';

/** By what a rule reads: an edit that shows only there, and what it brings. */
const SHOWING = {
  tag: [SERVER.replace('name="e"', 'name="e" jvmRoute="r"'), SERVER, "jvm-route-missing"],
  children: [SERVER.replace("<Receiver", `${MEMBERSHIP}<Receiver`), SERVER, "multicast-default-group"],
  whole: [APR, APR.replace("<Service", `${LISTENER}<Service`), "apr-without-listener"],
  file: [SERVER.replace(VALVE, DEPLOYER), SERVER.replace(VALVE, `\n${DEPLOYER}\n`), "deployer-outside-host"],
} as const;

for (const part of ["tag", "children", "whole", "file"] as const) {
  const [before, after, id] = SHOWING[part];
  const kept = async () => {
    const workspace = workspaceOf(new Map(), "9.0");
    workspace.setOpen("conf/server.xml", before);
    await all(workspace, ["conf/server.xml"]);
    workspace.setOpen("conf/server.xml", after);
    return (await workspace.snapshot("conf/server.xml"))?.diagnostics.filter(({ code }) => code === id).map(plain);
  };
  const fresh = async () =>
    (await findingsOf("conf/server.xml", after, "9.0"))?.filter(({ code }) => code === id).map(plain);

  test(`a rule runs again where the ${part} it read is another`, async () =>
    assert.deepEqual(await kept(), await fresh()));

  test(`a log that misses what is read of a ${part} is noticed`, async (context) => {
    context.mock.method(ReadLog.prototype, part, () => undefined);
    assert.notDeepEqual(await kept(), await fresh());
  });
}
