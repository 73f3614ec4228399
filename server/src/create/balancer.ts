import type { BalancerKind, ClusterPlan, NodePlan } from "./plan.ts";

/**
 * The configuration of the load balancer in front of new nodes, beside their folders; undefined where none is wanted.
 */
export function balancerFile({
  balancer,
  nodes,
}: ClusterPlan): { readonly path: string; readonly text: string } | undefined {
  return balancer && { path: NAMES[balancer], text: WRITERS[balancer](nodes) };
}

const NAMES: Readonly<Record<BalancerKind, string>> = {
  httpd: "load-balancer/httpd-tomcat.conf",
  nginx: "load-balancer/nginx-tomcat.conf",
  haproxy: "load-balancer/haproxy.cfg",
};

const WRITERS: Readonly<Record<BalancerKind, (nodes: readonly NodePlan[]) => string>> = { httpd, nginx, haproxy };

const address = ({ host, ports }: NodePlan) => `${host}:${ports.http}`;

/**
 * Sticky by cookie, and by path parameter for clients without cookies. A node that does not answer within seconds is
 * skipped.
 */
function httpd(nodes: readonly NodePlan[]): string {
  const members = nodes.map(
    (node) => `  BalancerMember "http://${address(node)}" route=${node.name} connectiontimeout=5 retry=10`,
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
