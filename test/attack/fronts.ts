import { fill, type Hostile } from "./hostile.ts";

const node = (number: number) => `<Server><Service name="Catalina"><Connector port="8080"/>
<Engine name="Catalina" defaultHost="localhost" jvmRoute="node${number}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/><Host name="localhost"/></Engine></Service></Server>`;

/** Two nodes, and a load balancer's file in front of them. */
function inFront(name: string, text: string): Readonly<Record<string, string>> {
  return { "node1/conf/server.xml": node(1), "node2/conf/server.xml": node(2), [name]: text };
}

const STICKY = "ProxyPass / balancer://a/ stickysession=JSESSIONID\n";

/** Files of load balancers made to cost much. */
export const FRONTS: Readonly<Record<string, Hostile>> = {
  "members of httpd": (size) => {
    const members = fill(size, (index) => `BalancerMember http://node1:8080 route=r${index}\n`);
    return inFront("a.conf", `<Proxy balancer://a>\n${members}</Proxy>\n${STICKY}`);
  },
  "sections of httpd in one another": (size) => inFront("a.conf", `${STICKY}${fill(size, () => "<a>\n")}`),
  "what a virtual host of httpd passes on": (size) => {
    const passed = fill(size, (index) => `ProxyPass /${index} http://node1:8080/\n`);
    return inFront("a.conf", `<VirtualHost *:443>\n${passed}SSLEngine on\n</VirtualHost>\n`);
  },
  "quotes of httpd": (size) => inFront("a.conf", `${STICKY}${fill(size, () => '"\\" \'\n')}`),
  "comments that silence in httpd": (size) => {
    const comments = fill(size, () => "# tomcat-cluster-disable-next-line balancer-route-differs\n");
    return inFront("a.conf", `<Proxy balancer://a>\nBalancerMember http://node1:8080 route=x\n${comments}</Proxy>\n`);
  },
  "blocks of nginx in one another": (size) => inFront("a.conf", `upstream a {${fill(size, () => "b {")}`),
  "a map of nginx over backups": (size) => {
    const entries = fill(size / 2, () => "~\\.n$ u;\n");
    return inFront(
      "a.conf",
      `map $cookie_a $b {\n${entries}}\nupstream u {${fill(size / 2, () => "server a backup;")}}`,
    );
  },
  "quotes of nginx": (size) => inFront("a.conf", `proxy_pass http://a;${fill(size, () => " \"\n'")}`),
  "backends of HAProxy": (size) =>
    inFront(
      "a.cfg",
      fill(size, () => "backend a\nserver a node1:8080\n"),
    ),
  "members of mod_jk": (size) => {
    const ports = fill(size / 2, () => "worker.a.port=1\n");
    return inFront(
      "workers.properties",
      `worker.l.type=lb\nworker.l.balance_workers=${"a,".repeat(size / 4)}\n${ports}`,
    );
  },
  "references of mod_jk": (size) =>
    inFront(
      "workers.properties",
      fill(size, (index) => `worker.w${index}.reference=worker.b\nworker.b.p${index}=1\n`),
    ),
};
