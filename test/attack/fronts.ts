import { fill, type Hostile } from "./hostile.ts";

const node = (number: number) => `<Server><Service name="Catalina"><Connector port="8080"/>
<Engine name="Catalina" defaultHost="localhost" jvmRoute="node${number}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/><Host name="localhost"/></Engine></Service></Server>`;

/** Two nodes, and a load balancer's file in front of them. */
export function inFront(name: string, text: string): Readonly<Record<string, string>> {
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
  "what a server of nginx passes on": (size) => {
    const passed = fill(size, (index) => `location /${index} { proxy_pass http://node1:8080/a/; }\n`);
    return inFront("a.conf", `server {\n${passed}listen 443 ssl;\n}\n`);
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
  "backends of HAProxy behind long defaults": (size) =>
    inFront("a.cfg", `defaults\n${"a\n".repeat(size / 4)}${fill(size / 2, () => "backend a\nserver a node1:8080\n")}`),
  "variables of httpd in one word": (size) => {
    const word = "${A}".repeat(size / 8);
    const member = `BalancerMember http://node1:8080 route=${word}\n`;
    return inFront("a.conf", `Define A ${"x".repeat(size / 2)}\n<Proxy balancer://a>\n${member}</Proxy>\n${STICKY}`);
  },
  "variables of httpd in many lines": (size) => {
    const members = fill(size / 2, () => "BalancerMember http://node1:8080 route=${A}\n");
    return inFront("a.conf", `Define A ${"x".repeat(size / 2)}\n<Proxy balancer://a>\n${members}</Proxy>\n${STICKY}`);
  },
  "variables of mod_jk": (size) => {
    const workers = fill(size / 2, (index) => `worker.w${index}.host=$(a)$(a)\nworker.list=w${index}\n`);
    return inFront("workers.properties", `a=${"x".repeat(size / 2)}\n${workers}`);
  },
  "balancers of mod_jk with one list": (size) => {
    const list = `worker.b.type=lb\nworker.b.balance_workers=${"n,".repeat(size / 4)}\nworker.n.host=node1\n`;
    return inFront("workers.properties", list + fill(size / 2, (index) => `worker.l${index}.reference=worker.b\n`));
  },
  "balancers of mod_jk with one empty list": (size) => {
    const list = `worker.b.type=lb\n${"worker.b.balance_workers=,\n".repeat(size / 54)}`;
    return inFront("workers.properties", list + fill(size / 2, (index) => `worker.l${index}.reference=worker.b\n`));
  },
  "listed balancers of mod_jk": (size) => {
    const list = fill(size / 2, (index) => `x${index},`);
    const balancers = fill(size / 2, (index) => `worker.l${index}.type=lb\n`);
    return inFront("workers.properties", `worker.list=${list}\n${balancers}`);
  },
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
