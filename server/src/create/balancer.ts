import type { BalancerKind, ClusterPlan, NodePlan } from "./plan.ts";

/** A file of a load balancer. */
interface BalancerFile {
  readonly path: string;
  readonly text: string;
  /** True for one that only the balancer's user should read. */
  readonly secret?: boolean;
}

/** The configuration of the load balancer in front of new nodes, beside their folders; none where none is wanted. */
export function balancerFiles({ balancer, nodes, ajpSecret = "" }: ClusterPlan): readonly BalancerFile[] {
  return balancer === undefined ? [] : WRITERS[balancer](nodes, ajpSecret);
}

const WRITERS: Readonly<Record<BalancerKind, (nodes: readonly NodePlan[], secret: string) => readonly BalancerFile[]>> =
  {
    httpd: (nodes) => [{ path: "load-balancer/httpd-tomcat.conf", text: httpd(nodes) }],
    mod_jk: (nodes, secret) => [
      { path: "load-balancer/workers.properties", text: workers(nodes, secret), secret: true },
      { path: "load-balancer/httpd-jk.conf", text: MOUNTS },
    ],
    nginx: (nodes) => [{ path: "load-balancer/nginx-tomcat.conf", text: nginx(nodes) }],
    haproxy: (nodes) => [{ path: "load-balancer/haproxy.cfg", text: haproxy(nodes) }],
  };

const address = ({ host, ports }: NodePlan) => `${host}:${ports.http}`;

/**
 * Sticky by cookie, and by path parameter for clients without cookies. A node that does not answer within seconds is
 * skipped. An idle connection is given up before a Connector closes it, which is after 20 seconds in the server.xml that
 * Tomcat ships.
 */
function httpd(nodes: readonly NodePlan[]): string {
  const members = nodes.map(
    (node) => `  BalancerMember "http://${address(node)}" route=${node.name} connectiontimeout=5 retry=10 ttl=10`,
  );
  return `# For a <VirtualHost> of Apache httpd 2.4. It needs the modules proxy, proxy_http, proxy_balancer,
# lbmethod_byrequests, slotmem_shm and headers: a2enmod proxy_http proxy_balancer lbmethod_byrequests headers
# Each route is the jvmRoute of its node.
<Proxy "balancer://tomcat">
${members.join("\n")}
</Proxy>
ProxyPreserveHost On
RequestHeader set X-Forwarded-Proto "expr=%{REQUEST_SCHEME}"
ProxyPass "/" "balancer://tomcat/" stickysession=JSESSIONID|jsessionid
ProxyPassReverse "/" "balancer://tomcat/"
`;
}

/**
 * mod_jk takes a worker's name for its route. A node that does not answer a connection or a ping is skipped, and asked
 * again after ten seconds.
 */
function workers(nodes: readonly NodePlan[], secret: string): string {
  const each = nodes.map(
    ({ name, host, ports }) =>
      `worker.${name}.reference=worker.template\nworker.${name}.host=${host}\nworker.${name}.port=${ports.ajp}\n`,
  );
  return `# For mod_jk of Apache httpd: the file that JkWorkersFile names. Each worker's name is the jvmRoute of its node.
worker.list=tomcat
worker.tomcat.type=lb
worker.tomcat.balance_workers=${nodes.map(({ name }) => name).join(",")}
worker.tomcat.sticky_session=True
worker.tomcat.recover_time=10

# The secret is ajp.secret in conf/catalina.properties of each node.
worker.template.type=ajp13
worker.template.secret=${secret}
worker.template.socket_connect_timeout=5000
worker.template.ping_mode=A
worker.template.ping_timeout=10000

${each.join("\n")}`;
}

const MOUNTS = `# For a <VirtualHost> of Apache httpd 2.4 with mod_jk (a2enmod jk). The server's own configuration names the file
# beside this one, outside of any <VirtualHost>; Debian's jk.conf has such a line:
# JkWorkersFile /etc/libapache2-mod-jk/workers.properties
JkMount /* tomcat
`;

/**
 * nginx has no module for sticky sessions, so a map selects the upstream: one for each node, with the other nodes as
 * backups.
 */
function nginx(nodes: readonly NodePlan[]): string {
  const entries = nodes.map(({ name }) => `  "~\\.${name}$" tomcat_${name};`);
  const all = nodes.map((node) => `  server ${address(node)} max_fails=1 fail_timeout=10s;`);
  const upstreams = nodes.map((node) => {
    const others = nodes.filter((other) => other !== node).map((other) => `  server ${address(other)} backup;`);
    const own = `  server ${address(node)} max_fails=1 fail_timeout=10s;`;
    return `upstream tomcat_${node.name} {\n${[own, ...others].join("\n")}\n}`;
  });
  return `# For the block http of nginx: conf.d/tomcat.conf. The end of a session id is the jvmRoute of its node.
map $cookie_JSESSIONID $tomcat_node {
  default tomcat;
${entries.join("\n")}
}
upstream tomcat {
${all.join("\n")}
}
${upstreams.join("\n")}
server {
  listen 80;
  location / {
    proxy_pass http://$tomcat_node;
    proxy_connect_timeout 5s;
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto $scheme;
  }
}
`;
}

function haproxy(nodes: readonly NodePlan[]): string {
  const servers = nodes.map((node) => `  server ${node.name} ${address(node)} check cookie ${node.name}`);
  return `# Each client keeps its node by the cookie NODE, which HAProxy sets and Tomcat never sees.
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  option forwardfor
  option redispatch

frontend http
  bind :80
  http-request set-header X-Forwarded-Proto %[ssl_fc,iif(https,http)]
  default_backend tomcat

backend tomcat
  balance roundrobin
  cookie NODE insert indirect nocache httponly
${servers.join("\n")}
`;
}
