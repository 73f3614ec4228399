import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { autoClose } from "../../../server/src/features/auto-close.ts";
import { highlights } from "../../../server/src/features/highlight.ts";
import { tagPair } from "../../../server/src/features/tag-pair.ts";
import { cursor } from "../../harness/cursor.ts";

/** The text with brackets around what is meant. */
function bracketed(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: "[" },
    { at: end, mark: "]" },
  ]);
  return marks.sort((a, b) => b.at - a.at).reduce((all, { at, mark }) => all.slice(0, at) + mark + all.slice(at), text);
}

describe("a pair of tags", () => {
  const pair = (marked: string) => {
    const { file, offset } = cursor(marked);
    const found = tagPair(file.document, offset);
    return found && bracketed(file.document.text, found);
  };

  for (const [where, marked, expected] of [
    ["in the start tag", "<Cluster><Chan$0nel></Channel></Cluster>", "<Cluster><[Channel]></[Channel]></Cluster>"],
    [
      "at the end of the name",
      '<Cluster><Channel$0 a="1"></Channel></Cluster>',
      '<Cluster><[Channel] a="1"></[Channel]></Cluster>',
    ],
    ["in the end tag", "<Cluster><Channel></$0Channel></Cluster>", "<Cluster><[Channel]></[Channel]></Cluster>"],
    [
      "around others",
      "<Clus$0ter><Channel><Sender/></Channel>\n<Valve/></Cluster>",
      "<[Cluster]><Channel><Sender/></Channel>\n<Valve/></[Cluster]>",
    ],
    ["around one that lacks its end", "<Clus$0ter><Channel></Cluster>", "<[Cluster]><Channel></[Cluster]>"],
    ["in an end tag without >", "<Clus$0ter></Cluster", "<[Cluster]></[Cluster]"],
    ["in an attribute", '<Cluster cla$0ss="x"></Cluster>', undefined],
    ["in one that closes itself", "<Cluster><Send$0er/></Cluster>", undefined],
    ["in one that has no end", "<Cluster><Chan$0nel></Cluster>", undefined],
  ] as const) {
    test(where, () => assert.equal(pair(marked), expected));
  }
});

describe("highlights", () => {
  const shown = (marked: string) => {
    const { file, offset } = cursor(marked);
    return bracketed(file.document.text, highlights(file.document, offset));
  };

  test("both tags of an element", () => {
    assert.equal(shown("<Cluster><Chan$0nel></Channel></Cluster>"), "<Cluster><[Channel]></[Channel]></Cluster>");
  });

  test("every use of a property, with a default or without, in whole and in broken elements", () => {
    assert.equal(
      shown('<Cluster a="${ho$0st}:${port}"><Channel b="x${host:-auto}y" c="${hosts}"><Sender d="${host}" </Cluster>'),
      '<Cluster a="[${host}]:${port}"><Channel b="x[${host:-auto}]y" c="${hosts}"><Sender d="[${host}]" </Cluster>',
    );
  });

  test("nothing for other text", () => {
    const text = '<Cluster a="x$0" b="${half"></Cluster>';
    assert.equal(shown(text), text.replace("$0", ""));
  });
});

describe("closing tags", () => {
  /** The text after the answer is inserted, with `|` where the cursor stays. */
  const typed = (marked: string) => {
    const { file, offset } = cursor(marked);
    const { text } = file.document;
    const snippet = autoClose(file.document, offset);
    if (snippet === undefined) return undefined;
    const shown = snippet.includes("$0") ? snippet.replace("$0", "|") : `${snippet}|`;
    return text.slice(0, offset) + shown + text.slice(offset);
  };

  for (const [what, marked, expected] of [
    ["> of a start tag", "<Cluster><Channel>$0</Cluster>", "<Cluster><Channel>|</Channel></Cluster>"],
    ["> behind attributes", '<Server><Host name="a>b">$0</Server>', '<Server><Host name="a>b">|</Host></Server>'],
    ["> of the root", "<Server>$0", "<Server>|</Server>"],
    [
      "> of an element in another of its name",
      "<Server><Service><Engine><Realm><Realm>$0</Realm></Engine></Service></Server>",
      "<Server><Service><Engine><Realm><Realm>|</Realm></Realm></Engine></Service></Server>",
    ],
    [
      "> of a first sibling",
      "<Server><Service>$0<Service></Service></Server>",
      "<Server><Service>|</Service><Service></Service></Server>",
    ],
    ["</ in an open element", "<Cluster><Channel></$0\n</Cluster>", "<Cluster><Channel></Channel>|\n</Cluster>"],
    ["</ behind a whole element", "<Cluster><Channel></Channel></$0", "<Cluster><Channel></Channel></Cluster>|"],
    ["</ before >", "<Cluster><Channel></$0>\n</Cluster>", "<Cluster><Channel></Channel|>\n</Cluster>"],
    [
      "</ in an inner element of the same name",
      "<Server><Host><Host></$0</Host></Server>",
      "<Server><Host><Host></Host>|</Host></Server>",
    ],
    ["> where the end tag is there", "<Cluster><Channel>$0</Channel></Cluster>", undefined],
    ["> of />", "<Cluster><Channel/>$0</Cluster>", undefined],
    ["> of an end tag", "<Cluster><Channel></Channel>$0</Cluster>", undefined],
    ["> in a value", '<Cluster><Channel a=">$0"></Cluster>', undefined],
    ["> in a comment", "<Cluster><!-- <Channel>$0 --></Cluster>", undefined],
    ["> of a comment", "<Cluster><!-- -->$0</Cluster>", undefined],
    ["> in CDATA", "<Cluster><Channel/><![CDATA[<a>$0]]></Cluster>", undefined],
    ["</ where all is closed", "<Cluster><Channel></$0</Channel></Cluster>", undefined],
    ["</ in a comment", "<Cluster><Channel><!-- </$0 --></Cluster>", undefined],
    ["</ in a value", '<Cluster><Channel a="</$0"></Cluster>', undefined],
    ["</ before a name", "<Cluster><Channel></$0Channel></Cluster>", undefined],
    ["/ alone", "<Cluster><Channel /$0></Cluster>", undefined],
  ] as const) {
    test(what, () => assert.equal(typed(marked), expected));
  }
});
