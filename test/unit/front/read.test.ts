import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { Balancer, FrontFile, Written } from "../../../server/src/front/model.ts";
import { readFrontFile } from "../../../server/src/front/read.ts";

/** A file as a few lines: a balancer with its affinity, and below it its members. */
function shown(text: string): readonly string[] {
  return (readFrontFile("file", text)?.balancers ?? []).flatMap((balancer) => [
    `${balancer.product} ${balancer.name}: ${affinity(balancer)}${balancer.whole ? "" : ", open"}`,
    ...balancer.members.map(({ protocol, host, port, route, secret, standby }) => {
      const parts = [
        `${protocol ?? "?"}://${host?.text ?? "?"}:${port?.number ?? "?"}`,
        route && `route ${route.text ?? "?"}`,
        secret && `secret ${secret.text ?? "?"}`,
        standby && "standby",
      ];
      return `  ${parts.filter(Boolean).join(" ")}`;
    }),
  ]);
}

function affinity({ affinity: found }: Balancer): string {
  return found.kind === "route" ? `route by ${found.cookie?.text ?? "?"}|${found.parameter?.text ?? "?"}` : found.kind;
}

/** How long each member keeps idle connections, in seconds; - where it keeps none or that is not known. */
function kept(text: string): string {
  const members = (readFrontFile("file", text)?.balancers ?? []).flatMap((balancer) => balancer.members);
  return members.map(({ idle }) => (idle ? `${idle.seconds}${idle.isWritten ? "" : "?"}` : "-")).join(" ");
}

/** Every value with a place must stand there. */
function placesOf({ balancers }: FrontFile): readonly Written[] {
  return balancers
    .flatMap(({ members, affinity: found }) => [
      ...members.flatMap(({ route, secret }) => [route, secret]),
      ...(found.kind === "route" ? [found.cookie, found.parameter] : []),
    ])
    .filter((each) => each !== undefined);
}

describe("httpd", () => {
  test("a balancer with routes, in the ways the directives allow", () => {
    const text = `
Define TC1 10.0.0.11
<Proxy "balancer://app">
  BalancerMember "ajp://\${TC1}:8009" "route=node1" secret=s1
  BalancerMember ajp://10.0.0.12 \\
    route=node2 status=+H
  ProxySet lbmethod=byrequests
</Proxy>
BalancerMember balancer://APP http://\${ELSEWHERE}:8080 route=\${R}
ProxyPass / balancer://app/ stickysession=JSESSIONID|jsessionid nofailover=Off
`;
    assert.deepEqual(shown(text), [
      "httpd app: route by JSESSIONID|jsessionid",
      "  ajp://10.0.0.11:8009 route node1 secret s1",
      "  ajp://10.0.0.12:8009 route node2 standby",
      "  ?://?:? route ?",
    ]);
  });

  test("members of a higher lbset, disabled and drained ones wait; one that is enabled does not", () => {
    const members = (...parameters: string[]) =>
      shown(
        `<Proxy balancer://a>\n${parameters.map((each, index) => `BalancerMember http://h${index}:1 ${each}\n`).join("")}</Proxy>\n`,
      ).slice(1);
    assert.deepEqual(members("lbset=1", "lbset=2"), ["  http://h0:1", "  http://h1:1 standby"]);
    assert.deepEqual(members("", "lbset=1"), ["  http://h0:1", "  http://h1:1 standby"]);
    assert.deepEqual(members("status=+D", "lbset=1"), ["  http://h0:1 standby", "  http://h1:1"]);
    assert.deepEqual(members("status=-D", "status=-DH+N"), ["  http://h0:1", "  http://h1:1 standby"]);
  });

  test("it uses connections for ever, or for ttl, unless something keeps it from that", () => {
    const members = (...parameters: string[]) =>
      `<Proxy balancer://a>\n${parameters.map((each) => `BalancerMember http://h:1 ${each}\n`).join("")}</Proxy>\n`;
    assert.equal(kept(members("", "ttl=60", "disablereuse=on", "ping=2")), "Infinity? 60 - -");
    assert.equal(kept(members("ttl=${SECONDS}", "ttl=0", "ttl=2m")), "- - -");
    assert.equal(kept("Define T 30\nProxyPass / http://h:1/ ttl=${T}\nProxyPass /a ajp://h\n"), "30 Infinity?");
    assert.equal(kept("ProxyPass / https://h:1/\n"), "-");
    assert.equal(kept(`${members("")}<Location /a>\nSetEnv proxy-nokeepalive 1\n</Location>\n`), "-");
    assert.equal(kept(`${members("")}<Proxy http://h:1>\nProxySet ttl=5\n</Proxy>\n`), "-");
    assert.equal(kept("Include more.conf\nProxyPass / http://h:1/\n"), "-");
    assert.equal(kept(`${members("")}ProxySet balancer://a lbmethod=byrequests\n`), "Infinity?");
  });

  test("it does not stick only where a directive that uses it says nothing of it", () => {
    const balancer = "<Proxy balancer://a>\nBalancerMember http://h1:1\n</Proxy>\n";
    assert.deepEqual(shown(balancer)[0], "httpd a: unknown");
    assert.deepEqual(shown(`${balancer}ProxyPass / balancer://a/\n`)[0], "httpd a: none");
    assert.deepEqual(
      shown(`<IfDefine X>\n${balancer}</IfDefine>\nProxyPass / balancer://a/\n`)[0],
      "httpd a: unknown, open",
    );
    assert.deepEqual(shown(`${balancer}Include other.conf\n`)[0], "httpd a: unknown, open");
  });

  test("a cookie of its own needs no session id", () => {
    const text = `Header add Set-Cookie "ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/" env=BALANCER_ROUTE_CHANGED
<Proxy balancer://a>
  BalancerMember http://h1:1 route=1
  ProxySet stickysession=ROUTEID
</Proxy>
`;
    assert.deepEqual(shown(text), ["httpd a: own", "  http://h1:1 route 1"]);
  });

  test("the same name in two virtual hosts is two balancers", () => {
    const host = (port: number) => `<VirtualHost *:${port}>
<Proxy balancer://a>
BalancerMember http://h${port}:1
</Proxy>
ProxyPass / balancer://a/
</VirtualHost>
`;
    assert.deepEqual(shown(host(80) + host(81)), [
      "httpd a: none",
      "  http://h80:1",
      "httpd a: none",
      "  http://h81:1",
    ]);
  });

  test("a Proxy section of a backend's URL and ProxySet hold for the ProxyPass to it behind them, and win", () => {
    const secrets = (text: string) =>
      shown(text).map((line) => line.replace(/^ {2}ajp:.*?(?: secret (.*))?$/, "$1"))[1];
    const pass = "ProxyPass / ajp://h:8009/\n";
    const set = '<Proxy "ajp://h:8009/">\nProxySet secret=s3cret\n</Proxy>\n';
    assert.equal(secrets(pass), "");
    assert.equal(secrets(set + pass), "s3cret");
    assert.equal(secrets(`<Proxy "ajp://h:8009" secret=head>\n</Proxy>\n${pass}`), "head");
    assert.equal(secrets(`${set}ProxySet ajp://h:8009/ secret=plain\n${pass}`), "plain");
    assert.equal(secrets(`${set}ProxyPass / ajp://h:8009/ secret=own\n`), "s3cret");
    // Of another path or another virtual host, behind it, and under a condition, it may hold.
    assert.equal(secrets(pass + set), "?");
    assert.equal(secrets(`${set}ProxyPass /app ajp://h:8009/app\n`), "?");
    assert.equal(secrets(`${set}<VirtualHost *:80>\n${pass}</VirtualHost>\n`), "?");
    assert.equal(secrets(`<IfDefine AJP>\n${set}</IfDefine>\n${pass}`), "?");
    // A member of a balancer is a backend of its own.
    const member = `${set}<Proxy balancer://a>\nBalancerMember ajp://h:8009/\n</Proxy>\nProxyPass / balancer://a/\n`;
    assert.equal(secrets(member), "");
  });

  test("what is missing is written where it holds: behind the ProxySet of the backend", () => {
    const text = '<Proxy "ajp://h:8009/">\n  ProxySet ttl=60\n</Proxy>\nProxyPass / ajp://h:8009/\n';
    const member = readFrontFile("file", text)?.balancers[0]?.members[0];
    const edit = member?.set("secret", "x");
    assert.ok(edit);
    assert.match(applyEdits(text, [edit]), /ProxySet ttl=60 secret=x\n/);
    assert.equal(kept(text), "-");
  });

  test("one backend without a balancer, a comment, a macro and a socket", () => {
    const text = `# ProxyPass /no http://no:1/
ProxyPass /app ajp://10.0.0.1:8009/app "secret=a b"
<Macro Site $host>
  ProxyPass / http://$host:8080/
</Macro>
ProxyPass /php unix:/run/php.sock|fcgi://localhost/
`;
    assert.deepEqual(shown(text), ["httpd ajp://10.0.0.1:8009/app: unknown", "  ajp://10.0.0.1:8009 secret a b"]);
  });
});

describe("mod_jk", () => {
  test("workers with references, defaults and variables", () => {
    const text = `host2=10.0.0.12
worker.list=lb, alone
worker.base.type=ajp13
worker.base.secret=s # not this
worker.node1.reference=worker.base
worker.node1.host=10.0.0.11
worker.node2.reference=worker.base
worker.node2.host=$(host2)
worker.node2.port=8109
worker.node2.route=two
worker.node3.host=$(OF_THE_ENVIRONMENT)
worker.node3.activation=disabled
worker.alone.host=h
worker.lb.type=lb
worker.lb.balance_workers=node1,node2
worker.lb.balance_workers=node3
`;
    assert.deepEqual(shown(text), [
      "mod_jk lb: route by JSESSIONID|jsessionid",
      "  ajp://10.0.0.11:8009 route node1 secret s",
      "  ajp://10.0.0.12:8109 route two secret s",
      "  ajp://?:8009 route node3 standby",
      "mod_jk alone: unknown",
      "  ajp://h:8009 route alone",
    ]);
  });

  test("sticky_session, its cookie and its path", () => {
    const lb = "worker.lb.type=lb\nworker.lb.balance_workers=a\nworker.a.host=h\n";
    assert.equal(shown(`${lb}worker.lb.sticky_session=False`)[0], "mod_jk lb: none");
    assert.equal(shown(`${lb}worker.lb.sticky_session=$(S)`)[0], "mod_jk lb: unknown");
    assert.equal(
      shown(`${lb}worker.lb.session_cookie=SID\nworker.lb.session_path=;sid`)[0],
      "mod_jk lb: route by SID|sid",
    );
  });

  test("a balancer's secret is that of its members without one, and ajp14 has a port of its own", () => {
    const text =
      "worker.list=lb\nworker.lb.type=lb\nworker.lb.secret=s\nworker.lb.balance_workers=a,b\nworker.a.host=h\nworker.b.host=i\nworker.b.secret=t\nworker.b.type=ajp14\n";
    assert.deepEqual(shown(text).slice(1), ["  ajp://h:8009 route a secret s", "  ajp://i:8011 route b secret t"]);
  });

  test("stickiness that is neither true nor false stays on", () => {
    const lb =
      "worker.list=lb\nworker.lb.type=lb\nworker.lb.balance_workers=a\nworker.a.host=h\nworker.lb.sticky_session=";
    const kept = "mod_jk lb: route by JSESSIONID|jsessionid";
    for (const value of ["1", "2", "on", "enabled", "00"]) assert.equal(shown(lb + value)[0], kept, value);
    for (const value of ["0", "off", "No", "false"]) assert.equal(shown(lb + value)[0], "mod_jk lb: none", value);
  });

  test("a balancer that is not in worker.list is not used here", () => {
    const lb = "worker.lb.type=lb\nworker.lb.balance_workers=a\nworker.a.host=h\n";
    assert.equal(shown(`worker.list=a\n${lb}`)[0], "mod_jk lb: unknown");
    assert.equal(shown(`worker.list=$(L)\n${lb}`)[0], "mod_jk lb: route by JSESSIONID|jsessionid");
  });

  test("in httpd's own file", () => {
    const text =
      "JkWorkerProperty worker.list=lb\nJkWorkerProperty worker.lb.type=lb\nJkWorkerProperty worker.lb.balance_workers=a\nJkWorkerProperty worker.a.host=h\n";
    assert.deepEqual(shown(text), ["mod_jk lb: route by JSESSIONID|jsessionid", "  ajp://h:8009 route a"]);
  });
});

describe("nginx", () => {
  test("upstreams and what makes them stick", () => {
    const upstream = (inside: string) => shown(`upstream a { server 10.0.0.1:8080; ${inside} }`)[0];
    assert.equal(upstream("keepalive 8;"), "nginx a: none");
    assert.equal(upstream("ip_hash;"), "nginx a: client");
    assert.equal(upstream("hash $remote_addr consistent;"), "nginx a: client");
    assert.equal(upstream("sticky cookie srv_id;"), "nginx a: own");
    assert.equal(upstream("hash $cookie_jsessionid;"), "nginx a: unknown");
    assert.equal(upstream("of_another_module;"), "nginx a: unknown");
    assert.equal(upstream("include servers.conf;"), "nginx a: unknown, open");
  });

  test("it keeps connections where each proxy_pass to an upstream lets it", () => {
    const KEEPING = 'proxy_http_version 1.1; proxy_set_header Connection "";';
    const file = (upstream: string, server: string) =>
      kept(`upstream a { server h:1; ${upstream} }\nserver { ${server} }\n`);
    const pass = (inside: string) => `location / { proxy_pass http://a; ${inside} }`;
    assert.equal(file("keepalive 8;", pass(KEEPING)), "60?");
    assert.equal(file("keepalive 8; keepalive_timeout 2m;", `${KEEPING} ${pass("")}`), "120");
    assert.equal(file("keepalive 8; keepalive_timeout 500ms;", pass(KEEPING)), "0.5");
    assert.equal(file("keepalive 8; keepalive_timeout 1h30m;", pass(KEEPING)), "-");
    assert.equal(file("", pass(KEEPING)), "-");
    assert.equal(file("keepalive 8;", pass("")), "-");
    // A block with a header of its own inherits none.
    assert.equal(file("keepalive 8;", `${KEEPING} ${pass("proxy_set_header Host $host;")}`), "-");
    assert.equal(file("keepalive 8;", pass(`${KEEPING} include more;`)), "-");
    assert.equal(file("keepalive 8;", `include ssl.conf; ${pass(KEEPING)}`), "60?");
    assert.equal(file("keepalive 8;", `include proxy.conf; ${KEEPING} ${pass("")}`), "-");
    assert.equal(file("keepalive 8;", `include /etc/nginx/mime.types; ${KEEPING} ${pass("")}`), "60?");
    assert.equal(file("keepalive 8;", `${pass(KEEPING)} location /a { proxy_pass http://a; }`), "-");
    const map = 'map $cookie_JSESSIONID $node { "~\\.node1$" a; }';
    assert.equal(
      kept(`${map}\nupstream a { server h:1; keepalive 8; }\nserver { ${pass(KEEPING).replace("//a", "//$node")} }`),
      "60?",
    );
  });

  test("a map over the end of the session id", () => {
    const text = `map $cookie_JSESSIONID $node {
  default both;
  ~\\.node1$ node1;
  "~\\.node2$" node2;
}
upstream both { server 10.0.0.11:8080; server 10.0.0.12:8080; }
upstream node1 { server 10.0.0.11:8080; server 10.0.0.12:8080 backup; }
upstream node2 { server 10.0.0.12:8080; server 10.0.0.11:8080 backup; }
`;
    assert.deepEqual(shown(text), [
      "nginx $cookie_JSESSIONID: route by JSESSIONID|?",
      "  ?://10.0.0.11:8080 route node1",
      "  ?://10.0.0.12:8080 route node2",
    ]);
  });

  test("the protocol is that of the directives that use an upstream; one of no web server is none", () => {
    const member = (use: string) => shown(`upstream a { server h:1; } server { location / { ${use} } }`)[1];
    assert.equal(member("proxy_pass http://a;"), "  http://h:1");
    assert.equal(member("proxy_pass https://a/b;"), "  https://h:1");
    assert.equal(member("proxy_pass http://a; proxy_pass https://a;"), "  ?://h:1");
    assert.equal(member("fastcgi_pass a;"), undefined);
    assert.deepEqual(shown("stream { upstream a { server h:1; } server { proxy_pass a; } }"), []);
  });

  test("a backend without an upstream, a socket and a variable", () => {
    const text = `server { location / { proxy_pass http://10.0.0.1:8080/app; } location /b { proxy_pass http://$b; } }
upstream s { server unix:/run/a.sock; server [::1]:8080 down; }
server { location / { proxy_pass http://s; } }`;
    assert.deepEqual(shown(text), [
      "nginx s: none",
      "  http://?:?",
      "  http://::1:8080 standby",
      "nginx http://10.0.0.1:8080/app: unknown",
      "  http://10.0.0.1:8080",
    ]);
  });
});

describe("haproxy", () => {
  test("backends, what defaults give them, and what makes them stick", () => {
    const backend = (inside: string, defaults = "mode http") =>
      shown(`defaults\n  ${defaults}\nbackend a\n  ${inside}\n  server s1 10.0.0.1:8080 check cookie s1\n`);
    assert.deepEqual(backend("balance roundrobin"), ["haproxy a: none", "  http://10.0.0.1:8080"]);
    assert.equal(backend("cookie S insert indirect")[0], "haproxy a: own");
    assert.equal(backend("balance roundrobin", "cookie JSESSIONID prefix")[0], "haproxy a: own");
    assert.equal(backend("balance source")[0], "haproxy a: client");
    assert.equal(backend("balance hdr(X)")[0], "haproxy a: unknown");
    assert.equal(backend("stick on src")[0], "haproxy a: own");
    assert.equal(backend("appsession JSESSIONID len 52 timeout 3h")[0], "haproxy a: unknown");
    assert.deepEqual(backend("mode tcp")[1], "  ?://10.0.0.1:8080");
  });

  test("addresses that are not known, servers that wait, and conditions", () => {
    const text = `listen a
  mode http
  server s1 "\${HOST}:8080" backup
  server s2 unix@/run/a.sock
  server s3 ipv4@10.0.0.3:8080 ssl disabled
`;
    assert.deepEqual(shown(text), [
      "haproxy a: none",
      "  http://?:? standby",
      "  http://?:?",
      "  https://10.0.0.3:8080 standby",
    ]);
    assert.equal(shown(`.if defined(X)\n${text}.endif\n`)[0], "haproxy a: unknown, open");
  });
});

describe("paths that are passed on", () => {
  const moved = (text: string) =>
    (readFrontFile("file", text)?.balancers ?? []).flatMap((balancer) =>
      balancer.moved.map(({ outside, inside, at }) => {
        const written = text.slice(at.start, at.end);
        return `${balancer.name}: ${outside || "/"} is ${inside || "/"} (${written})`;
      }),
    );

  test("in httpd, also in a Location, and from a variable", () => {
    const text = `Define APP webshop
<Proxy balancer://a>
BalancerMember http://h1:1
</Proxy>
ProxyPass /shop/ balancer://a/\${APP}/
<Location /admin>
ProxyPass http://h2:1/console
</Location>
ProxyPass /same http://h3:1/same
ProxyPass /else http://h4:1/\${ELSE}
ProxyPass !
`;
    assert.deepEqual(moved(text), [
      "a: /shop is /webshop (balancer://a/${APP}/)",
      "http://h2:1/console: /admin is /console (http://h2:1/console)",
      "http://h3:1/same: /same is /same (http://h3:1/same)",
    ]);
    assert.deepEqual(moved(`${text}ProxyPassReverseCookiePath /console /admin\n`), []);
    assert.deepEqual(moved(`${text}IncludeOptional sites/*.conf\n`), []);
  });

  test("in httpd, with the path of the members before it where they have one", () => {
    const pass = (...paths: readonly string[]) =>
      `<Proxy balancer://a>\n${paths.map((path) => `BalancerMember http://h:1${path}\n`).join("")}</Proxy>\nProxyPass /x balancer://a/y\n`;
    assert.deepEqual(moved(pass("/webshop", "/webshop/")), ["a: /x is /webshop/y (balancer://a/y)"]);
    assert.deepEqual(moved(pass("/webshop", "")), []);
    assert.deepEqual(moved(pass("/${app}")), []);
  });

  test("in nginx, in a location without a pattern and without a rewrite", () => {
    const at = (location: string, url: string, more = "") => `location ${location} { proxy_pass ${url}; ${more} }\n`;
    const text = `upstream a { server h1:1; }
server {
${at("/shop/", "http://a/webshop/")}${at("^~ /admin", "http://h2:1/console")}${at("/none", "http://a")}
${at("~ ^/x", "http://a/y")}${at("/var", "http://a$uri")}${at("/re", "http://a/b/", "rewrite ^ /c break;")}}
`;
    assert.deepEqual(moved(text), [
      "a: /shop is /webshop (http://a/webshop/)",
      "a: /none is /none (http://a)",
      "http://h2:1/console: /admin is /console (http://h2:1/console)",
    ]);
    assert.deepEqual(moved(`${text}proxy_cookie_path / /;`), []);
  });
});

describe("the end of TLS", () => {
  /** By balancer: the text of the place, and whether the nodes are told. */
  const ends = (text: string) =>
    (readFrontFile("file", text)?.balancers ?? []).map(({ name, tls }) =>
      tls ? `${name}: ${text.slice(tls.at.start, tls.at.end)}${tls.isTold ? ", told" : ""}` : `${name}: none`,
    );

  test("comes with the client's address, or with what a client sends for it", () => {
    const tells = (file: string, text: string) => readFrontFile(file, text)?.balancers[0]?.tls?.tellsAddress;
    assert.equal(
      tells("httpd.conf", "<VirtualHost *:443>\nSSLEngine on\nProxyPass / http://h1:1/\n</VirtualHost>\n"),
      true,
    );
    const nginx = (more: string) =>
      tells(
        "nginx.conf",
        `upstream a { server h1:1; }\nserver { listen 443 ssl; location / { proxy_pass http://a; ${more} } }`,
      );
    assert.equal(nginx(""), false);
    assert.equal(nginx("proxy_set_header X-Forwarded-For $remote_addr;"), true);
    assert.equal(nginx("proxy_set_header X-Forwarded-For $http_x_forwarded_for;"), false);
    assert.equal(nginx("include proxy_params;"), true);
    const haproxy = (more: string) =>
      tells("haproxy.cfg", `listen l\n mode http\n bind :443 ssl\n ${more}\n server s h1:1\n`);
    assert.equal(haproxy("balance roundrobin"), false);
    assert.equal(haproxy("option forwardfor"), true);
    assert.equal(haproxy("http-request del-header X-Forwarded-For"), true);
  });

  test("of httpd is a virtual host's that uses the balancer", () => {
    const host = (port: number, lines: string) => `<VirtualHost *:${port}>\n${lines}\n</VirtualHost>\n`;
    const members = "<Proxy balancer://a>\nBalancerMember http://h1:1\n</Proxy>\n";
    const pass = "ProxyPass / balancer://a/";
    assert.deepEqual(ends(members + host(80, pass)), ["a: none"]);
    assert.deepEqual(ends(members + host(80, pass) + host(443, `SSLEngine On\n${pass}`)), ["a: SSLEngine On"]);
    const told = `SSLEngine on\nRequestHeader set "X-Forwarded-Proto" expr=%{REQUEST_SCHEME}\n`;
    assert.deepEqual(ends(host(443, `${told}ProxyPass / http://h1:1/`)), ["http://h1:1/: SSLEngine on, told"]);
    assert.deepEqual(ends(members + host(443, `${told}RewriteRule ^/(.*) balancer://a/$1 [P]`)), [
      "a: SSLEngine on, told",
    ]);
    const edited = `${told}Header edit Set-Cookie "(?i)^((?:(?!;\\s?Secure).)+)$" "$1; Secure"\n${pass}`;
    assert.deepEqual(ends(members + host(443, edited)), ["a: none"]);
  });

  test("of nginx is a server's whose location passes to it", () => {
    const members = "upstream a { server h1:1; }\nupstream b { server h2:1; }\n";
    const server = (listen: string, more = "") =>
      `server { ${listen} location / { proxy_pass http://a; ${more} } location /b { proxy_pass http://h3:1/b; } }\n`;
    const other = "server { location / { proxy_pass http://b; } }\n";
    assert.deepEqual(ends(members + server("listen 443 ssl http2;") + other), [
      "a: listen 443 ssl http2",
      "b: none",
      "http://h3:1/b: listen 443 ssl http2",
    ]);
    assert.deepEqual(ends(members + server("ssl on;", "proxy_set_header X-Forwarded-Proto https;")).slice(0, 1), [
      "a: ssl on, told",
    ]);
    assert.deepEqual(ends(members + server("listen 443 ssl;", "proxy_cookie_path / '/; Secure';")).slice(0, 1), [
      "a: none",
    ]);
    assert.deepEqual(ends(members + server("listen 443 ssl;", "include snippets/tomcat.conf;")).slice(0, 1), [
      "a: none",
    ]);
    assert.deepEqual(ends(members + server("listen 443 ssl;", "include proxy_params;")).slice(0, 1), [
      "a: listen 443 ssl, told",
    ]);
  });

  test("of a map of nginx is that of the server that passes to its variable", () => {
    const map = 'map $cookie_JSESSIONID $node { "~\\.n1$" a; }\nupstream a { server h1:1; }\n';
    assert.deepEqual(ends(`${map}server { listen 443 ssl; location / { proxy_pass http://$node; } }`), [
      "$cookie_JSESSIONID: listen 443 ssl",
    ]);
  });

  test("of HAProxy is a bind's of the frontend that chooses the backend, or of the listen itself", () => {
    const backends = "backend a\n mode http\n server s h1:1\nbackend b\n server s h2:1\n";
    assert.deepEqual(ends(`frontend f\n bind :443 ssl crt c.pem\n use_backend a if { path / }\n${backends}`), [
      "a: bind :443 ssl crt c.pem",
      "b: none",
    ]);
    assert.deepEqual(
      ends("listen l\n mode http\n bind :443 ssl\n http-request add-header X-Forwarded-Proto https\n server s h1:1\n"),
      ["l: bind :443 ssl, told"],
    );
    const cookies = 'http-response replace-header Set-Cookie (.*) "\\1; Secure"';
    assert.deepEqual(ends(`frontend f\n bind :443 ssl\n ${cookies}\n default_backend a\n${backends}`), [
      "a: none",
      "b: none",
    ]);
  });
});

test("what is no load balancer's, or a template of one, is nothing", () => {
  for (const text of [
    "",
    "server.port=8080\n",
    "[server]\nname = x\n",
    "upstream a { server {{ host }}:8080; }",
    "worker.list={% for n in nodes %}{{ n }}{% endfor %}\n",
    "database:\n  server localhost\n",
  ]) {
    assert.deepEqual(shown(text), [], text);
  }
});

test("each value stands at its place, and what is set is read again", () => {
  const texts = [
    '<Proxy balancer://a>\n BalancerMember "ajp://h:1" "route=a b" secret=x\n BalancerMember ajp://i:1\n ProxySet stickysession=A|b\n</Proxy>\n',
    "worker.lb.type=lb\nworker.lb.balance_workers=a\nworker.a.host=h\n",
    "worker.lb.type=lb\nworker.lb.balance_workers=a\nworker.a.route=r\nworker.a.secret=s",
  ];
  for (const text of texts) {
    const file = readFrontFile("file", text);
    assert.ok(file, text);
    for (const { text: value, at } of placesOf(file)) {
      const written = text.slice(at.start, at.end);
      // A name that is a default has the place of what it comes from.
      if (value !== "JSESSIONID" && value !== "jsessionid") assert.equal(written, value);
    }
    file.balancers.forEach((balancer, index) => {
      balancer.members.forEach((member, place) => {
        for (const what of ["route", "secret"] as const) {
          const edit = member.set(what, "new-1");
          assert.ok(edit, text);
          const after = readFrontFile("file", applyEdits(text, [edit]));
          assert.equal(after?.balancers[index]?.members[place]?.[what]?.text, "new-1");
          assert.equal(member.set(what, 'a "b'), undefined);
        }
      });
    });
  }
});

test("no text, and no cut of one, makes a reader throw", () => {
  const parts = fc.constantFrom(
    "<Proxy balancer://a>",
    "</Proxy>",
    "BalancerMember ajp://h:8009 route=",
    "ProxyPass / balancer://a stickysession=",
    "worker.a.type=lb",
    "worker.a.balance_workers=a,b",
    "worker.a.reference=worker.a",
    "upstream a {",
    "server a:99999999;",
    "map $cookie_a $b {",
    "proxy_pass http://",
    "backend a",
    "server",
    "server a [::1]:80",
    "}",
    '"',
    "\\",
    "\n",
    " ",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), (list) => {
      const text = list.join("\n");
      for (const { at } of readFrontFile("file", text)?.balancers ?? []) assert.ok(at.end <= text.length);
    }),
  );
});
