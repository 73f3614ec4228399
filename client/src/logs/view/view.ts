/** The page's own script: shows what the extension sends, and reports what the user clicked. */
import { make } from "../../view/make.ts";
import type { TimelineMessage, TimelineTarget, TimelineViewMessage } from "../messages.ts";
import { Filter } from "./filter.ts";
import { findingsOf } from "./findings.ts";
import { enableMoving } from "./keyboard.ts";
import { overviewOf } from "./overview.ts";
import { tableOf } from "./table.ts";
import "../../view/page.css";
import "./style.css";

interface VsCode {
  postMessage(message: TimelineViewMessage): void;
}
declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const main = document.getElementById("main") ?? document.body;
const filter = new Filter(main);

enableMoving(main);
main.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const bucket = target.closest<SVGElement>("[data-first]")?.dataset["first"];
  if (bucket !== undefined) main.querySelector<HTMLElement>(`[data-event="${Number(bucket)}"]`)?.focus();
  const place = target.closest<HTMLElement>("[data-event], [data-finding]");
  if (place) vscode.postMessage({ type: "open", target: targetOf(place) });
});

function targetOf({ dataset: { event, finding, place } }: HTMLElement): TimelineTarget {
  return event === undefined ? { finding: Number(finding), place: Number(place) } : { event: Number(event) };
}

// VS Code lets only the extension send messages here.
window.addEventListener("message", ({ data }: MessageEvent<TimelineMessage>) => show(data));

function show({ timeline, texts }: TimelineMessage): void {
  const again = make("button", { type: "button" }, texts.again);
  again.addEventListener("click", () => vscode.postMessage({ type: "again" }));
  const toolbar = make(
    "div",
    { class: "toolbar" },
    make("span", { class: "keys" }, texts.keys),
    ...filter.elements(texts),
    again,
  );
  const { nodes, events, problems } = timeline;
  const notRead = problems.map((problem) => make("li", {}, problem));
  main.replaceChildren(
    toolbar,
    make("h2", {}, texts.title),
    make("ul", { class: "nodes" }, ...nodes.map(({ name, about }) => make("li", {}, make("b", {}, name), ` ${about}`))),
    ...(notRead.length > 0 ? [make("h3", {}, texts.notRead), make("ul", {}, ...notRead)] : []),
    ...(events.length === 0
      ? [make("p", { class: "empty" }, texts.none)]
      : [
          overviewOf(timeline, texts),
          make("h3", {}, texts.wrong),
          findingsOf(timeline, texts),
          make("h3", {}, texts.events),
          ...(texts.leftOut === "" ? [] : [make("p", { class: "dim" }, texts.leftOut)]),
          tableOf(timeline, texts),
        ]),
  );
  filter.apply();
}

vscode.postMessage({ type: "ready" });
