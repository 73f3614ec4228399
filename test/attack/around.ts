import { fill, type Hostile, INTERCEPTORS, member, PLAIN, server } from "./hostile.ts";

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
