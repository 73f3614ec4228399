import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definition } from "../../../server/src/features/definition.ts";
import { references } from "../../../server/src/features/references.ts";
import { prepareRename, rename } from "../../../server/src/features/rename.ts";
import { namesAt, placesOf, renamed } from "../../harness/names.ts";

type Files = Readonly<Record<string, string>>;

/** A Tomcat in which everything names something. */
const SERVER = `<Server port="8005">
  <GlobalNamingResources>
    <Resource name="UserDatabase" type="org.apache.catalina.UserDatabase"/>
    <Resource name="jdbc/shop" type="javax.sql.DataSource" url="\${db.url}"/>
  </GlobalNamingResources>
  <Service name="Catalina">
    <Executor name="pool"/>
    <Connector port="\${http.port:-8080}" executor="pool"/>
    <Engine name="Catalina" defaultHost="Localhost">
      <Realm className="org.apache.catalina.realm.LockOutRealm">
        <Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/>
      </Realm>
      <Host name="localhost" appBase="webapps">
        <Alias>www.example.com</Alias>
        <Context path="/shop">
          <Realm className="org.apache.catalina.realm.DataSourceRealm" dataSourceName="jdbc/users" localDataSource="true"/>
          <ResourceLink name="jdbc/users" global="jdbc/shop" type="javax.sql.DataSource"/>
          <Manager className="org.apache.catalina.session.PersistentManager">
            <Store className="org.apache.catalina.session.DataSourceStore" dataSourceName="jdbc/shop"/>
          </Manager>
        </Context>
      </Host>
    </Engine>
  </Service>
  <Service name="Other">
    <Executor name="pool"/>
  </Service>
</Server>
`;
const NODE: Files = {
  "t/conf/server.xml": SERVER,
  "t/conf/catalina.properties":
    "# ours\ndb.url=jdbc:h2:mem\nhttp.port : 8090\ncommon.loader=${shared.lib}/*.jar\nshared.lib=/opt/lib\n",
  "t/bin/setenv.sh": 'CATALINA_OPTS="-Dhttp.port=8091 -Xmx1g" # -Dnot.here=1\n#-Dhttp.port=1\n',
  "t/conf/logging.properties": "# ${http.port}\na.level=FINE\na.directory=${catalina.base}/logs/${http.port}\n",
  "t/conf/tomcat-users.xml": '<tomcat-users>\n  <user username="a" password="${db.url}"/>\n</tomcat-users>\n',
  "t/conf/context.xml": '<Context>\n  <Resource name="jdbc/log"/>\n  <!-- ${http.port} -->\n</Context>\n',
  "t/conf/Catalina/localhost/a.xml": '<Context>\n  <ResourceLink name="x" global="jdbc/shop"/>\n</Context>\n',
  "t/webapps/b/META-INF/context.xml":
    '<Context docBase="${http.port}">\n  <Manager className="org.apache.catalina.session.PersistentManager"><Store className="org.apache.catalina.session.JDBCStore" dataSourceName="jdbc/log"/></Manager>\n</Context>\n',
  "t/webapps/b/WEB-INF/web.xml":
    "<web-app>\n  <context-param><param-value>x ${http.port}</param-value></context-param>\n</web-app>\n",
};

/** The node with the cursor in a text that one of its files has once. */
function at(path: string, before: string, after: string, files: Files = NODE): Files {
  const text = files[path] ?? "";
  assert.equal(text.split(before + after).length, 2, `${before}${after} is there once`);
  return { ...files, [path]: text.replace(before + after, () => `${before}$0${after}`) };
}

const definitionOf = async (marked: Files) => {
  const named = await namesAt(marked);
  return placesOf(named, definition(named.references, named.path, named.offset));
};

const referencesOf = async (marked: Files, definitions = false) => {
  const named = await namesAt(marked);
  return placesOf(named, references(named.references, named.path, named.offset, definitions));
};

describe("definition of", () => {
  const cases: readonly [what: string, marked: Files, ...places: string[]][] = [
    [
      "a property",
      at("t/webapps/b/META-INF/context.xml", "${http", ".port"),
      "t/conf/catalina.properties:3 http.port",
      "t/bin/setenv.sh:1 http.port",
    ],
    [
      "a property with a default",
      at("t/conf/server.xml", "${http.p", "ort:-"),
      "t/conf/catalina.properties:3 http.port",
      "t/bin/setenv.sh:1 http.port",
    ],
    [
      "a property in a text",
      at("t/webapps/b/WEB-INF/web.xml", "http", ".port"),
      "t/conf/catalina.properties:3 http.port",
      "t/bin/setenv.sh:1 http.port",
    ],
    [
      "a property of a class loader",
      at("t/conf/catalina.properties", "${sha", "red.lib"),
      "t/conf/catalina.properties:5 shared.lib",
    ],
    ["an Executor of the same Service", at("t/conf/server.xml", 'executor="', "pool"), "t/conf/server.xml:7 pool"],
    ["a Host, in any case", at("t/conf/server.xml", "Local", "host"), "t/conf/server.xml:13 localhost"],
    ["a global resource", at("t/conf/server.xml", 'global="jdbc', "/shop"), "t/conf/server.xml:4 jdbc/shop"],
    [
      "one from a Context of its own file",
      at("t/conf/Catalina/localhost/a.xml", 'global="', "jdbc"),
      "t/conf/server.xml:4 jdbc/shop",
    ],
    ["a Realm's database", at("t/conf/server.xml", 'resourceName="', "User"), "t/conf/server.xml:3 UserDatabase"],
    [
      "a Realm's local data source",
      at("t/conf/server.xml", 'dataSourceName="', "jdbc/users"),
      "t/conf/server.xml:17 jdbc/users",
    ],
    [
      "a Store's data source",
      at("t/conf/server.xml", 'dataSourceName="', "jdbc/shop"),
      "t/conf/server.xml:4 jdbc/shop",
    ],
    [
      "one of the default context",
      at("t/webapps/b/META-INF/context.xml", 'dataSourceName="', "jdbc/log"),
      "t/conf/context.xml:2 jdbc/log",
    ],
    ["a definition: itself", at("t/conf/server.xml", '<Resource name="jdbc', "/shop"), "t/conf/server.xml:4 jdbc/shop"],
    ["something else: nothing", at("t/conf/server.xml", "800", "5")],
    ["a placeholder in a comment: nothing", at("t/conf/context.xml", "${http", ".port")],
  ];
  for (const [what, marked, ...places] of cases) {
    test(what, async () => assert.deepEqual(await definitionOf(marked), places));
  }

  test("an Alias, where that is the default Host", async () => {
    const files = { ...NODE, "t/conf/server.xml": SERVER.replace("Localhost", "WWW.example.com") };
    assert.deepEqual(await definitionOf(at("t/conf/server.xml", "WWW", ".example", files)), [
      "t/conf/server.xml:14 www.example.com",
    ]);
  });

  test("an Executor of another Service: nothing, Tomcat does not find it either", async () => {
    const files = { ...NODE, "t/conf/server.xml": SERVER.replace('<Executor name="pool"/>', "") };
    assert.deepEqual(await definitionOf(at("t/conf/server.xml", 'executor="', "pool", files)), []);
  });

  test("a name in another case: nothing, where Tomcat compares letter by letter", async () => {
    const files = { ...NODE, "t/conf/server.xml": SERVER.replace('executor="pool"', 'executor="Pool"') };
    assert.deepEqual(await definitionOf(at("t/conf/server.xml", 'executor="', "Pool", files)), []);
  });

  test("a name that comes from a property", async () => {
    const files = {
      ...NODE,
      "t/conf/server.xml": SERVER.replace('executor="pool"', 'executor="${which}"'),
      "t/conf/catalina.properties": "which=pool",
    };
    assert.deepEqual(await definitionOf(at("t/conf/server.xml", 'executor="', "${which}", files)), [
      "t/conf/server.xml:7 pool",
    ]);
    assert.deepEqual(await definitionOf(at("t/conf/server.xml", "${wh", "ich}", files)), [
      "t/conf/catalina.properties:1 which",
    ]);
  });
});

describe("references to", () => {
  test("a property, in all files of the node but comments", async () => {
    const uses = [
      "t/conf/logging.properties:3 http.port",
      "t/conf/server.xml:8 http.port",
      "t/webapps/b/META-INF/context.xml:1 http.port",
      "t/webapps/b/WEB-INF/web.xml:2 http.port",
    ];
    assert.deepEqual(await referencesOf(at("t/conf/catalina.properties", "http", ".port")), uses);
    assert.deepEqual(await referencesOf(at("t/bin/setenv.sh", "-Dhttp", ".port=8091"), true), [
      "t/conf/catalina.properties:3 http.port",
      "t/bin/setenv.sh:1 http.port",
      ...uses,
    ]);
  });

  test("a property, among the users", async () => {
    assert.deepEqual(await referencesOf(at("t/conf/catalina.properties", "db", ".url")), [
      "t/conf/server.xml:4 db.url",
      "t/conf/tomcat-users.xml:2 db.url",
    ]);
  });

  test("a resource, over files", async () => {
    assert.deepEqual(await referencesOf(at("t/conf/server.xml", '<Resource name="jdbc/', "shop")), [
      "t/conf/server.xml:17 jdbc/shop",
      "t/conf/server.xml:19 jdbc/shop",
      "t/conf/Catalina/localhost/a.xml:2 jdbc/shop",
    ]);
  });

  test("a name without references: nothing", async () => {
    assert.deepEqual(await referencesOf(at("t/conf/server.xml", "<Alias>www", ".example")), []);
  });
});

const renameOf = async (marked: Files, to: string) => {
  const named = await namesAt(marked);
  const { path, offset } = named;
  const plan = rename(named.references, path, offset, to);
  if (!plan) return [];
  return "refusal" in plan ? plan.refusal.en : renamed(named, plan);
};

const prepared = async (marked: Files) => {
  const { references: known, path, offset } = await namesAt(marked);
  const answer = prepareRename(known, path, offset);
  return answer && ("refusal" in answer ? answer.refusal.en : answer.text);
};

describe("rename of", () => {
  const cases: readonly [what: string, marked: Files, to: string, ...lines: string[]][] = [
    [
      "a property",
      at("t/conf/server.xml", "${http", ".port:-"),
      "web.port",
      "t/conf/catalina.properties:3 web.port : 8090",
      't/bin/setenv.sh:1 CATALINA_OPTS="-Dweb.port=8091 -Xmx1g" # -Dnot.here=1',
      "t/conf/logging.properties:3 a.directory=${catalina.base}/logs/${web.port}",
      't/conf/server.xml:8 <Connector port="${web.port:-8080}" executor="pool"/>',
      't/webapps/b/META-INF/context.xml:1 <Context docBase="${web.port}">',
      "t/webapps/b/WEB-INF/web.xml:2 <context-param><param-value>x ${web.port}</param-value></context-param>",
    ],
    [
      "an Executor",
      at("t/conf/server.xml", 'executor="po', "ol"),
      'a"b&c',
      't/conf/server.xml:7 <Executor name="a&quot;b&amp;c"/>',
      't/conf/server.xml:8 <Connector port="${http.port:-8080}" executor="a&quot;b&amp;c"/>',
    ],
    [
      "a Host",
      at("t/conf/server.xml", '<Host name="local', "host"),
      "shop",
      't/conf/server.xml:9 <Engine name="Catalina" defaultHost="shop">',
      't/conf/server.xml:13 <Host name="shop" appBase="webapps">',
    ],
  ];
  for (const [what, marked, to, ...lines] of cases) {
    test(what, async () => assert.deepEqual(await renameOf(marked, to), lines));
  }

  test("a resource that a Realm looks for by its default name", async () => {
    const files = { ...NODE, "t/conf/server.xml": SERVER.replace(' resourceName="UserDatabase"', "") };
    const marked = at("t/conf/server.xml", '<Resource name="User', "Database", files);
    assert.deepEqual(await referencesOf(marked), ["t/conf/server.xml:11 Realm"]);
    assert.deepEqual(await renameOf(marked, "users"), [
      't/conf/server.xml:3 <Resource name="users" type="org.apache.catalina.UserDatabase"/>',
      't/conf/server.xml:11 <Realm resourceName="users" className="org.apache.catalina.realm.UserDatabaseRealm"/>',
    ]);
  });

  test("says what it is called", async () => {
    assert.equal(await prepared(at("t/conf/server.xml", '<Host name="local', "host")), "localhost");
    assert.equal(await prepared(at("t/conf/server.xml", "800", "5")), undefined);
  });

  const refusals: readonly [what: string, marked: Files, to: string, refusal: RegExp][] = [
    [
      "a property that is not set",
      at("t/conf/server.xml", "${db", ".url}", { ...NODE, "t/conf/catalina.properties": "" }),
      "x",
      /No file of this Tomcat sets db\.url/,
    ],
    [
      "a property to one that is there",
      at("t/conf/server.xml", "${db", ".url}"),
      "http.port",
      /http\.port is there already, in t\/conf\/catalina\.properties/,
    ],
    ["a property to no name", at("t/conf/server.xml", "${db", ".url}"), "a b", /letters, digits/],
    [
      "a resource to one that is there",
      at("t/conf/server.xml", '<Resource name="jdbc/', "shop"),
      "UserDatabase",
      /there already/,
    ],
    ["an Executor to nothing", at("t/conf/server.xml", 'executor="po', "ol"), "", /without blanks/],
    [
      "an Executor that is not there",
      at("t/conf/server.xml", 'executor="po', "ol", {
        ...NODE,
        "t/conf/server.xml": SERVER.replace('<Executor name="pool"/>', ""),
      }),
      "x",
      /Nothing in these files is called pool/,
    ],
    [
      "a name that comes from a property",
      at("t/conf/server.xml", 'executor="', "${which}", {
        ...NODE,
        "t/conf/server.xml": SERVER.replace('executor="pool"', 'executor="${which}"'),
        "t/conf/catalina.properties": "which=pool",
      }),
      "x",
      /t\/conf\/server\.xml:8 .*placeholder/,
    ],
  ];
  for (const [what, marked, to, refusal] of refusals) {
    test(`${what}: refused`, async () => assert.match(String(await renameOf(marked, to)), refusal));
  }

  test("a resource of an application tells that the application looks for it", async () => {
    const marked = at("t/conf/server.xml", '<ResourceLink name="jdbc/', "users");
    const { references: known, path, offset } = await namesAt(marked);
    const plan = rename(known, path, offset, "jdbc/people");
    assert.ok(plan && "note" in plan);
    assert.match(String(plan.note?.en), /application looks it up/);
  });

  test("a Host tells of the folder that has its name", async () => {
    const { references: known, path, offset } = await namesAt(at("t/conf/server.xml", '<Host name="local', "host"));
    const plan = rename(known, path, offset, "shop");
    assert.ok(plan && "note" in plan);
    assert.match(String(plan.note?.en), /conf\/ENGINE\/HOST/);
  });
});

describe("names of what is not read whole", () => {
  const FILES: Files = { "conf/server.xml": '<Server><Service><Executor name="$0pool"/></Service></Server>' };

  test("are none where a file is too long", async () => {
    const long = { ...FILES, "conf/web.xml": `<web-app>${" ".repeat(1_000)}</web-app>` };
    assert.equal((await namesAt(long)).references.all.length, 1);
    assert.deepEqual((await namesAt(long, { longest: 1_000 })).references.all, []);
    const alone = { "server.xml": FILES["conf/server.xml"] ?? "" };
    assert.equal((await namesAt(alone)).references.all.length, 1);
    assert.deepEqual((await namesAt(alone, { longest: 10 })).references.all, []);
  });

  test("are none in a Tomcat of more applications than any has", async () => {
    const applications = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`webapps/a${index}/WEB-INF/web.xml`, "<web-app/>"]),
      );
    assert.equal((await namesAt({ ...FILES, ...applications(2_000) })).references.all.length, 1);
    assert.deepEqual((await namesAt({ ...FILES, ...applications(2_001) })).references.all, []);
  });
});
