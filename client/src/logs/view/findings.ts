import type { LogTimeline } from "../../../../server/src/protocol.ts";
import { make } from "../../view/make.ts";
import type { TimelineTexts } from "../messages.ts";

/** What is wrong, each with what to do and the lines that show it. */
export function findingsOf({ findings }: LogTimeline, texts: TimelineTexts): Element {
  if (findings.length === 0) return make("p", {}, texts.fine);
  const items = findings.map(({ id, isNote, node, text, next, places }, finding) =>
    make(
      "li",
      { class: isNote ? "notice" : "fault" },
      make("b", {}, node),
      ` ${text} `,
      make("code", {}, id),
      ...(next.length > 0 ? [make("ol", {}, ...next.map((step) => make("li", {}, ...codeIn(step))))] : []),
      make(
        "div",
        {},
        ...places.map(({ label }, place) =>
          make(
            "button",
            { type: "button", class: "opener", "data-finding": `${finding}`, "data-place": `${place}` },
            label,
          ),
        ),
      ),
    ),
  );
  return make("ul", { class: "findings" }, ...items);
}

/** What stands in backquotes is code. */
function codeIn(text: string): readonly (Node | string)[] {
  return text.split("`").map((part, index) => (index % 2 === 0 ? part : make("code", {}, part)));
}
