/** A workspace made to cost much: texts by path. `server.xml` or `conf/server.xml` in it is what a user checks. */
export type Hostile = (size: number) => Readonly<Record<string, string>>;

/** As many of `part` as come to about `size` characters. */
export function fill(size: number, part: (index: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const next = part(index);
    parts.push(next);
    length += next.length;
  }
  return parts.join("");
}

/** A server.xml with a Cluster, and texts at the places an attacker may choose. */
export function server(
  at: Partial<Record<"top" | "cluster" | "attributes" | "channel" | "membership" | "host", string>>,
) {
  return `<Server port="8005" shutdown="SHUTDOWN">
  ${at.top ?? ""}
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="a">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" ${at.attributes ?? ""}>
        ${at.cluster ?? ""}
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          ${at.membership ?? ""}
          ${at.channel ?? ""}
        </Channel>
      </Cluster>
      <Host name="localhost" appBase="webapps">${at.host ?? ""}</Host>
    </Engine>
  </Service>
</Server>
`;
}

const alone = (text: string) => ({ "server.xml": text });
export const PLAIN = server({});

export const INTERCEPTORS = "org.apache.catalina.tribes.group.interceptors";
export const member = (index: number) =>
  `<Member className="org.apache.catalina.tribes.membership.StaticMember" port="4000" host="10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}" uniqueId="{${index >> 8},${index & 255},0,0,0,0,0,0,0,0,0,0,0,0,0,1}"/>\n`;

/** Every kind of text that once cost more than its length, by name. */
export const HOSTILE: Readonly<Record<string, Hostile>> = {
  "a line of <": (size) => alone(`<Server>${"<".repeat(size)}`),
  "a line of <x": (size) => alone(`<Server><Service>${"<x".repeat(size / 2)}`),
  "a line of &": (size) => alone(server({ top: "&".repeat(size) })),
  "unknown entities": (size) => alone(server({ top: "&a;".repeat(size / 3) })),
  "control characters": (size) => alone(server({ top: "\u0001".repeat(size) })),
  "quotes in a tag": (size) => alone(`<Server ${'"'.repeat(size)}`),
  'a tag of a=" without an end': (size) => alone(`<Server ${'a="'.repeat(size / 3)}`),
  "a tag of a=' and \" in turn": (size) => alone(`<Server ${"a=' b=\"".repeat(size / 7)}`),
  "blanks in a tag": (size) => alone(`<Server ${" ".repeat(size)}`),
  "blanks in a value without an end": (size) => alone(`<Server port="${" a".repeat(size / 2)}`),
  "tags without >": (size) => alone(`<Server ${"<Listener ".repeat(size / 10)}`),
  "tags within tags without >": (size) => alone(server({ top: '<a b="1"\n'.repeat(size / 9) })),
  "end tags without a start tag": (size) => alone(server({ top: "</a>".repeat(size / 4) })),
  "end tags of one unclosed depth": (size) => alone(`<Server>${"<a>".repeat(size / 6)}${"</b>".repeat(size / 6)}`),
  "comment starts": (size) => alone(server({ top: "<!--".repeat(size / 4) })),
  comments: (size) => alone(server({ top: "<!-- a -->".repeat(size / 10) })),
  "comments of --": (size) => alone(server({ top: `<!--${"--".repeat(size / 2)}-->` })),
  "comments closed wrong": (size) => alone(server({ top: "<!-- a --!>".repeat(size / 11) })),
  "comments in a tag": (size) => alone(`<Server ${"<!---->".repeat(size / 7)}>`),
  "comment starts in a tag": (size) => alone(`<Server ${"<!-- ".repeat(size / 5)}>`),
  "tags with template starts": (size) => alone(`<Server>${"<a {{ ".repeat(size / 6)}`),
  "templates over ends of comments": (size) =>
    alone(`<Server>${"{{ --> ".repeat(size / 14)}${"<a>}}</a>".repeat(size / 18)}</Server>`),
  templates: (size) => alone(server({ top: '<a b="{{ c }}"/>{% if d %}<%= e %>'.repeat(size / 34) })),
  passwords: (size) => alone(server({ top: fill(size, () => '<a password="secret"/>') })),
  "passwords in one URL": (size) => alone(server({ top: `<a url="${"?password=secret".repeat(size / 16)}" <b` })),
  "a comment of blanks": (size) => alone(`<Server><!--${" ".repeat(size)}--><Service/></Server>`),
  "blanks in a value before a line break": (size) => alone(`<Server port="${" ".repeat(size)}\n b="1">`),
  "template starts in a tag": (size) => alone(`<Server ${"{{ ".repeat(size / 3)}>`),
  "placeholder starts in a tag": (size) => alone(`<Server ${"${ a".repeat(size / 4)}>`),
  "<% starts": (size) => alone(server({ top: "<% ".repeat(size / 3) })),
  "<! starts": (size) => alone(server({ top: "<!a ".repeat(size / 4) })),
  "CDATA starts": (size) => alone(server({ top: "<![CDATA[".repeat(size / 9) })),
  "CDATA sections": (size) => alone(server({ top: "<![CDATA[a]]>".repeat(size / 13) })),
  "CDATA ends": (size) => alone(server({ top: "]]>".repeat(size / 3) })),
  "CDATA sections behind the root": (size) => alone(PLAIN + "<![CDATA[a]]>".repeat(size / 13)),
  "instruction starts": (size) => alone(server({ top: "<?a ".repeat(size / 4) })),
  "an instruction of blanks": (size) => alone(`<?xml version${" ".repeat(size)}?>${PLAIN}`),
  "a declaration of blanks": (size) => alone(`<?xml version="1.0"${" ".repeat(size)}a?>${PLAIN}`),
  "DOCTYPE starts": (size) => alone("<!DOCTYPE a [".repeat(size / 13) + PLAIN),
  "DOCTYPE quotes": (size) => alone(`<!DOCTYPE a [${"\"a' ".repeat(size / 4)}${PLAIN}`),
  "entity declarations": (size) =>
    alone(
      `<!DOCTYPE Server [${fill(size, (index) => `<!ENTITY a${index} "&a${index + 1};&a${index + 1};">\n`)}]>${PLAIN}`,
    ),
  "many roots": (size) => alone(PLAIN + "<a/>".repeat(size / 4)),
  "text behind the root": (size) => alone(PLAIN + "a<b/>".repeat(size / 5)),
  "blank lines": (size) => alone(server({ top: "\n".repeat(size) })),
  "carriage returns": (size) => alone(server({ top: "\r".repeat(size) })),
  "one long line": (size) => alone(server({ top: fill(size, () => "<Listener className='x'/>") }).replaceAll("\n", "")),
  "one long line of unknown elements": (size) => alone(server({ top: fill(size, () => "<a/>") }).replaceAll("\n", "")),
  "one long name": (size) => alone(server({ top: `<${"a".repeat(size)}/>` })),
  "one long attribute name": (size) => alone(server({ attributes: `${"a".repeat(size)}="1"` })),
  "one long class name": (size) => alone(server({ cluster: `<Valve className="${"org.".repeat(size / 4)}A"/>` })),
  "one long value": (size) => alone(server({ attributes: `channelSendOptions="${"1".repeat(size)}"` })),
  "one long option list": (size) => alone(server({ attributes: `channelSendOptions="${"a,".repeat(size / 2)}"` })),
  "a value of ${": (size) => alone(server({ attributes: `clusterName="${"${".repeat(size / 2)}"` })),
  "a value of ${a": (size) =>
    alone(server({ attributes: `clusterName="${"${a:-".repeat(size / 5)}${"}".repeat(10)}"` })),
  "a value of placeholders": (size) => alone(server({ attributes: `clusterName="${"${a}".repeat(size / 4)}"` })),
  "a value of @": (size) => alone(server({ attributes: `clusterName="${"@a".repeat(size / 2)}"` })),
  "a value of __A": (size) => alone(server({ attributes: `clusterName="${"__A".repeat(size / 3)}"` })),
  "a value of A_": (size) => alone(server({ attributes: `clusterName="${"A_".repeat(size / 2)}a"` })),
  "a value of &amp;": (size) => alone(server({ attributes: `clusterName="${"&amp;".repeat(size / 5)}"` })),
  "a value of blanks": (size) => alone(server({ attributes: `channelSendOptions="${" ".repeat(size)}x"` })),
  "a filter of (": (size) =>
    alone(
      server({
        cluster: `<Valve className="org.apache.catalina.ha.tcp.ReplicationValve" filter="${"(a*".repeat(size / 3)}"/>`,
      }),
    ),
  "a filter of |": (size) =>
    alone(
      server({
        cluster: `<Valve className="org.apache.catalina.ha.tcp.ReplicationValve" filter="${".*\\.gif|".repeat(size / 8)}"/>`,
      }),
    ),
  "an address of dots": (size) =>
    alone(
      server({
        membership: `<Membership className="org.apache.catalina.tribes.membership.McastService" address="${"1.".repeat(size / 2)}"/>`,
      }),
    ),
  "an address of colons": (size) =>
    alone(
      server({
        channel: `<Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="${"1:".repeat(size / 2)}"/>`,
      }),
    ),
  "Members whose ids are none": (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, (index) => member(index).replace(/uniqueId=".*?"/, 'uniqueId="{1}"'))}</Interceptor>`,
      }),
    ),
  "Members of one id": (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, (index) => member(index).replace(/uniqueId=".*?"/, 'uniqueId="{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1}"'))}</Interceptor>`,
      }),
    ),
  "Receivers of Hosts without a port": (size) =>
    alone(
      server({}).replace(
        "</Engine>",
        `${fill(size, (index) => `<Host name="h${index}"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" port="0"/></Channel></Cluster></Host>\n`)}</Engine>`,
      ),
    ),
  "a long uniqueId": (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor"><Member className="org.apache.catalina.tribes.membership.StaticMember" port="1" host="a" uniqueId="{${"1,".repeat(size / 2)}}"/></Interceptor>`,
      }),
    ),
  "a long secret": (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.EncryptInterceptor" encryptionKey="${"0".repeat(size)}"/>`,
      }),
    ),
  "unknown attributes": (size) => alone(server({ attributes: fill(size, (index) => `a${index}="1" `) })),
  "unknown attributes, each on its line": (size) =>
    alone(server({ attributes: fill(size, (index) => `a${index}="1"\n`) })),
  "one attribute many times": (size) =>
    alone(server({ attributes: fill(size, () => `heartbeatBackgroundEnabled="1" `) })),
  "attributes without blanks": (size) => alone(server({ attributes: fill(size, (index) => `a${index}="1"`) })),
  "attributes without values": (size) => alone(server({ attributes: fill(size, (index) => `a${index} `) })),
  Members: (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, member)}</Interceptor>`,
      }),
    ),
  "equal Members": (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, () => member(1))}</Interceptor>`,
      }),
    ),
  "Members with names": (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, (index) => `<Member className="org.apache.catalina.tribes.membership.StaticMember" port="4000" host="h${index}"/>\n`)}</Interceptor>`,
      }),
    ),
  "Members with placeholders": (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, () => `<Member className="org.apache.catalina.tribes.membership.StaticMember" port="\${p}" host="\${h:-10.0.0.1}" uniqueId="1"/>\n`)}</Interceptor>`,
      }),
    ),
  LocalMembers: (size) =>
    alone(
      server({
        channel: `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, (index) => `<LocalMember className="org.apache.catalina.tribes.membership.StaticMember" domain="d${index}"/>\n`)}</Interceptor>`,
      }),
    ),
  Interceptors: (size) =>
    alone(server({ channel: fill(size, () => `<Interceptor className="${INTERCEPTORS}.TcpFailureDetector"/>\n`) })),
  dispatchers: (size) =>
    alone(
      server({ channel: fill(size, () => `<Interceptor className="${INTERCEPTORS}.MessageDispatchInterceptor"/>\n`) }),
    ),
  coordinators: (size) =>
    alone(server({ channel: fill(size, () => `<Interceptor className="${INTERCEPTORS}.NonBlockingCoordinator"/>\n`) })),
  Encryptors: (size) =>
    alone(
      server({
        channel: fill(size, () => `<Interceptor className="${INTERCEPTORS}.EncryptInterceptor" encryptionKey="00"/>\n`),
      }),
    ),
  "static memberships": (size) =>
    alone(
      server({
        channel: fill(
          size,
          (index) =>
            `<Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${member(index)}</Interceptor>`,
        ),
      }),
    ),
  Receivers: (size) =>
    alone(
      server({
        channel: fill(
          size,
          () => `<Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="1.2.3.4"/>\n`,
        ),
      }),
    ),
  Senders: (size) =>
    alone(
      server({
        channel: fill(
          size,
          () =>
            `<Sender className="org.apache.catalina.tribes.transport.ReplicationTransmitter"><Transport className="org.apache.catalina.tribes.transport.nio.PooledParallelSender"/></Sender>\n`,
        ),
      }),
    ),
  Channels: (size) =>
    alone(
      server({ cluster: fill(size, () => `<Channel className="org.apache.catalina.tribes.group.GroupChannel"/>\n`) }),
    ),
  Managers: (size) =>
    alone(
      server({ cluster: fill(size, () => `<Manager className="org.apache.catalina.ha.session.DeltaManager"/>\n`) }),
    ),
  "Cluster Valves": (size) =>
    alone(
      server({
        cluster: fill(size, () => `<Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>\n`),
      }),
    ),
  "Cluster listeners": (size) =>
    alone(
      server({
        cluster: fill(
          size,
          () => `<ClusterListener className="org.apache.catalina.ha.session.ClusterSessionListener"/>\n`,
        ),
      }),
    ),
  Deployers: (size) =>
    alone(
      server({ cluster: fill(size, () => `<Deployer className="org.apache.catalina.ha.deploy.FarmWarDeployer"/>\n`) }),
    ),
  "Clusters in Hosts": (size) =>
    alone(
      server({}).replace(
        "</Engine>",
        `${fill(size, (index) => `<Host name="h${index}"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/></Host>\n`)}</Engine>`,
      ),
    ),
  "Clusters in one Host": (size) =>
    alone(server({ host: fill(size, () => `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>\n`) })),
  "Services with Clusters": (size) =>
    alone(
      server({}).replace(
        "</Server>",
        `${fill(size, (index) => `<Service name="s${index}"><Engine name="e${index}" defaultHost="l"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/><Host name="l"/></Engine></Service>\n`)}</Server>`,
      ),
    ),
  Hosts: (size) =>
    alone(server({}).replace("</Engine>", `${fill(size, (index) => `<Host name="h${index}"/>\n`)}</Engine>`)),
  "Hosts of one name": (size) =>
    alone(server({}).replace("</Engine>", `${fill(size, () => `<Host name="h"/>\n`)}</Engine>`)),
  Contexts: (size) =>
    alone(
      server({ host: fill(size, (index) => `<Context path="/a${index}" docBase="a${index}"><Manager/></Context>\n`) }),
    ),
  "Contexts of one path": (size) => alone(server({ host: fill(size, () => `<Context path="/a" docBase="a"/>\n`) })),
  Aliases: (size) => alone(server({ host: fill(size, (index) => `<Alias>a${index}</Alias>\n`) })),
  Valves: (size) =>
    alone(server({ host: fill(size, () => `<Valve className="org.apache.catalina.authenticator.SingleSignOn"/>\n`) })),
  Connectors: (size) =>
    alone(PLAIN.replace("<Engine", `${fill(size, (index) => `<Connector port="${index % 60000}"/>\n`)}<Engine`)),
  "Connectors of one port": (size) =>
    alone(PLAIN.replace("<Engine", `${fill(size, () => `<Connector port="8081"/>\n`)}<Engine`)),
  "Connectors with Executors": (size) =>
    alone(
      PLAIN.replace(
        "<Connector",
        `${fill(size / 2, (index) => `<Executor name="e${index}"/>\n`)}${fill(size / 2, (index) => `<Connector port="${index % 60000}" executor="none"/>\n`)}<Connector`,
      ),
    ),
  "Connectors and Listeners": (size) =>
    alone(
      server({
        top: fill(size / 2, () => `<Listener className="org.apache.catalina.core.AprLifecycleListener"/>\n`),
      }).replace("<Engine", `${fill(size / 2, (index) => `<Connector port="${index % 60000}"/>\n`)}<Engine`),
    ),
  "a Connector of attributes": (size) =>
    alone(PLAIN.replace("<Engine", `<Connector protocol="a.B" ${fill(size, (index) => `a${index}="1" `)}/><Engine`)),
  "a DOCTYPE of defaults": (size) =>
    alone(
      `<!DOCTYPE Server [<!ATTLIST Server ${fill(10_000, (index) => `b${index} CDATA "1"\n`)}>]>${PLAIN.replace("<Server", `<Server ${fill(size, (index) => `a${index}="1" `)}`)}`,
    ),
  Executors: (size) =>
    alone(PLAIN.replace("<Connector", `${fill(size, (index) => `<Executor name="e${index}"/>\n`)}<Connector`)),
  SSLHostConfigs: (size) =>
    alone(
      PLAIN.replace(
        "<Engine",
        `<Connector port="1" SSLEnabled="true">${fill(size, (index) => `<SSLHostConfig hostName="h${index}"/>\n`)}</Connector><Engine`,
      ),
    ),
  Listeners: (size) =>
    alone(server({ top: fill(size, () => `<Listener className="org.apache.catalina.core.AprLifecycleListener"/>\n`) })),
  Resources: (size) =>
    alone(
      server({
        top: `<GlobalNamingResources>${fill(size, (index) => `<Resource name="r${index}" type="a" auth="Container"/>\n`)}</GlobalNamingResources>`,
      }),
    ),
  "Resources of one name": (size) =>
    alone(
      server({
        top: `<GlobalNamingResources>${fill(size, () => `<Resource name="r" type="a"/>\n`)}</GlobalNamingResources>`,
      }),
    ),
  "unknown elements": (size) => alone(server({ top: fill(size, (index) => `<a${index}/>\n`) })),
  "misplaced elements": (size) =>
    alone(server({ top: fill(size, () => `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>\n`) })),
  "unknown classes": (size) =>
    alone(server({ host: fill(size, (index) => `<Valve className="org.apache.catalina.valves.Nosuch${index}"/>\n`) })),
  "depth of nothing": (size) =>
    alone(`<Server><Service>${"<a>".repeat(size / 7)}${"</a>".repeat(size / 7)}</Service></Server>`),
  "depth never closed": (size) => alone(`<Server><Service>${"<a>".repeat(size / 3)}`),
  "depth of tags without >": (size) => alone(`<Server><Service>${"<a ".repeat(size / 3)}`),
  "depth that Tomcat reads": (size) =>
    alone(
      PLAIN.replace(
        "<Host ",
        `${"<Realm className='org.apache.catalina.realm.CombinedRealm'>".repeat(size / 66)}${"</Realm>".repeat(size / 66)}<Host `,
      ),
    ),
  "depth of Stores": (size) =>
    alone(
      server({
        host: `<Context>${"<Manager className='org.apache.catalina.session.PersistentManager'>".repeat(size / 75)}${"</Manager>".repeat(size / 75)}</Context>`,
      }),
    ),
  "depth of CredentialHandlers": (size) =>
    alone(
      PLAIN.replace(
        "<Host ",
        `<Realm className='org.apache.catalina.realm.CombinedRealm'>${"<CredentialHandler className='org.apache.catalina.realm.NestedCredentialHandler'>".repeat(size / 103)}${"</CredentialHandler>".repeat(size / 103)}</Realm><Host `,
      ),
    ),
  "silencing comments": (size) =>
    alone(server({ top: fill(size, () => "<!-- tomcat-cluster-disable-next-line -->\n<a/>\n") })),
  "silencing comments without an element": (size) =>
    alone(server({ top: fill(size, () => "<!-- tomcat-cluster-disable-next-line -->\n") })),
  "silencing ranges": (size) =>
    alone(server({ top: fill(size, () => "<!-- tomcat-cluster-disable element-ignored -->\n<a/>\n") })),
  "silencing ranges that are closed": (size) =>
    alone(server({ top: fill(size, (index) => `<!-- tomcat-cluster-${index % 2 ? "en" : "dis"}able -->\n<a/>\n`) })),
  "silencing ranges of other names": (size) =>
    alone(
      server({
        top: `${fill(size / 2, (index) => `<!-- tomcat-cluster-disable a${index} -->\n`)}${fill(size / 2, () => "<!-- tomcat-cluster-enable b -->\n")}`,
      }),
    ),
  "a silencing comment of names": (size) =>
    alone(server({ top: `<!-- tomcat-cluster-disable ${"a, ".repeat(size / 3)}b--->\n<a/>` })),
  "a silencing comment of blanks": (size) =>
    alone(server({ top: `<!--${" ".repeat(size)}x tomcat-cluster-disable a${" ".repeat(size)}! -->\n<a/>` })),
  "comments that are open in a file of templates": (size) => alone(server({ top: "<!-- {{ a ".repeat(size / 10) })),
  "template starts": (size) => alone(server({ top: "{{ {% @a ".repeat(size / 9) })),
  "a web.xml of servlets": (size) => ({
    "WEB-INF/web.xml": `<web-app>${fill(size, (index) => `<servlet><servlet-name>s${index}</servlet-name></servlet>\n`)}</web-app>`,
  }),
  "a web.xml of distributables": (size) => ({
    "WEB-INF/web.xml": `<web-app>${fill(size, () => `<distributable/>\n`)}</web-app>`,
  }),
  "a web.xml of prefixes": (size) => ({
    "WEB-INF/web.xml": `<a:web-app>${fill(size, () => `<b:distributable/>\n`)}</a:web-app>`,
  }),
  "a context.xml of Managers": (size) => ({
    "context.xml": `<Context>${fill(size, () => `<Manager className="org.apache.catalina.ha.session.DeltaManager"/>\n`)}</Context>`,
  }),
  "a cluster.xml of Members": (size) => ({
    "cluster.xml": `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Interceptor className="${INTERCEPTORS}.StaticMembershipInterceptor">${fill(size, member)}</Interceptor></Channel></Cluster>`,
  }),
};
