import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { InsertTextMode } from "vscode-languageserver-types";
import { complete } from "../../../../server/src/features/completion/complete.ts";
import { completionClient, subjectOf, toCompletionList } from "../../../../server/src/features/completion/to-list.ts";
import { accepted, FULL, type TestClient } from "../../../harness/completing.ts";
import { cursor } from "../../../harness/cursor.ts";

const item = FULL.capabilities.textDocument?.completion?.completionItem;

/** Every kind of client: what they are sent differs, what they make of it must not. */
const CLIENTS: Readonly<Record<string, TestClient>> = {
  "VS Code that replaces": FULL,
  "VS Code that inserts": { ...FULL, prefers: "insert" },
  "one that knows no defaults of lists": {
    prefers: "replace",
    capabilities: { textDocument: { completion: { completionItem: { ...item, insertReplaceSupport: false } } } },
  },
  "one that indents by itself, with snippets": {
    prefers: "replace",
    capabilities: {
      textDocument: {
        completion: { insertTextMode: InsertTextMode.adjustIndentation, completionItem: { snippetSupport: true } },
      },
    },
  },
  "one without snippets": {
    prefers: "replace",
    capabilities: {
      textDocument: {
        completion: {
          completionItem: { insertReplaceSupport: true },
          completionList: { itemDefaults: ["editRange", "data"] },
        },
      },
    },
  },
  "one that says nothing": { prefers: "replace", capabilities: {} },
};

const NIO = 'className="org.apache.catalina.tribes.transport.nio.NioReceiver"';
const SENDER = 'className="org.apache.catalina.tribes.transport.ReplicationTransmitter"';
const TRANSPORT = 'className="org.apache.catalina.tribes.transport.nio.PooledParallelSender"';

/** Without the cursor's mark: where it ends is a matter of snippets. */
const CASES = [
  [
    "an element with a child, in a file of tabs and CR LF",
    "<Cluster>\r\n\t<Channel>\r\n\t\t<Se$0\r\n\t</Channel>\r\n</Cluster>",
    "Sender",
    `<Cluster>\r\n\t<Channel>\r\n\t\t<Sender ${SENDER}>\r\n\t\t\t<Transport ${TRANSPORT}/>\r\n\t\t</Sender>\r\n\t</Channel>\r\n</Cluster>`,
  ],
  [
    "an element on a line of its own",
    "<Cluster>\n    <Channel>\n        $0\n    </Channel>\n</Cluster>",
    "Receiver",
    `<Cluster>\n    <Channel>\n        <Receiver ${NIO}\n                  address=""\n                  port="4000"/>\n    </Channel>\n</Cluster>`,
  ],
  [
    "an attribute",
    `<Cluster><Channel><Receiver ${NIO} $0/></Channel></Cluster>`,
    "autoBind",
    `<Cluster><Channel><Receiver ${NIO} autoBind="100"/></Channel></Cluster>`,
  ],
  ["an end tag", "<Cluster><Channel></$0</Cluster>", "</Channel>", "<Cluster><Channel></Channel></Cluster>"],
  [
    "a class over the rest of another",
    '<Cluster className="org.$0apache"/>',
    "SimpleTcpCluster",
    '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>',
  ],
  [
    "a property, whose name a snippet would read as a variable",
    '<Cluster clusterName="${$0"/>',
    "catalina.base",
    '<Cluster clusterName="${catalina.base}"/>',
  ],
  ["a comment", "<Cluster><$0</Cluster>", "<!-- -->", "<Cluster><!--  --></Cluster>"],
] as const;

for (const [name, client] of Object.entries(CLIENTS)) {
  describe(`${name} writes`, () => {
    for (const [what, marked, label, result] of CASES) {
      test(what, () => assert.equal(accepted(marked, label, client).replace("|", ""), result));
    }
  });
}

describe("a client is sent", () => {
  const list = (marked: string, { capabilities }: TestClient, command?: string) => {
    const { file, offset } = cursor(marked);
    const completions = complete({ file, offset, locale: "en" });
    return toCompletionList(completions, "file:///x", file.lines, completionClient(capabilities, command));
  };
  const attributes = `<Cluster><Channel><Receiver ${NIO} po$0rt/></Channel></Cluster>`;

  test("what all items share once, and nothing twice", () => {
    const { itemDefaults, items, isIncomplete } = list(attributes, FULL);
    assert.equal(isIncomplete, false);
    assert.ok(itemDefaults?.editRange && "insert" in itemDefaults.editRange);
    assert.equal(itemDefaults.insertTextFormat, 2);
    assert.ok(
      items.every(({ textEdit, insertTextFormat }) => textEdit === undefined && insertTextFormat === undefined),
    );
  });

  test("items that stand for themselves where it knows no defaults", () => {
    const { itemDefaults, items } = list(attributes, { prefers: "replace", capabilities: {} });
    assert.equal(itemDefaults, undefined);
    assert.ok(items.every(({ textEdit }) => textEdit !== undefined && "range" in textEdit));
  });

  test("items in the order to be shown", () => {
    const { items } = list("<Cluster><$0</Cluster>", FULL);
    const sorted = [...items].sort((a, b) => (String(a.sortText) < String(b.sortText) ? -1 : 1));
    assert.deepEqual(sorted, items);
    assert.equal(items[0]?.label, "Manager");
  });

  test("nothing of what it does not know", () => {
    const { items } = list('<Cluster><Channel><Receiver className="$0"/></Channel></Cluster>', {
      prefers: "replace",
      capabilities: {},
    });
    for (const each of items) {
      for (const key of ["tags", "preselect", "labelDetails", "insertTextMode", "commitCharacters", "command"]) {
        assert.ok(!(key in each), `${key} of ${each.label}`);
      }
    }
  });

  test("what is outdated as such, and what is usual as the first choice", () => {
    const { items } = list('<Cluster><Channel><Receiver className="$0"/></Channel></Cluster>', FULL);
    assert.deepEqual(
      items.map(({ label, preselect, tags }) => [label, preselect, tags]),
      [
        ["NioReceiver", true, undefined],
        ["BioReceiver", undefined, [1]],
      ],
    );
  });

  test("its own command to go on, where it named one", () => {
    const marked = "<Cluster><Channel><Receiver $0/></Channel></Cluster>";
    assert.equal(list(marked, FULL).items[0]?.command, undefined);
    assert.equal(list(marked, FULL, "suggest").items[0]?.command?.command, "suggest");
    assert.equal(list(marked, { prefers: "replace", capabilities: {} }, "suggest").items[0]?.command, undefined);
  });

  test("a comma that accepts an option in a list, and no quote behind it", () => {
    const { itemDefaults } = list(
      '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="use_ack,$0"/>',
      FULL,
    );
    assert.deepEqual(itemDefaults?.commitCharacters, [","]);
  });

  test("as much as finds the documentation again", () => {
    const { itemDefaults, items } = list(attributes, FULL);
    const port = items.find(({ label }) => label === "port");
    assert.ok(port);
    assert.deepEqual(subjectOf({ ...port, data: port.data ?? itemDefaults?.data }), {
      uri: "file:///x",
      element: "Receiver",
      className: NIO.slice(11, -1),
      attribute: "port",
    });
    assert.equal(subjectOf({ label: "x" }), undefined);
    assert.equal(subjectOf({ label: "x", data: "of somebody else" }), undefined);
  });
});
