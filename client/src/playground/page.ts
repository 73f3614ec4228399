import { LINES } from "../../../server/src/schema/lines.ts";
import { translator } from "./texts.ts";

/** Languages of the page, each with its file and its own name. */
export const LANGUAGES = [
  { language: "en", file: "index.html", name: "English" },
  { language: "ko", file: "ko.html", name: "한국어" },
] as const;

export type Language = (typeof LANGUAGES)[number]["language"];

/** The variable by which the script of the engine hands over its Worker. */
export const ENGINE = "tomcatClusterEngine";

/**
 * Nothing is fetched from anywhere and no form is sent. The server's script is in a Blob, because a page that was opened
 * as a file may start a Worker from nothing else.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // CodeMirror writes its styles into the page. None come from a shared configuration: what is shown of one is sanitised.
  "style-src 'self' 'unsafe-inline'",
  "worker-src blob:",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What stands in the head of every page of the site. */
export function headOf(title: string): string {
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>`;
}

/** The page of the playground in a language: all that is there before a script runs. */
export function playgroundPage(language: Language): string {
  const t = translator(language);
  const others = LANGUAGES.filter((each) => each.language !== language);
  const lines = ["auto", ...LINES];
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
${headOf(t("Tomcat Cluster Playground"))}
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="playground.css">
<script defer src="engine.js"></script>
<script defer src="playground.js"></script>
</head>
<body>
<header>
<h1>${t("Tomcat Cluster Playground")}</h1>
<label>Tomcat <select id="tomcat">${lines.map((line) => `<option value="${line}">${line === "auto" ? t("as the files say") : line}</option>`).join("")}</select></label>
<button type="button" id="share">${t("Copy link")}</button>
<button type="button" id="look">${t("Light or dark")}</button>
<nav aria-label="${t("More pages")}"><a href="rules/${language === "en" ? "" : `${language}/`}index.html">${t("Rules")}</a>${others
    .map(
      ({ language: other, file, name }) =>
        ` <a class="language" hreflang="${other}" lang="${other}" href="${file}">${name}</a>`,
    )
    .join("")}</nav>
</header>
<p id="notice">${t("Nothing is sent anywhere: the check runs in this page.")} <span id="status" role="status"></span></p>
<main>
<div id="panes"></div>
<section id="results" aria-label="${t("Results")}">
<div id="kinds" aria-label="${t("Results")}"></div>
<div id="findings"><ul></ul></div>
<div id="topology"></div>
<div id="effective"></div>
</section>
</main>
<noscript>${t("This page needs JavaScript.")}</noscript>
</body>
</html>
`;
}
