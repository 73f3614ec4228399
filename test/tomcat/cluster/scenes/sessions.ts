import { TEST_PAGE } from "../../../../server/src/create/test-page.ts";
import { Browser } from "../tomcat.ts";
import { BACKUP, HA, type Scene } from "./scene.ts";

const unserializable = TEST_PAGE.replace(
  'session.setAttribute("entries", entries);',
  'session.setAttribute("entries", entries); session.setAttribute("list", new ArrayList<Object>(List.of(new Object())));',
);
const classNamed = (name: string, version: number) =>
  `package shop; public class ${name} implements java.io.Serializable { private static final long serialVersionUID = ${version}; }`;
/** Puts an object of the class that was asked for into the session. */
const shopping = TEST_PAGE.replace(
  'session.setAttribute("entries", entries);',
  'session.setAttribute("entries", entries); session.setAttribute(added, Class.forName("shop." + added).getConstructor().newInstance());',
);

const keeping = 'session.setAttribute("entries", entries);';
/** Fills Java's memory, and lets go of it where that fails. */
const filling = TEST_PAGE.replace(
  keeping,
  `List<byte[]> all = new ArrayList<>(); while (entries.size() > 0) all.add(new byte[16_000_000]); ${keeping}`,
);
/** Each second, sessions are put into a Store whose file system is full at once. */
const STORED = `<Context backgroundProcessorDelay="1">
  <Manager className="org.apache.catalina.session.PersistentManager" maxIdleBackup="0" processExpiresFrequency="1">
    <Store className="org.apache.catalina.session.FileStore" directory="\${catalina.base}/store"/>
  </Manager>
</Context>`;

/** Sessions that are not replicated, or not whole. */
export const SESSIONS: readonly Scene[] = [
  {
    name: "an attribute that Tomcat cannot serialize",
    faults: ["not-serializable"],
    node: () => ({ page: unserializable }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "an attribute that Tomcat refuses at once",
    faults: ["attribute-refused"],
    node: () => ({
      page: TEST_PAGE.replace('session.setAttribute("entries", entries);', 'session.setAttribute("o", new Object());'),
    }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "one node without <distributable/>",
    faults: ["manager-unknown"],
    besides: ["state-no-context"],
    node: (index) => (index === 0 ? {} : { webXml: "<web-app/>" }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "a filter for deserialization that refuses the application's class",
    faults: ["deserialization-refused"],
    besides: ["session-message-failed"],
    node: (index) => (index === 0 ? {} : { options: ["-Djdk.serialFilter=!java.util.ArrayList"] }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "classes that are missing on the other node, or of another release there",
    faults: [
      ["class-missing", /shop\.Cart/],
      ["class-differs", /shop\.Basket/],
      ["clocks-differ", /clock of node1 is/],
    ],
    ahead: -90,
    node: (index) => ({
      page: shopping,
      classes: new Map([
        ["Basket", classNamed("Basket", index)],
        ...(index === 0 ? [["Cart", classNamed("Cart", 1)] as const] : []),
      ]),
    }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "Cart");
      await visit(0, "Basket");
    },
  },
  {
    name: "DeltaManager on one node and BackupManager on the other",
    faults: ["managers-differ"],
    besides: ["state-timeout"],
    node: (index) => (index === 1 ? {} : { manager: BACKUP }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "sessions that take longer than stateTransferTimeout",
    faults: ["state-timeout"],
    node: (index) => ({
      manager: `<Manager className="${HA}.session.DeltaManager" stateTransferTimeout="${index === 0 ? 60 : 2}" sendAllSessions="false" sendAllSessionsSize="1" sendAllSessionsWaitTime="3000"/>`,
    }),
    async between({ places: [place] }) {
      for (let session = 0; session < 3; session++) await new Browser(place).visit(place.address, "apple");
    },
  },
  {
    name: "an application that fills Java's memory",
    faults: ["memory"],
    node: () => ({ page: filling }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "a PersistentManager whose FileStore is on a full disk",
    faults: [["disk-full", /Store/], "manager-not-cluster"],
    besides: ["manager-unknown", "state-no-context"],
    node: (index) =>
      index === 0
        ? {}
        : {
            page: TEST_PAGE.replace(keeping, `session.setAttribute("large", new byte[100_000]); ${keeping}`),
            files: new Map([
              ["webapps/ROOT/META-INF/context.xml", STORED],
              ["store/.keep", ""],
              // It goes with the process.
              ["bin/setenv.sh", 'mount -t tmpfs -o size=16k tmpfs "$(dirname "$0")/../store"\n'],
            ]),
          },
    async act({ visit }) {
      await visit(1);
      await visit(1, "apple");
    },
    wait: 6000,
  },
  {
    name: "another path of the application",
    faults: ["manager-unknown"],
    besides: ["state-no-context"],
    node: (index) => (index === 0 ? {} : { app: "shop" }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
];
