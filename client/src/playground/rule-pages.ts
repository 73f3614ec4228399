import { headOf, LANGUAGES, type Language } from "./page.ts";
import { translator } from "./texts.ts";

/** A page about a rule or about several, and where it lies. */
export interface RulePage {
  readonly language: Language;
  /** The name of its file, the same in each language. */
  readonly file: string;
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

export interface ListedGroup {
  readonly title: string;
  readonly rules: readonly ListedRule[];
}

export interface ListedRule {
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
}

/** A rule's page as the search knows it; the names are those of the fields that are searched. */
export interface SearchedPage {
  readonly id: string;
  readonly summary: string;
  readonly text: string;
}

/** The folder of a language's pages below the site's. */
export function folderOf(language: Language): string {
  return language === "en" ? "rules" : `rules/${language}`;
}

/** Opens an example in the playground, in the Markdown of a page. */
export function exampleLink(language: Language, fragment: string): string {
  const t = translator(language);
  return `[${t("Open in the playground")}](${upFrom(language)}${playgroundOf(language)}${fragment})`;
}

function playgroundOf(language: Language): string {
  return LANGUAGES.find((each) => each.language === language)?.file ?? "";
}

/** Leads from a page of rules to the folder of the site. */
function upFrom(language: Language): string {
  return language === "en" ? "../" : "../../";
}

export function rulePageHtml({ language, file, title, body }: RulePage): string {
  const t = translator(language);
  const up = upFrom(language);
  const others = LANGUAGES.filter((each) => each.language !== language).map(
    ({ language: other, name }) =>
      `<a lang="${other}" hreflang="${other}" href="${up}${folderOf(other)}/${file}">${name}</a>`,
  );
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
${headOf(`${title} · Tomcat Cluster`)}
<link rel="stylesheet" href="${up}rules.css">
<script defer src="${up}rules.js"></script>
</head>
<body>
<header>
<nav aria-label="${t("More pages")}"><a href="index.html">${t("Rules")}</a> <a href="${up}${playgroundOf(language)}">${t("Playground")}</a> ${others.join(" ")}</nav>
<button type="button" id="look">${t("Light or dark")}</button>
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

/** The list of all rules, with a search over their pages. `data` is the script that holds these pages' texts. */
export function ruleListHtml(language: Language, groups: readonly ListedGroup[], data: string): string {
  const t = translator(language);
  const item = ({ id, severity, summary }: ListedRule) =>
    `<li><a href="${id}.html">${id}</a> <span class="severity">${severity}</span> ${summary}</li>`;
  const sections = groups.map(
    ({ title, rules }) => `<section><h2>${title}</h2><ul>\n${rules.map(item).join("\n")}\n</ul></section>`,
  );
  const body = `<h1>${t("Rules")}</h1>
<p><label for="search">${t("Search rules")}</label> <input type="search" id="search" autocomplete="off"> <span id="count" role="status"></span></p>
<p><a href="mistakes.html">${t("Mistakes in the XML")}</a> · <a href="silencing.html">${t("Silencing a finding")}</a></p>
<ul id="hits" hidden></ul>
<div id="all">
${sections.join("\n")}
</div>
<script defer src="${data}"></script>`;
  return rulePageHtml({ language, file: "index.html", title: t("Rules"), body });
}
