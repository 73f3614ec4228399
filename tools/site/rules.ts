import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../client/src/playground/page.ts";
import {
  exampleLink,
  folderOf,
  ruleListHtml,
  rulePageHtml,
  type SearchedPage,
} from "../../client/src/playground/rule-pages.ts";
import { toFragment } from "../../client/src/playground/share.ts";
import { rules } from "../../server/src/rules/index.ts";
import { CAPTIONS, HEADINGS, PAGE_NAMES, rulePage, SEVERITY_WORDS, sectionOf } from "../../server/src/rules/page.ts";
import { GROUPS, type Rule } from "../../server/src/rules/rule.ts";
import { type Example, examplesOf } from "./example.ts";
import { escaped, htmlOf } from "./markdown.ts";

/** Pages about what is no rule, by their files on the site. */
const OTHERS = { mistakes: "syntax", silencing: "lint" } as const;

/** Writes the pages of all rules in all languages, and their lists, into the folder of the site. */
export async function writeRules(site: string): Promise<void> {
  for (const { language } of LANGUAGES) {
    const folder = join(site, folderOf(language));
    mkdirSync(folder, { recursive: true });
    const write = (file: string, title: string, body: string) =>
      writeFileSync(join(folder, file), rulePageHtml({ language, file, title, body }));
    for (const rule of rules) write(`${rule.id}.html`, rule.id, htmlOf(await withLinks(rule, language)));
    for (const [name, from] of Object.entries(OTHERS)) {
      const page = readFileSync(`server/src/${from}/${PAGE_NAMES[language]}`, "utf8");
      write(`${name}.html`, escaped(/^# (.*)$/m.exec(page)?.[1] ?? name), htmlOf(page));
    }
    writeFileSync(join(folder, "index.html"), list(language));
    writeFileSync(join(folder, "pages.js"), searched(language));
  }
}

function textsOf(rule: Rule) {
  const text = (language: Language) => readFileSync(`server/src/rules/${rule.id}/${PAGE_NAMES[language]}`, "utf8");
  return { en: text("en"), ko: text("ko") };
}

/** A rule's page with a link below each of its two captions, which opens the example in the playground. */
async function withLinks(rule: Rule, language: Language): Promise<string> {
  const texts = textsOf(rule);
  const { incorrect, correct } = examplesOf(texts.en);
  let page = rulePage(rule, texts, language);
  for (const [index, example] of [incorrect, correct].entries()) {
    const caption = CAPTIONS[index]?.[language] ?? "";
    page = withLink(page, caption, exampleLink(language, await fragmentOf(example)));
  }
  return page;
}

/** A page with something behind the line that begins with a caption. */
function withLink(page: string, caption: string, link: string): string {
  const at = page.indexOf(`\n${caption}`) + 1;
  const end = page.indexOf("\n", at);
  return `${page.slice(0, end)} · ${link}${page.slice(end)}`;
}

function fragmentOf({ files, tomcat }: Example): Promise<string> {
  return toFragment({ tomcat, files: Object.fromEntries(files) });
}

function list(language: Language): string {
  const groups = Object.entries(GROUPS).map(([group, title]) => ({
    title: title[language],
    rules: rules
      .filter((rule) => rule.group === group)
      .map(({ id, severity, summary }) => ({
        id,
        severity: SEVERITY_WORDS[severity][language],
        summary: escaped(summary[language]),
      })),
  }));
  return ruleListHtml(language, groups, "pages.js");
}

/** What the search of a language's list goes through, as a script: a page that was opened as a file can fetch nothing. */
function searched(language: Language): string {
  const pages = rules.map((rule): SearchedPage => {
    const page = textsOf(rule)[language];
    const sections = [HEADINGS.what, HEADINGS.why, HEADINGS.remedy].map((heading) =>
      sectionOf(page, heading[language]),
    );
    return { id: rule.id, summary: rule.summary[language], text: sections.join("\n") };
  });
  return `document.dispatchEvent(new CustomEvent("tomcat-cluster-pages", { detail: ${JSON.stringify(pages)} }));\n`;
}
