import type { FuzzText, Random } from "./fuzz-text.ts";

/** Makes a request's question about a place in a document. */
export type RequestMaker = (random: Random, uri: string, text: FuzzText, version: number) => object;

const OPTIONS = { tabSize: 2, insertSpaces: true };

const place = (random: Random, text: FuzzText) => text.placeOf(random.below(text.text.length + 1));

const at: RequestMaker = (random, uri, text) => ({ textDocument: { uri }, position: place(random, text) });
const whole: RequestMaker = (_, uri) => ({ textDocument: { uri } });
const part: RequestMaker = (random, uri, text) => {
  const [one, other] = [random.below(text.text.length + 1), random.below(text.text.length + 1)];
  const range = { start: text.placeOf(Math.min(one, other)), end: text.placeOf(Math.max(one, other)) };
  return { textDocument: { uri }, range, context: { diagnostics: [] }, options: OPTIONS };
};
/** Answers to the questions of "Create Cluster…" that make a cluster. */
const ANSWERS: Readonly<Record<string, string>> = {
  target: "new",
  folder: "cluster",
  tomcat: "9.0",
  membership: "static",
  hosts: "10.0.0.1, 10.0.0.2",
  service: "tomcat",
  sending: "sync",
  manager: "delta",
  encryption: "on",
};
const ODD = ["", "yes", "multicast", "kubernetes", "a b", "<", "../..", "한글"];

/** All questions answered, at times one of them oddly, and at times only some. */
const answers = (random: Random) =>
  Object.fromEntries(
    Object.entries(ANSWERS)
      .filter(() => random.below(20) > 0)
      .map(([id, answer]) => [id, random.below(20) === 0 ? random.pick(ODD) : answer]),
  );

const ofUri: RequestMaker = (_, uri) => ({ uri });

/** Every request the server answers, by its name. */
export const REQUESTS: Readonly<Record<string, RequestMaker>> = {
  "textDocument/diagnostic": whole,
  "textDocument/hover": at,
  "textDocument/completion": at,
  "textDocument/inlineCompletion": (...given) => ({ ...at(...given), context: { triggerKind: 1 } }),
  "textDocument/definition": at,
  "textDocument/references": (...given) => ({ ...at(...given), context: { includeDeclaration: true } }),
  "textDocument/documentHighlight": at,
  "textDocument/prepareRename": at,
  "textDocument/rename": (...given) => ({ ...at(...given), newName: given[0].pick(["name", "한글", "a b", "<"]) }),
  "textDocument/linkedEditingRange": at,
  "textDocument/selectionRange": (random, uri, text) => ({
    textDocument: { uri },
    positions: [place(random, text), place(random, text)],
  }),
  "textDocument/foldingRange": whole,
  "textDocument/documentSymbol": whole,
  "textDocument/documentLink": whole,
  "textDocument/codeLens": whole,
  "textDocument/codeAction": part,
  "textDocument/inlayHint": part,
  "textDocument/formatting": (_, uri) => ({ textDocument: { uri }, options: OPTIONS }),
  "textDocument/rangeFormatting": part,
  "textDocument/onTypeFormatting": (...given) => ({
    ...at(...given),
    ch: given[0].pick(["\n", ">"]),
    options: OPTIONS,
  }),
  "textDocument/semanticTokens/full": whole,
  "textDocument/semanticTokens/range": part,
  "textDocument/semanticTokens/full/delta": (_, uri) => ({ textDocument: { uri }, previousResultId: "1" }),
  "workspace/symbol": (random) => ({ query: random.pick(["", "recv", "Cluster", "node", "한"]) }),
  "tomcatCluster/status": ofUri,
  "tomcatCluster/autoClose": (random, uri, text, version) => ({ uri, version, position: place(random, text) }),
  "tomcatCluster/effective": (random, uri) => ({
    uri,
    marks: random.below(2) === 0,
    view: random.pick(["all", "cluster", "differs", "constructor", null]),
  }),
  "tomcatCluster/otherNodes": ofUri,
  "tomcatCluster/probe/targets": ofUri,
  "tomcatCluster/topology": ofUri,
  "tomcatCluster/topology/file": (random, uri) => ({ uri, format: random.pick(["svg", "mermaid", "text"]) }),
  "tomcatCluster/clusters": () => [],
  "tomcatCluster/clusterFixes": (random, uri) => ({ uri: random.below(4) === 0 ? null : uri }),
  "tomcatCluster/probe": (random, uri) => {
    const from = { interface: "127.0.0.1", seconds: 1, send: false };
    return { uri, target: random.below(3), token: "fuzz", ...from };
  },
  // Addresses at which nothing answers.
  "tomcatCluster/prove": (random) => ({
    urls: ["http://127.0.0.1:1/", "http://127.0.0.1:1/a"],
    balancer: random.pick([null, "http://127.0.0.1:1/b"]),
    insecure: false,
    failover: false,
    token: "1",
  }),
  "tomcatCluster/migrate": (random, uri) => ({
    uri,
    to: random.pick(["8.5", "9.0", "10.1", "11.0.24"]),
    wholeCluster: random.below(2) === 0,
    keepDefaults: random.below(2) === 0,
  }),
  "tomcatCluster/tool": (random, uri) => ({
    name: random.pick(["check", "explain", "effective", "topology", "migrate", "nosuch", "constructor"]),
    input: random.pick([{}, null, { path: uri, paths: [uri], id: "no-root", to: "11.0" }, { path: 1 }, ...ODD]),
  }),
  "tomcatCluster/logs/explain": (random, uri, text) => ({
    uri,
    text: random.pick([
      text.text.slice(0, 2000),
      "29-Nov-2026 03:01:57.031 WARNING [main] org.apache.catalina.tribes.group.interceptors.TcpFailureDetector.memberDisappeared x",
      "",
    ]),
  }),
  "tomcatCluster/logs/timeline": (_, uri) => ({ uris: [uri, "file:///nosuch/catalina.out"], token: "1" }),
  // A manager that does not answer; the client refuses to ask.
  "tomcatCluster/live": (random) => ({ managers: random.pick([[], ["http://127.0.0.1:1/manager"]]) }),
  "tomcatCluster/configtest": (_, uri) => ({ uri, catalinaHome: "/nosuch" }),
  "tomcatCluster/create/question": (random) => ({ answers: answers(random) }),
  "tomcatCluster/create/check": (random) => ({
    answers: answers(random),
    id: random.pick([...Object.keys(ANSWERS), "nosuch"]),
    value: random.pick(ODD),
  }),
  "tomcatCluster/create/files": (random) => ({ answers: answers(random), key: "0".repeat(64) }),
  // What is on no disk is not made, and what is there is only looked at.
  "tomcatCluster/create/secrets": (random, uri) => ({
    files: random.pick([[], [{ uri, text: null }], [{ uri: "untitled:key", text: "key" }]]),
  }),
  "tomcatCluster/page": (random) => ({
    code: random.pick(["element-ignored", "no-root", "../../package.json", "", "constructor"]),
  }),
  "tomcatCluster/rules": () => [],
  "workspace/diagnostic": () => ({ previousResultIds: [] }),
  // An offer of an earlier answer goes with it, where there was one.
  "completionItem/resolve": () => ({ label: "nosuch", data: "nosuch" }),
};

/** Requests that take their time unless they are cancelled. */
export const SLOW: ReadonlySet<string> = new Set(["tomcatCluster/probe", "tomcatCluster/prove", "tomcatCluster/live"]);
