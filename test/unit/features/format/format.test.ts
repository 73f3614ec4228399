import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { applyEdits } from "../../../../server/src/base/span.ts";
import { format } from "../../../../server/src/features/format.ts";
import type { FormatOptions } from "../../../../server/src/features/format-writer.ts";
import { parse } from "../../../../server/src/syntax/parse.ts";

const OPTIONS: FormatOptions = { tabSize: 2, insertSpaces: true, printWidth: 60 };

function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  const all = { ...OPTIONS, ...options };
  const result = applyEdits(text, format(parse(text), all));
  assert.deepEqual(format(parse(result), all), [], "a second time changes nothing");
  return result;
}

/** A text without the indent of the template literal it is written in, and with `→` for each tab. */
function xml([text = ""]: readonly string[]): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return `${lines
    .map((line) => line.slice(indent))
    .join("\n")
    .replaceAll("→", "\t")}\n`;
}

describe("formatting lays out elements", () => {
  const cases: readonly [what: string, before: string, after: string][] = [
    [
      "one a line, each level deeper",
      xml`
        <Cluster><Channel>
        <Sender><Transport/></Sender>
              </Channel></Cluster>`,
      xml`
        <Cluster>
          <Channel>
            <Sender>
              <Transport/>
            </Sender>
          </Channel>
        </Cluster>`,
    ],
    [
      "and keeps blank lines as many as they are",
      xml`
        <Cluster>


        <Channel/>

        <Deployer/></Cluster>`,
      xml`
        <Cluster>


          <Channel/>

          <Deployer/>
        </Cluster>`,
    ],
    [
      "and comments beside what they are beside",
      xml`
        <Channel><!-- down -->
        <Member port="4010"/> <!-- node2 -->
        <!-- node3 --> <Member port="4020"/>
            <!-- up --></Channel>`,
      xml`
        <Channel><!-- down -->
          <Member port="4010"/> <!-- node2 -->
          <!-- node3 --> <Member port="4020"/>
          <!-- up --></Channel>`,
    ],
    [
      "and moves what is commented out as a whole",
      xml`
        <Channel>
        <!-- Multicast
        <Membership className="McastService"
                    address="228.0.0.4"/>

        -->
        </Channel>`,
      xml`
        <Channel>
          <!-- Multicast
          <Membership className="McastService"
                      address="228.0.0.4"/>

          -->
        </Channel>`,
    ],
    [
      "but never changes the form of a comment",
      xml`
        <Channel>
              <!--
            <Membership/>
          -->
        </Channel>`,
      xml`
        <Channel>
          <!--
            <Membership/>
          -->
        </Channel>`,
    ],
    [
      "and leaves text as it is, mixed or not",
      xml`
        <web-app>
              <display-name>  Shop
          of mine </display-name>
        <icon> </icon>
            <p>a <b>
          c</b><i/></p>
        <raw><![CDATA[<x/>]]>  <y/></raw>
        </web-app>`,
      xml`
        <web-app>
          <display-name>  Shop
          of mine </display-name>
          <icon> </icon>
          <p>a <b>
          c</b><i/></p>
          <raw><![CDATA[<x/>]]>  <y/></raw>
        </web-app>`,
    ],
    [
      "and what keeps its space",
      xml`
        <Server>
        <Service xml:space="preserve"><Engine>
        </Engine></Service></Server>`,
      xml`
        <Server>
          <Service xml:space="preserve"><Engine>
        </Engine></Service>
        </Server>`,
    ],
    [
      "also behind instructions and a document type",
      xml`
        <?xml version='1.0'?><!DOCTYPE server [
           <!ENTITY who "me">
        ]><Server>
        <?note  x?><Service/></Server>`,
      xml`
        <?xml version='1.0'?>
        <!DOCTYPE server [
           <!ENTITY who "me">
        ]>
        <Server>
          <?note  x?>
          <Service/>
        </Server>`,
    ],
    ["an empty element with its end below", "<A>\n<Host>\n\n      </Host>\n</A>", "<A>\n  <Host>\n\n  </Host>\n</A>"],
    [
      "nothing where the document type may keep space",
      '<!DOCTYPE a [<!ATTLIST b xml:space CDATA "preserve">]><a><b/></a>',
      "",
    ],
    ["with the file's line ends", "<A>\r\n<B/><C/></A>\r\n", "<A>\r\n  <B/>\r\n  <C/>\r\n</A>\r\n"],
    ["without a byte order mark getting in the way", '\ufeff  <A b="1"\nc="2"/>', '\ufeff<A b="1"\n   c="2"/>'],
  ];
  for (const [what, before, after] of cases) test(what, () => assert.equal(formatted(before), after || before));
});

describe("formatting lays out attributes", () => {
  const cases: readonly [what: string, before: string, after: string][] = [
    [
      "one a line where the tag is too wide",
      xml`
        <Connector port="8080" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443"/>`,
      xml`
        <Connector port="8080"
                   protocol="HTTP/1.1"
                   connectionTimeout="20000"
                   redirectPort="8443"/>`,
    ],
    [
      "below the first, where the author broke the line",
      xml`
        <Connector  port = "8080" protocol
          ="HTTP/1.1"
              redirectPort="8443"
            />`,
      xml`
        <Connector port="8080" protocol="HTTP/1.1"
                   redirectPort="8443"
                   />`,
    ],
    [
      "indented, where the author began below the name",
      xml`
        <Connector
                port="8080"
                protocol="HTTP/1.1">
        </Connector>`,
      xml`
        <Connector
          port="8080"
          protocol="HTTP/1.1">
        </Connector>`,
    ],
    ["with the blank before the end that the author likes", '<A b="1"   />', '<A b="1" />'],
    [
      "and not one character of a value",
      '<A b=" &lt;  &#10;\n   x "   c=\'"\'/>',
      '<A b=" &lt;  &#10;\n   x " c=\'"\'/>',
    ],
    ["not where values touch", '<A b="1"c="2"/>', '<A b="1"c="2"/>'],
  ];
  for (const [what, before, after] of cases) test(what, () => assert.equal(formatted(before), after));

  test("with tabs to indent and blanks to align", () => {
    assert.equal(
      formatted(
        xml`
        <A>
        <B c="1"
        d="2"/>
        </A>`,
        { insertSpaces: false },
      ),
      xml`
        <A>
        →<B c="1"
        →   d="2"/>
        </A>`,
    );
  });
});

describe("formatting leaves what is broken", () => {
  const cases: readonly [what: string, before: string, after: string][] = [
    [
      "a tag that is half typed, and what is around it",
      xml`
        <Channel>
        <Sender/>
            <Receiver port="4000"
        <Interceptor/>
        <Interceptor/>
        </Channel>`,
      xml`
        <Channel>
          <Sender/>
            <Receiver port="4000"
        <Interceptor/>
          <Interceptor/>
        </Channel>`,
    ],
    [
      "a tag without quotes, and its content",
      xml`
        <Server>
              <Service name=x>
        <Engine/></Service>
        </Server>`,
      xml`
        <Server>
              <Service name=x>
        <Engine/></Service>
        </Server>`,
    ],
    [
      "marks of a template",
      xml`
        <Server>
        <Service>
        {% if a %}
        <Engine/>
        {% endif %}</Service>
        <Service {{ name }}>
        <Engine/></Service>
        </Server>`,
      xml`
        <Server>
          <Service>
        {% if a %}
        <Engine/>
        {% endif %}</Service>
        <Service {{ name }}>
        <Engine/></Service>
        </Server>`,
    ],
    ["what lacks its end tag", "<A>\n<B>\n<C/>\n</A>\n", "<A>\n<B>\n<C/>\n</A>\n"],
    ["a comment without end", "<A>\n<B/>\n<!-- <C/>\n</A>", "<A>\n<B/>\n<!-- <C/>\n</A>"],
    ["nothing at all", "", ""],
    ["white space alone", " \n ", " \n "],
    ["text beside the root", " <A><B/></A>\n  x ", "<A>\n  <B/>\n</A>\n  x "],
  ];
  for (const [what, before, after] of cases) test(what, () => assert.equal(formatted(before), after));
});

describe("formatting ends a file as the client wants it", () => {
  const cases: readonly [before: string, options: Partial<FormatOptions>, after: string][] = [
    ["<A/>  ", {}, "<A/>"],
    ["<A/>\n\n", {}, "<A/>\n\n"],
    ["<A/>", { insertFinalNewline: true }, "<A/>\n"],
    ["<A/>\r\n  \r\n", { insertFinalNewline: true, trimFinalNewlines: true }, "<A/>\r\n"],
  ];
  for (const [before, options, after] of cases) {
    test(JSON.stringify(before), () => assert.equal(formatted(before, options), after));
  }
});

describe("formatting of lines", () => {
  const text = xml`
    <Server>
        <Service name="Catalina">
      <Connector
    port="8080"/>
    <Engine name="Catalina"><Host/></Engine>
        </Service>
    </Server>`;
  const of = (from: string, to: string) => {
    const range = { start: text.indexOf(from), end: text.indexOf(to) };
    return applyEdits(text, format(parse(text), OPTIONS, range));
  };

  test("follows what stands around them", () => {
    assert.equal(
      of("Connector", "8080"),
      text.replace('  <Connector\nport="8080"/>', '      <Connector\n        port="8080"/>'),
    );
  });

  test("leaves the line a selection only touches", () => {
    assert.equal(of("  <Connector", 'port="8080"'), text.replace("  <Connector", "      <Connector"));
  });

  test("moves no part of a comment", () => {
    const long = "<A>\n<!-- one\ntwo -->\n<B/></A>";
    assert.deepEqual(format(parse(long), OPTIONS, { start: 4, end: 5 }), []);
  });
});

describe("formatting changes little", () => {
  test("of what people write: nothing", () => {
    for (const name of [
      "examples/node1/conf/server.xml",
      "examples/node2/conf/server.xml",
      "test/fixtures/post/cluster-multicast.xml",
      "test/fixtures/post/cluster-static.xml",
    ]) {
      const text = readFileSync(new URL(`../../../../${name}`, import.meta.url), "utf8");
      assert.equal(formatted(text, { printWidth: 120 }), text, name);
    }
  });

  test("and mends what lost its indent", () => {
    const text = readFileSync(new URL("../../../../examples/node1/conf/server.xml", import.meta.url), "utf8");
    assert.equal(formatted(text.replace(/^[ \t]+/gm, ""), { printWidth: 120 }), text);
    const oneLine = text.replace(/\s*\n\s*/g, " ");
    assert.equal(formatted(oneLine, { printWidth: 120 }).match(/^ {10}<Interceptor className=".*"\/>$/gm)?.length, 2);
  });

  test("and what was pasted from somewhere deeper, with all that is disabled in it", () => {
    for (const name of ["cluster-multicast", "cluster-static"]) {
      const text = readFileSync(new URL(`../../../fixtures/post/${name}.xml`, import.meta.url), "utf8");
      const pasted = text.replace(/^(?=.)/gm, "      ");
      assert.notEqual(pasted, text);
      assert.equal(formatted(pasted, { printWidth: 120 }), text, name);
      assert.equal(formatted(pasted.replaceAll("\n", "\r\n"), { printWidth: 120 }), text.replaceAll("\n", "\r\n"));
    }
  });

  test("and only the blanks that differ", () => {
    const edits = format(parse('<A>\n    <B  c="1"/>\n</A>'), OPTIONS);
    assert.deepEqual(edits, [
      { span: { start: 6, end: 8 }, newText: "" },
      { span: { start: 11, end: 12 }, newText: "" },
    ]);
  });

  test("also of a text that nests too deep, or is one line", () => {
    const deep = `${"<A>".repeat(3_000)}${"</A>".repeat(3_000)}`;
    assert.ok(formatted(deep).length < 3_000 * 300);
    const long = '<!-- c --><A b="1" c="2"/>'.repeat(2_000);
    assert.ok(formatted(long).length < long.length * 8);
  });
});
