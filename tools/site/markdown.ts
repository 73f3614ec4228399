import { xmlLanguage } from "@codemirror/lang-xml";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { Marked } from "marked";

const marked = new Marked({
  renderer: {
    // The codes of findings are headings that links lead to.
    heading({ depth, tokens, text }) {
      return `<h${depth} id="${escaped(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    code({ text, lang }) {
      return `<pre tabindex="0"><code>${lang === "xml" ? highlighted(text) : escaped(text)}</code></pre>\n`;
    },
    link({ href, tokens }) {
      return `<a href="${escaped(linked(href))}">${this.parser.parseInline(tokens)}</a>`;
    },
    // The pages are Markdown; what looks like markup in them is Tomcat's.
    html: ({ text }) => escaped(text),
  },
});

/** A page of ours as HTML; links between the files of pages become links between pages of the site. */
export function htmlOf(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function linked(href: string): string {
  return href
    .replace(
      /^\.\.\/(?:rules\/)?([a-z-]+)\/README(?:\.ko)?\.md(?=#|$)/,
      (_, folder: string) => `${pageOf(folder)}.html`,
    )
    .replace(/^README(?:\.ko)?\.md/, "");
}

function pageOf(folder: string): string {
  return { syntax: "mistakes", lint: "silencing", rules: "index" }[folder] ?? folder;
}

function highlighted(text: string): string {
  let html = "";
  const put = (code: string, classes: string) => {
    html += classes === "" ? escaped(code) : `<span class="${classes}">${escaped(code)}</span>`;
  };
  highlightCode(text, xmlLanguage.parser.parse(text), classHighlighter, put, () => {
    html += "\n";
  });
  return html;
}
