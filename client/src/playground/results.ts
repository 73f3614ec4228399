import type { LSPClient } from "@codemirror/lsp-client";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { RequestType } from "vscode-languageserver-protocol";
import { EFFECTIVE_REQUEST, TOPOLOGY_REQUEST, type TopologyAnswer } from "../../../server/src/protocol.ts";
import type { Part } from "../topology/messages.ts";
import { placeOfPart } from "../topology/place.ts";
import { viewTexts } from "../topology/texts.ts";
import { enableMoving } from "../topology/view/keyboard.ts";
import { sectionOf } from "../topology/view/section.ts";
import { make } from "../view/make.ts";
import { type Editors, reading } from "./editors.ts";
import { spanOf } from "./findings.ts";
import { pathOf, uriOf } from "./project.ts";
import type { Translate } from "./texts.ts";

/** The picture of the clusters; its parts lead to their places. */
export class TopologyResult {
  readonly #root: HTMLElement;
  readonly #editors: Editors;
  readonly #t: Translate;
  readonly #sheet = new CSSStyleSheet();
  #answer: TopologyAnswer | undefined;
  #before = "";

  constructor(root: HTMLElement, editors: Editors, t: Translate) {
    this.#root = root;
    this.#editors = editors;
    this.#t = t;
    document.adoptedStyleSheets.push(this.#sheet);
    enableMoving(root, (part) => this.#open(part));
  }

  async update(client: LSPClient): Promise<void> {
    const answer = await ask(client, TOPOLOGY_REQUEST, { uri: null });
    const now = JSON.stringify(answer);
    if (now === this.#before) return;
    this.#before = now;
    this.#answer = answer;
    this.#sheet.replaceSync(answer.style);
    const texts = viewTexts(this.#t);
    const none = [texts.empty, texts.recognised].map((text) => make("p", {}, text));
    const sections = answer.pictures.map((picture, cluster) => sectionOf(picture, cluster, texts));
    this.#root.replaceChildren(...(sections.length === 0 ? none : sections));
  }

  #open(part: Part): void {
    const place = this.#answer && placeOfPart(part, this.#answer);
    const path = place && pathOf(place.path);
    const text = path === undefined ? undefined : this.#editors.views.get(path)?.state.doc;
    if (place && path !== undefined && text) this.#editors.reveal(path, spanOf(place.range, text));
  }
}

/** What Tomcat runs with the file that was looked at last. */
export class EffectiveResult {
  readonly #editors: Editors;
  readonly #t: Translate;
  readonly #heading = make("p", { class: "about" });
  readonly #view: EditorView;

  constructor(root: HTMLElement, editors: Editors, t: Translate) {
    this.#editors = editors;
    this.#t = t;
    root.append(this.#heading);
    const label = EditorView.contentAttributes.of({ "aria-label": t("Effective configuration") });
    const extensions = [reading(".xml", t), EditorState.readOnly.of(true), label];
    this.#view = new EditorView({ parent: root, extensions });
  }

  async update(client: LSPClient): Promise<void> {
    const path = this.#editors.current;
    const told = await ask(client, EFFECTIVE_REQUEST, { uri: uriOf(path), marks: true, view: "all" });
    this.#heading.textContent = told === null ? this.#t("Tomcat makes no objects of {0}.", path) : path;
    const before = this.#view.state.doc;
    const text = told?.text ?? "";
    if (before.toString() === text) return;
    this.#view.dispatch({ changes: { from: 0, to: before.length, insert: text } });
  }
}

/** Asks the server what `protocol.ts` describes. */
function ask<Params, Answer>(
  client: LSPClient,
  { method }: RequestType<Params, Answer, void>,
  params: Params,
): Promise<Answer> {
  return client.request<Params, Answer>(method, params);
}
