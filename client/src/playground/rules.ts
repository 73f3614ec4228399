/** The script of the pages about rules: the look, and the search of their list. */

import MiniSearch from "minisearch";
import { lookButton } from "./look.ts";
import type { SearchedPage } from "./rule-pages.ts";
import { translator } from "./texts.ts";
import "./rules.css";

const look = document.getElementById("look");
if (look) lookButton(look);

const input = document.querySelector<HTMLInputElement>("#search");
const hits = document.getElementById("hits");
const all = document.getElementById("all");
const count = document.getElementById("count");

/** The script with the pages' texts is loaded behind this one. */
document.addEventListener("tomcat-cluster-pages", (event) => {
  if (!input || !hits || !all || !count) return;
  const search = new MiniSearch<SearchedPage>({
    fields: ["id", "summary", "text"],
    // A particle follows a Korean word without a blank, and an id is searched by its parts.
    searchOptions: { prefix: true, fuzzy: 0.15, boost: { id: 4, summary: 2 }, combineWith: "AND" },
  });
  search.addAll((event as CustomEvent<readonly SearchedPage[]>).detail);
  const items = new Map([...all.querySelectorAll("li")].map((item) => [item.querySelector("a")?.textContent, item]));
  const t = translator(document.documentElement.lang);
  const show = () => {
    const query = input.value.trim();
    const found = search.search(query).flatMap(({ id }) => items.get(id)?.cloneNode(true) ?? []);
    hits.replaceChildren(...found);
    hits.hidden = query === "";
    all.hidden = query !== "";
    count.textContent = query === "" ? "" : t("{0} found", found.length);
  };
  input.addEventListener("input", show);
  show();
});
