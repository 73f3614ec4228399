import { span } from "../../../server/src/base/span.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import { at, attributesOf, elementsOf, inserted, type Kinds } from "./change.ts";

/** Where the root's start tag begins. */
const rootOf = (text: string): number => parse(text).root?.span.start ?? 0;

/** What XML allows besides elements and attributes, and what breaks it. */
export const SYNTAX_KINDS: Kinds = {
  namespace: (text, random) => {
    const element = random.of([parse(text).root, ...elementsOf(text)].filter((each) => each !== undefined));
    if (!element) return undefined;
    const behind = element.nameSpan.end;
    const prefixed = [
      { span: span(element.nameSpan.start, element.nameSpan.start), newText: "tc:" },
      ...(element.endTag
        ? [{ span: span(element.endTag.nameSpan.start, element.endTag.nameSpan.start), newText: "tc:" }]
        : []),
    ];
    switch (random.below(6)) {
      case 0:
        return at(behind, ' xmlns="http://tomcat.apache.org/xml"');
      case 1:
        return at(behind, ' xmlns:tc="http://tomcat.apache.org/xml"');
      case 2:
        return at(behind, ' xml:space="preserve"');
      case 3:
        return at(behind, ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"');
      case 4:
        return [prefixed[0], { span: span(behind, behind), newText: ' xmlns:tc="urn:tc"' }, prefixed[1]].filter(
          (each) => each !== undefined,
        );
      default:
        return prefixed;
    }
  },
  CDATA: (text, random) => {
    const written = [
      "<![CDATA[text]]>",
      "<![CDATA[<Valve/>]]>",
      "<![CDATA[]]>",
      "]]>",
      "<![CDATA[open",
      "<![cdata[a]]>",
    ];
    return random.below(6) === 0
      ? at(random.below(2) === 0 ? 0 : text.length, "<![CDATA[outside]]>")
      : inserted(text, random, random.of(written) ?? "");
  },
  "processing instruction": (text, random) => {
    const written = ["<?tomcat reload?>", "<?xml version='1.0'?>", "<? ?>", "<?php echo 1 ?>", "<?open ", "<?XML a?>"];
    const what = random.of(written) ?? "";
    return random.below(3) === 0 ? at(rootOf(text), what) : inserted(text, random, what);
  },
  DOCTYPE: (text, random) => {
    const start = rootOf(text);
    const port = random.of(attributesOf(text))?.value?.inner;
    const use = (entity: string) => (port ? [{ span: port, newText: entity }] : []);
    const doctype = (subset: string) => [...at(start, `<!DOCTYPE Server ${subset}>\n`)];
    switch (random.below(11)) {
      case 0:
        return doctype("");
      case 1:
        return [...doctype('[<!ENTITY port "8080">]'), ...use("&port;")];
      case 2:
        return [...doctype('[<!ENTITY a "&b;"><!ENTITY b "&a;">]'), ...use("&a;")];
      case 3:
        return doctype('SYSTEM "nowhere.dtd"');
      case 4:
        return at(start, "<!DOCTYPE Server [<!ENTITY a 'b'>\n");
      case 5:
        return doctype('[<!ATTLIST Connector port CDATA "8081" banana CDATA "1">]');
      case 6:
        return [...doctype("[<!ELEMENT Server ANY>]"), ...use("&other;")];
      case 7:
        return doctype("[<!ENTITY % p '<!ENTITY q \"1\">'> %p;]");
      case 8:
        return doctype('PUBLIC "-//A//B" "nowhere.dtd"');
      case 9:
        return [...doctype('[<!ENTITY file SYSTEM "missing.xml">]'), ...(inserted(text, random, "&file;") ?? [])];
      default:
        return [...doctype(""), ...doctype("")];
    }
  },
  declaration: (text, random) => {
    const written = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<?xml version="1.1"?>',
      '<?xml version="2.0"?>',
      '<?xml encoding="UTF-8"?>',
      '<?xml version="1.0" encoding="UTF-16"?>',
      '<?xml version="1.0" encoding="nonsense"?>',
      '<?xml version="1.0" encoding="ISO-8859-1"?>',
      '<?xml version="1.0" encoding="MS949"?>',
      '<?xml version="1.0" standalone="maybe"?>',
      "<?xml version=\"1.0\" encoding='UTF-8' standalone='yes'?>",
      "<?xml version=1.0?>",
      '<?xml version="1.0"',
      '\n<?xml version="1.0"?>',
      '\ufeff<?xml version="1.0"?>',
    ];
    const declared = /^\s*<\?xml[^>]*\?>/.exec(text)?.[0] ?? "";
    return [{ span: span(0, declared.length), newText: random.of(written) ?? "" }];
  },
  "character dropped": (text, random) => {
    const places = [...text.matchAll(/[<>"/=]/g)].map(({ index }) => index);
    const place = random.of(places);
    return place === undefined ? undefined : [{ span: span(place, place + 1), newText: "" }];
  },
  "character added": (text, random) => {
    const places = [...text.matchAll(/[<>"/= ]/g)].map(({ index }) => index);
    const place = random.of(places) ?? 0;
    return at(place, random.of(['"', "<", ">", "/", "=", "&", "'", "x", "--", "\u0001", "\u201d"]) ?? "<");
  },
  comment: (text, random) => {
    const written = [
      "<!-- a -- b -->",
      "<!-- <!-- inner --> -->",
      "<!-->",
      "<!-- open",
      "<!-- a --->",
      "<!- a ->",
      "<!-- \u0002 -->",
    ];
    return random.below(4) === 0
      ? at(random.of(elementsOf(text))?.nameSpan.end ?? 0, " <!-- in a tag -->")
      : inserted(text, random, random.of(written) ?? "");
  },
  "attribute twice": (text, random) => {
    const attribute = random.of(attributesOf(text));
    if (!attribute) return undefined;
    const { name, span: whole, element } = attribute;
    const other = random.below(2) === 0 ? name : name.charAt(0).toUpperCase() + name.slice(1);
    return at(
      random.below(2) === 0 ? whole.end : element.nameSpan.end,
      ` ${other}="${random.of(["7", "true", attribute.value?.raw ?? ""])}"`,
    );
  },
  "text between": (text, random) => inserted(text, random, random.of(["text", "\u00a0", "0", ";", "{{ x }}"]) ?? ""),
  "cut off": (text, random) => {
    const place = random.below(text.length);
    return [{ span: span(place, text.length), newText: "" }];
  },
  "around the root": (text, random) => {
    const end = parse(text).root?.span.end ?? text.length;
    switch (random.below(6)) {
      case 0:
        return at(end, "<Server/>");
      case 1:
        return at(end, "text");
      case 2:
        return at(0, "text");
      case 3:
        return [{ span: span(0, text.length), newText: random.of(["", " \n", "<!-- nothing -->", "<Server/>"]) ?? "" }];
      case 4:
        return at(end, "</Server>");
      default:
        return at(end, "<!-- behind -->\n<?a b?>");
    }
  },
};
