import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { workspaceOf } from "../../harness/workspace.ts";

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 1
  template:
    metadata:
      labels: { app: shop }
    spec:
      containers:
        - name: tomcat
          image: registry.example/library/tomcat:9.0.70
          envFrom:
            - configMapRef: { name: settings }
          env:
            - name: CATALINA_OPTS
              valueFrom: { configMapKeyRef: { name: settings, key: options } }
          volumeMounts:
            - { name: conf, mountPath: /usr/local/tomcat/conf/server.xml, subPath: server.xml }
            - { name: conf, mountPath: /usr/local/tomcat/conf/catalina.properties, subPath: catalina.properties }
      volumes:
        - name: conf
          configMap: { name: tomcat }
`;

const KUSTOMIZATION = `resources:
  - deployment.yaml
configMapGenerator:
  - name: tomcat
    files:
      - server.xml=tomcat/shop-server.xml
      - tomcat/catalina.properties
  - name: settings
    literals:
      - options=-Droute=one
      - 'HOST="a"'
    envs:
      - settings.env
replicas:
  - { name: shop, count: 3 }
images:
  - { name: registry.example/library/tomcat, newTag: 9.0.90-jdk17 }
`;

const SERVER = "k8s/tomcat/shop-server.xml";
const FILES = {
  [SERVER]:
    '<Server port="8005"><Service name="Catalina"><Connector port="${port}"/><Engine name="Catalina" defaultHost="a"><Host name="a"/></Engine></Service></Server>',
  "k8s/tomcat/catalina.properties": "port=70000\n",
  "k8s/kustomization.yaml": KUSTOMIZATION,
  "k8s/deployment.yaml": DEPLOYMENT,
  "k8s/settings.env": "HOST=b\nFOR=c\n",
};

async function at(path: string, files: Readonly<Record<string, string>>) {
  const workspace = workspaceOf(new Map(Object.entries(files)), "auto");
  const [snapshot, properties] = [await workspace.snapshot(path), await workspace.propertiesFor(path)];
  return { snapshot, properties, starts: properties.starts.filter(({ serverFiles }) => serverFiles.has(path)) };
}

describe("a server.xml that Kustomize makes a ConfigMap of", () => {
  test("is that of the pods that mount the map by its name", async () => {
    const { snapshot, properties, starts } = await at(SERVER, FILES);
    assert.deepEqual(
      starts.map(({ name, containers }) => `${name} ${containers}`),
      ["Deployment shop 3"],
    );
    assert.equal(snapshot?.file.version.release?.text, "9.0.90");
    assert.equal(properties.valueOf("route"), "one");
    assert.equal(properties.variable("HOST")?.value, "a");
    assert.equal(properties.variable("FOR")?.file.path, "k8s/settings.env");
  });

  test("has its placeholders filled in from the properties beside it, and findings in its own file", async () => {
    const { snapshot } = await at(SERVER, FILES);
    const [finding, ...others] = snapshot?.diagnostics ?? [];
    assert.deepEqual([finding?.code, others.length], ["connector-port", 0]);
  });

  test("is an overlay's own, for the pods of its base", async () => {
    const files = {
      ...FILES,
      "live/server.xml": "<Server/>",
      "live/Kustomization": `bases: [../k8s]
secretGenerator:
  - name: tomcat
    behavior: merge
    files: [server.xml]
`,
    };
    const { starts } = await at("live/server.xml", files);
    assert.deepEqual(
      starts.map(({ name }) => name),
      ["Deployment shop"],
    );
  });

  test("is nobody's where no pod mounts it, and nothing is told that may be patched in", async () => {
    const other = FILES["k8s/kustomization.yaml"].replace("name: tomcat\n", "name: other\n");
    assert.deepEqual((await at(SERVER, { ...FILES, "k8s/kustomization.yaml": other })).starts, []);
    const { properties } = await at(SERVER, FILES);
    assert.equal(properties.isUnset("nobody", { line: "9.0", release: undefined } as never), false);
    for (const broken of [
      "resources: [../k8s, .]\nconfigMapGenerator: [{ name: tomcat, files: [server.xml] }]",
      "- [",
      "[}",
    ]) {
      assert.ok(await at(SERVER, { ...FILES, "k8s/kustomization.yaml": broken }));
    }
  });
});

test("variables of a plain ConfigMap count where a pod takes them", async () => {
  const map = `kind: ConfigMap
metadata: { name: tomcat }
data:
  server.xml: |
    <Server port="\${port}"/>
---
kind: ConfigMap
metadata: { name: settings }
data:
  options: -Dport=8005 -Droute=one
---
`;
  const path = "k8s/app.yaml!/tomcat/conf/server.xml";
  const workspace = workspaceOf(new Map([["k8s/app.yaml", map + DEPLOYMENT]]), "9.0");
  const properties = await workspace.propertiesFor(path);
  assert.equal(properties.valueOf("route"), "one");
  const twice = map.replace(
    "---\n",
    "---\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { options: -Droute=two }\n---\n",
  );
  const other = workspaceOf(new Map([["k8s/app.yaml", twice + DEPLOYMENT]]), "9.0");
  assert.equal((await other.propertiesFor(path)).valueOf("route"), undefined);
});
