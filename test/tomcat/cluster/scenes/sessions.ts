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
