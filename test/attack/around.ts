import { fill, type Hostile, INTERCEPTORS, member, PLAIN, server } from "./hostile.ts";

/** A file that tells how Tomcat is started, in a size that is read. */
const launch = (name: string, part: (index: number) => string, head = ""): Hostile => {
  return (size) => ({ "conf/server.xml": PLAIN, [name]: head + fill(size / 4, part) });
};

/** Files that stand around the one that is checked. */
export const AROUND: Readonly<Record<string, Hostile>> = {
  "comments in a neighbour's server.xml": (size) => ({
    "a/conf/server.xml": PLAIN,
    "b/conf/server.xml": server({ top: "<!--".repeat(size / 4) }),
  }),
  "Members in a neighbour's server.xml": (size) => ({
    "a/conf/server.xml": PLAIN,
    "b/conf/server.xml": server({
      channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, member)}</Interceptor>`,
    }),
  }),
  "Members on both sides": (size) => {
    const text = server({
      channel: `<Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="10.0.0.1" port="4000"/><Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size / 2, member)}</Interceptor>`,
    });
    return { "a/conf/server.xml": text, "b/conf/server.xml": text.replace("10.0.0.1", "10.0.0.2") };
  },
  "Clusters on both sides": (size) => {
    const text = server({}).replace(
      "</Engine>",
      `${fill(size / 2, (index) => `<Host name="h${index}"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel><Membership className="org.apache.catalina.tribes.membership.McastService" address="228.0.0.5"/></Channel></Cluster></Host>\n`)}</Engine>`,
    );
    return { "a/conf/server.xml": text, "b/conf/server.xml": text };
  },
  "blank lines in setenv.sh": (size) => ({ "conf/server.xml": PLAIN, "bin/setenv.sh": `${"\n".repeat(size)}x` }),
  "blanks in setenv.sh": (size) => ({ "conf/server.xml": PLAIN, "bin/setenv.sh": `${" ".repeat(size)}x` }),
  "options in setenv.sh": (size) => ({
    "conf/server.xml": PLAIN,
    "bin/setenv.sh": fill(size, (index) => `-Da${index}=b `),
  }),
  "quotes in setenv.sh": (size) => ({ "conf/server.xml": PLAIN, "bin/setenv.sh": fill(size, () => ` -Da="`) }),
  "placeholders in catalina.properties": (size) => ({
    "conf/server.xml": PLAIN,
    "conf/catalina.properties": fill(size, (index) => `a${index}=\${a${index + 1}}\${a${index + 1}}\n`),
  }),
  "one long property in many attributes": (size) => ({
    "conf/server.xml": server({ top: fill(size / 2, () => '<Listener className="${a}"/>\n') }),
    "conf/catalina.properties": `a=${"x".repeat(size / 2)}\n`,
  }),
  "one long property in many Members": (size) => ({
    "conf/server.xml": server({
      channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size / 2, () => '<Member className="org.apache.catalina.tribes.membership.StaticMember" host="${a}" port="${a}" uniqueId="${a}"/>\n')}</Interceptor>`,
    }),
    "conf/catalina.properties": `a=${"x".repeat(size / 2)}\n`,
  }),
  "${ in catalina.properties": (size) => ({
    "conf/server.xml": PLAIN,
    "conf/catalina.properties": `a=${"${".repeat(size / 2)}`,
  }),
  "continued lines in catalina.properties": (size) => ({
    "conf/server.xml": PLAIN,
    "conf/catalina.properties": `a=${"\\\n".repeat(size / 2)}`,
  }),
  "blank lines in catalina.properties": (size) => ({
    "conf/server.xml": PLAIN,
    "conf/catalina.properties": "\n".repeat(size),
  }),
  "${ in a neighbour with properties": (size) => ({
    "conf/server.xml": server({ attributes: `clusterName="${"${a".repeat(size / 3)}"` }),
    "conf/catalina.properties": "a=b",
  }),
  "a Dockerfile of variables": launch("Dockerfile", (index) => `ENV a${index}=b\n`, "FROM tomcat:9.0\n"),
  "a Dockerfile of one ENV": launch("Dockerfile", (index) => `a${index}=b `, "FROM tomcat:9.0\nENV "),
  "a Dockerfile of stages": launch("Dockerfile", (index) => `FROM a${index} AS a${index + 1}\n`),
  "a Dockerfile of arguments": (size) => ({
    "conf/server.xml": PLAIN,
    Dockerfile: fill(size / 8, (index) => `ARG a${index}=b\n`) + fill(size / 8, () => "FROM $a\n"),
  }),
  "a Dockerfile of copies": launch("Dockerfile", (index) => `COPY a${index} b\n`, "FROM tomcat:9.0\n"),
  "a Dockerfile of continued lines": launch("Dockerfile", () => "\\\n", "ENV "),
  "a compose file of services": launch("compose.yaml", (index) => ` a${index}: {environment: {A: b}}\n`, "services:\n"),
  "a compose file of merged maps": launch(
    "compose.yaml",
    (index) => ` a${index}: {<<: *a}\n`,
    "services:\n a: &a {b: 1}\n",
  ),
  "a compose file of maps that merge one another": launch(
    "compose.yaml",
    (index) => ` a${index + 1}: &a${index + 1} {<<: *a${index}, c${index}: 1}\n`,
    "services:\n a0: &a0 {environment: {b: 1}}\n",
  ),
  "a compose file of lists in lists": launch("compose.yaml", () => "- "),
  "a compose file of brackets": launch("compose.yaml", () => "["),
  "a compose file of wrong marks": launch("compose.yaml", () => "} "),
  "a unit of variables": launch("tomcat.service", (index) => `Environment=A${index}=b\n`),
  "a unit of one line": launch("tomcat.service", (index) => `A${index}=b `, "Environment="),
  "a unit of quotes": launch("tomcat.service", () => '"A=', "# tomcat\nEnvironment="),
  applications: (size) => ({
    "conf/server.xml": PLAIN,
    ...Object.fromEntries(
      Array.from({ length: Math.floor(size / 100) }, (_, index) => [
        `webapps/a${index}/WEB-INF/web.xml`,
        "<web-app><distributable/></web-app>",
      ]),
    ),
  }),
  nodes: (size) =>
    Object.fromEntries(
      Array.from({ length: Math.floor(size / 1000) }, (_, index) => [`n${index}/conf/server.xml`, PLAIN]),
    ),
};
