/** The page's own script: shows what the extension sends, and reports what the user clicked. */

import { make } from "../../view/make.ts";
import type { DrawMessage, ShowMessage, ViewMessage, ViewState } from "../messages.ts";
import { Details } from "./details.ts";
import { enableMoving } from "./keyboard.ts";
import { pngOf } from "./png.ts";
import { Search } from "./search.ts";
import { sectionOf } from "./section.ts";
import { Zoom } from "./zoom.ts";
import "../../view/page.css";
import "./style.css";

interface VsCode {
  postMessage(message: ViewMessage): void;
  getState(): ViewState | undefined;
  setState(state: ViewState): void;
}
declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const main = document.getElementById("main") ?? document.body;
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

let uri: string | null = vscode.getState()?.uri ?? null;
const search = new Search(main);
const details = new Details(main);
/** True until something is shown; from then on the user's own choice applies. */
let fresh = vscode.getState() === undefined;
const zoom = new Zoom(main, vscode.getState()?.zoom ?? null, (chosen) => {
  vscode.setState({ uri, zoom: chosen });
  vscode.postMessage({ type: "zoom", zoom: chosen });
});
enableMoving(main, (part) => vscode.postMessage({ type: "open", part }));

/** The last content, as text: showing the same again changes nothing on the screen. */
let before = "";

// VS Code lets only the extension send messages here.
window.addEventListener("message", ({ data }: MessageEvent<ShowMessage | DrawMessage>) => {
  if ("draw" in data) {
    void pngOf(data.draw).then((png) => vscode.postMessage({ type: "png", data: png }));
    return;
  }
  const now = JSON.stringify({ ...data, goal: null });
  if (now !== before) show(data);
  before = now;
  // The only one is in view already.
  if (data.goal !== null && data.answer.pictures.length > 1)
    document.getElementById(`cluster${data.goal}`)?.scrollIntoView();
});

function show({ answer, texts, uri: shownFor, zoom: chosen }: ShowMessage): void {
  uri = shownFor;
  if (fresh) zoom.take(chosen);
  fresh = false;
  vscode.setState({ uri, zoom: zoom.chosen });
  sheet.replaceSync(answer.style);
  const focused = keyOf(document.activeElement);
  const place = { left: window.scrollX, top: window.scrollY };
  if (answer.pictures.length === 0) {
    const empty = document.createElement("div");
    empty.className = "empty";
    for (const text of [texts.empty, texts.recognised]) {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      empty.append(paragraph);
    }
    main.replaceChildren(empty);
    return;
  }
  main.replaceChildren(
    zoom.toolbar(texts, ...search.elements(texts), exporter(texts.export)),
    ...answer.pictures.map((picture, cluster) => sectionOf(picture, cluster, texts)),
  );
  zoom.apply();
  search.show(answer.pictures);
  details.show(answer.pictures, texts);
  window.scrollTo(place);
  if (focused !== undefined)
    main.querySelector<HTMLElement | SVGElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function exporter(text: string): HTMLElement {
  const button = make("button", { type: "button", "data-key": "export" }, text);
  button.addEventListener("click", () => vscode.postMessage({ type: "export" }));
  return button;
}

/** The key of a focused element, by which its successor is found after an update. */
function keyOf(element: Element | null): string | undefined {
  return element?.getAttribute("data-key") ?? undefined;
}

vscode.postMessage({ type: "ready" });
