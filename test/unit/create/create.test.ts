import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openQuestions, planOf } from "../../../server/src/create/answers.ts";
import { draft } from "../../../server/src/create/draft.ts";
import { insertions, newFiles } from "../../../server/src/create/files.ts";
import { hostsProblem } from "../../../server/src/create/hosts.ts";
import { withCluster } from "../../../server/src/create/insert.ts";
import { multicastGroup, nodesAt } from "../../../server/src/create/plan.ts";
import { TEST_PAGE } from "../../../server/src/create/test-page.ts";
import { withDistributable } from "../../../server/src/create/web-xml.ts";
import { KEY, nameOf, plansFor } from "../../harness/plans.ts";
import { expand, snippetsIn } from "../../harness/snippets.ts";

const plans = new Map(plansFor("9.0").map((plan) => [nameOf(plan), plan]));
const plan = plans.get("9.0 static async delta encrypted");
assert.ok(plan);
const [first, second] = plan.nodes;
assert.ok(first && second);

const COMPLETE = {
  tomcat: "9.0",
  membership: "static",
  hosts: "192.168.56.7, 192.168.56.8",
  sending: "async",
  manager: "delta",
  encryption: "on",
  balancer: "none",
};

describe("answers", () => {
  test("become the plan they say", () => {
    const expected = { ...plan, service: undefined };
    assert.deepEqual(planOf(COMPLETE, KEY), { plan: { ...expected, balancer: undefined } });
    assert.deepEqual(planOf({ ...COMPLETE, balancer: "nginx" }, KEY), { plan: { ...expected, balancer: "nginx" } });
    // Who was not asked for one gets none.
    const { balancer: _, ...others } = COMPLETE;
    assert.deepEqual(planOf(others, KEY), { plan: { ...expected, balancer: undefined } });
  });

  test("are asked for in order, and only those that matter", () => {
    const open = (answers: object) => openQuestions({ ...answers }).map(({ id }) => id);
    assert.deepEqual(open({}), [...["tomcat", "membership", "hosts", "sending", "manager", "encryption", "balancer"]]);
    // The ports of files that are there are not known.
    assert.ok(!open({ target: "existing" }).includes("balancer"));
    assert.deepEqual(open({ tomcat: "9.0", membership: "kubernetes" }), ["sending", "manager", "encryption"]);
    assert.deepEqual(open({ membership: "dns" })[1], "service");
    assert.deepEqual(open(COMPLETE), []);
  });

  test("Tomcat 8.5 has no membership by Kubernetes", () => {
    const outcome = planOf({ ...COMPLETE, tomcat: "8.5", membership: "kubernetes" }, KEY);
    assert.deepEqual("problem" in outcome && outcome.problem.en, "membership is one of static, multicast.");
  });

  for (const [hosts, problem] of [
    ["192.168.56.7 192.168.56.8", undefined],
    ["tomcat-a, tomcat-b.example.org", undefined],
    ["127.0.0.1, 127.0.0.1", undefined],
    ["192.168.56.7", "A cluster has at least two nodes."],
    ["192.168.56.7, 0.0.0.0", "0.0.0.0 is no address"],
    ["192.168.56.7, 228.0.0.4", "228.0.0.4 is no address"],
    ["192.168.56.7, 192.168.56.800", "192.168.56.800 is no address"],
    ['192.168.56.7, "/><x', '"/><x is no address'],
    ["192.168.56.7, 127.0.0.1", "127.0.0.1 reaches only its own machine"],
  ] as const) {
    test(`${hosts}: ${problem ?? "fine"}`, () => {
      const said = hostsProblem(hosts, "static")?.en;
      assert.equal(said?.slice(0, problem?.length), problem);
    });
  }

  test("multicast does not run on loopback", () =>
    assert.match(hostsProblem("127.0.0.1, localhost", "multicast")?.en ?? "", /^Multicast does not run/));

  for (const [what, choices, problem] of [
    ["two of one name", { names: ["a", "a"] }, "Two nodes are called a."],
    ["a name that leaves the folder", { names: ["../a", "b"] }, '"../a" cannot be'],
    ["a port that is none", { ports: { http: [0] } }, "0 is no port"],
    ["one port for two things", { ports: { http: [4000] } }, "node1 and node1 would both want port 4000"],
  ] as const) {
    test(what, () => {
      const outcome = planOf(COMPLETE, KEY, choices);
      assert.ok("problem" in outcome && outcome.problem.en.startsWith(problem), JSON.stringify(outcome));
    });
  }
});

test("two Tomcats on one machine get ports of their own", () => {
  const ports = nodesAt(["a", "b", "a"]).map((node) => Object.values(node.ports));
  assert.deepEqual(ports, [
    [8005, 8080, 4000, 8009],
    [8005, 8080, 4000, 8009],
    [8105, 8180, 4100, 8109],
  ]);
});

describe("with mod_jk in front", () => {
  const answers = { ...COMPLETE, balancer: "mod_jk" };

  test("each node has a secret that the cluster's key does not tell, and that differs with the key", () => {
    const secrets = [KEY, KEY.replace("5", "6")].map((key) => {
      const made = planOf(answers, key);
      return "plan" in made ? (made.plan.ajpSecret ?? "") : "";
    });
    for (const secret of secrets) assert.match(secret, /^[\da-f]{32}$/);
    assert.notEqual(secrets[0], secrets[1]);
    assert.ok(!KEY.includes(secrets[0] ?? ""));
  });

  test("the secret stands in files that only their users read, and in no server.xml", () => {
    const made = planOf(answers, KEY);
    assert.ok("plan" in made);
    const secret = made.plan.ajpSecret ?? "-";
    const having = newFiles(made.plan).flatMap((file) => {
      const outcome = file.after(undefined, new Map());
      return "text" in outcome && outcome.text.includes(secret) ? [[file.path, file.secret]] : [];
    });
    assert.deepEqual(having, [
      ["node1/conf/catalina.properties", true],
      ["node2/conf/catalina.properties", true],
      ["load-balancer/workers.properties", true],
    ]);
  });

  test("the port of AJP is one port more that nothing else may have", () => {
    const choices = { ports: { http: [8009] } };
    const outcome = planOf(answers, KEY, choices);
    assert.ok("problem" in outcome && outcome.problem.en.startsWith("node1 and node1 would both want port 8009"));
    assert.ok("plan" in planOf(COMPLETE, KEY, choices));
  });
});

test("clusters at other addresses get another multicast group, and never the default", () => {
  const groups = ["10.0.0.1", "10.0.0.2", "10.0.0.3"].map(
    (host) => multicastGroup(nodesAt([host, "10.0.0.9"])).address,
  );
  assert.equal(new Set(groups).size, 3);
  for (const group of groups) assert.match(group, /^239\.255\./);
});

describe("the key", () => {
  const textOf = (path: string, before?: string) => {
    const outcome = newFiles(plan)
      .find((file) => file.path === path)
      ?.after(before, new Map());
    return outcome && "text" in outcome ? outcome.text : undefined;
  };
  test("stands in catalina.properties alone", () => {
    const files = newFiles(plan).map(({ path, secret }) => [path, secret, textOf(path)?.includes(KEY)] as const);
    assert.deepEqual(
      files.filter(([, secret, has]) => secret || has),
      ["node1", "node2"].map((node) => [`${node}/conf/catalina.properties`, true, true]),
    );
  });
  test("is added behind what is there, and replaces an older one", () => {
    const path = "node1/conf/catalina.properties";
    assert.equal(textOf(path, "a=b"), `a=b\ncluster.key=${KEY}\n`);
    assert.equal(textOf(path, "cluster.key = 00\r\na=b\r\n"), `cluster.key=${KEY}\r\na=b\r\n`);
  });
});

test("the page is the snippet's", () => {
  const page = snippetsIn("session-test-page.json")["Session test page"];
  assert.ok(page);
  assert.equal(TEST_PAGE, expand(page));
});

describe("<distributable/>", () => {
  for (const [before, after] of [
    ["<web-app></web-app>", "<web-app>\n  <distributable/></web-app>"],
    ['<web-app version="3.0"/>', '<web-app version="3.0">\n  <distributable/>\n</web-app>'],
    ["<web-app>\r\n</web-app>", "<web-app>\r\n  <distributable/>\r\n</web-app>"],
    ["<web-app><distributable/></web-app>", "<web-app><distributable/></web-app>"],
    ["<html/>", undefined],
    ["<web-app", undefined],
    ["", undefined],
  ] as const) {
    test(before || "an empty file", () => {
      const outcome = withDistributable(before);
      assert.equal("text" in outcome ? outcome.text : undefined, after);
    });
  }
});

describe("a server.xml", () => {
  const around = (engine: string) => `<Server><Service name="a">\n  ${engine}\n</Service></Server>`;
  const insert = (text: string, replace = false, taken: readonly string[] = []) => {
    const outcome = withCluster(text, plan, second, { replace, taken });
    return "text" in outcome ? outcome.text : outcome.problem.en;
  };
  const place = (text: string) => text.replace(/<Cluster className[\s\S]*<\/Cluster>/, "CLUSTER");

  for (const [what, engine, after] of [
    ["without children", '<Engine name="e"/>', '<Engine name="e" jvmRoute="node2">\n    CLUSTER\n  </Engine>'],
    ["with an end tag", "<Engine>\n  </Engine>", '<Engine jvmRoute="node2">\n    CLUSTER\n  </Engine>'],
    [
      "with a Host",
      "<Engine>\n    <Host/>\n  </Engine>",
      '<Engine jvmRoute="node2">\n    CLUSTER\n    <Host/>\n  </Engine>',
    ],
    ["with a jvmRoute", '<Engine jvmRoute="w"><Host/></Engine>', '<Engine jvmRoute="w">CLUSTER\n  <Host/></Engine>'],
    [
      "with another node's",
      '<Engine jvmRoute="a"><Host/></Engine>',
      '<Engine jvmRoute="node2">CLUSTER\n  <Host/></Engine>',
    ],
    [
      "with a placeholder",
      `<Engine jvmRoute="\${r}"><Host/></Engine>`,
      `<Engine jvmRoute="\${r}">CLUSTER\n  <Host/></Engine>`,
    ],
  ] as const) {
    test(`${what} gets the Cluster`, () => assert.equal(place(insert(around(engine), false, ["a"])), around(after)));
  }

  const clustered = around(
    '<Engine jvmRoute="w">\n    <Cluster className="x"/>\n    <Host><Cluster className="y"/></Host>\n  </Engine>',
  );
  test("with a Cluster is left alone", () => assert.equal(insert(clustered), "has a Cluster already"));
  test("with Clusters loses them where that is asked for", () =>
    assert.equal(
      place(insert(clustered, true)),
      around('<Engine jvmRoute="w">\n    CLUSTER\n    <Host></Host>\n  </Engine>'),
    ));

  for (const [text, problem] of [
    ["<Server><Service><Engine", "has a mistake on line 1"],
    ["<Server><Service/></Server>", "has no Engine"],
    ["<Context/>", "is no server.xml"],
    ["", "is no server.xml"],
    ['<!DOCTYPE a [<!ENTITY b "c">]><Server><Service><Engine>&b;<Host></Engine></Service></Server>', "has a mistake"],
  ] as const) {
    test(`${text || "nothing"}: ${problem}`, () => assert.ok(insert(text).startsWith(problem), insert(text)));
  }

  test("keeps what every prefix of it says, or is refused", () => {
    for (let length = 0; length <= clustered.length; length += 3)
      assert.equal(typeof insert(clustered.slice(0, length), true), "string");
  });
});

describe("a draft", () => {
  const files: Readonly<Record<string, string>> = {
    "a/conf/server.xml": '<Server><Service><Engine jvmRoute="tomcat1"><Host/></Engine></Service></Server>',
    "b/conf/server.xml": '<Server><Service><Engine jvmRoute="tomcat1"><Host/></Engine></Service></Server>',
    "node1/conf/server.xml": "<mine/>",
    "node2/webapps/ROOT/index.jsp": TEST_PAGE,
  };
  const find = (path: string) => Promise.resolve({ text: files[path] });

  test("gives a copied server.xml a jvmRoute of its own", async () => {
    const servers = ["a/conf/server.xml", "b/conf/server.xml"];
    const { changes } = await draft(insertions(plan, { servers, applications: [], replace: false }), find);
    const routes = changes.flatMap(({ text }) => /jvmRoute="(\w+)"/.exec(text)?.[1] ?? []);
    assert.deepEqual(routes, ["tomcat1", "node2"]);
  });

  test("knows what would be lost, and what is as it should be", async () => {
    const { changes, unchanged } = await draft(newFiles(plan), find);
    const lost = changes.filter(({ overwrites }) => overwrites).map(({ path }) => path);
    assert.deepEqual([lost, unchanged], [["node1/conf/server.xml"], ["node2/webapps/ROOT/index.jsp"]]);
  });

  test("does not take what cannot be read for missing", async () => {
    const unreadable = () => Promise.resolve({ problem: { en: "is secret", ko: "비밀" } });
    const { changes, problems } = await draft(newFiles(plan), unreadable);
    assert.deepEqual([changes.length, problems.length], [0, newFiles(plan).length]);
  });
});
