import { LSPClient } from "@codemirror/lsp-client";
import dompurify from "dompurify";
import { LIST_REQUEST, READ_REQUEST } from "../../../server/src/protocol.ts";
import { Editors } from "./editors.ts";
import { Engine } from "./engine.ts";
import { EXAMPLE } from "./example.ts";
import { Findings } from "./findings.ts";
import { lookButton } from "./look.ts";
import { ENGINE } from "./page.ts";
import { entriesOf, type Project, pathOf, ROOT } from "./project.ts";
import { EffectiveResult, TopologyResult } from "./results.ts";
import { fromFragment, toFragment } from "./share.ts";
import { Tabs } from "./tabs.ts";
import { translator } from "./texts.ts";
import { OpenFiles } from "./workspace.ts";
import "./style.css";

/** The pause in typing before the findings are asked for, in milliseconds. */
const PAUSE = 150;

const language = document.documentElement.lang;
const t = translator(language);

function part<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no ${id} in the page`);
  return found as T;
}

const tomcat = part<HTMLSelectElement>("tomcat");
const status = part("status");
const editors = new Editors(part("panes"), t);
const findings = new Findings(editors, part("findings").querySelector("ul") ?? part("findings"), t);

const client: LSPClient = new LSPClient({
  // A busy phone takes longer than the three seconds of the library.
  timeout: 60_000,
  sanitizeHTML: (html) =>
    dompurify.sanitize(html, { USE_PROFILES: { html: true }, FORBID_TAGS: ["style", "form"], FORBID_ATTR: ["style"] }),
  workspace: (of) => new OpenFiles(of, (uri) => editors.reveal(pathOf(uri) ?? "")),
  extensions: [
    {
      clientCapabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
          workspaceEdit: { documentChanges: true },
        },
      },
    },
  ],
});

interface Result {
  readonly panel: string;
  readonly label: string;
  readonly update?: (of: LSPClient) => Promise<void>;
}

const results: readonly Result[] = [
  { panel: "findings", label: t("Findings") },
  { ...withUpdate("topology", new TopologyResult(part("topology"), editors, t)), label: t("Topology") },
  {
    ...withUpdate("effective", new EffectiveResult(part("effective"), editors, t)),
    label: t("Effective configuration"),
  },
];
let shown = 0;
const kinds = new Tabs(
  part("kinds"),
  results.map(({ panel, label }) => ({ panel: part(panel), label })),
  (index) => {
    shown = index;
    void results[index]?.update?.(client);
  },
);

function withUpdate(panel: string, result: TopologyResult | EffectiveResult) {
  return { panel, update: (of: LSPClient) => (of.connected ? result.update(of) : Promise.resolve()) };
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks for everything that is shown anew, after a pause. */
function refresh(pause = PAUSE): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void update(), pause);
}

async function update(): Promise<void> {
  if (!client.connected) return;
  const count = await findings.pull(client);
  if (count === undefined) return;
  kinds.label(0, `${t("Findings")} (${count})`);
  await results[shown]?.update?.(client);
  document.documentElement.dataset["ready"] = "true";
}

function show(project: Project): void {
  tomcat.value = project.tomcat;
  // A link may name a line that this page does not know.
  if (tomcat.selectedIndex < 0) tomcat.value = "auto";
  editors.show(project, client, refresh);
  if (client.connected) settingsChanged();
}

function settingsChanged(): void {
  client.notification("workspace/didChangeConfiguration", { settings: null });
  refresh(0);
}

/** What the server asks of its client: settings and the files of the project. */
const answers = {
  "workspace/configuration": () => [{ tomcatVersion: tomcat.value, rulePages: new URL("rules/", location.href).href }],
  "workspace/diagnostic/refresh": () => refresh(0),
  [LIST_REQUEST.method]: (params: unknown) => {
    const { uri } = params as { uri: string };
    const paths = [...editors.views.keys()];
    return uri === ROOT ? entriesOf(paths, "") : entriesOf(paths, pathOf(uri) ?? "/");
  },
  [READ_REQUEST.method]: (params: unknown) => {
    const text = editors.views.get(pathOf((params as { uri: string }).uri) ?? "")?.state.doc.toString();
    return text === undefined ? null : base64(text);
  },
};

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

/** Connects to the engine, whose script has run before this one. */
function connect(): void {
  const failed = () => {
    status.textContent = t("The check could not be started in this browser.");
  };
  const worker: unknown = (globalThis as Readonly<Record<string, unknown>>)[ENGINE];
  if (!(worker instanceof Worker)) {
    failed();
    return;
  }
  const begin = {
    locale: language,
    workspaceFolders: [{ uri: ROOT, name: "playground" }],
    initializationOptions: { servesFiles: true },
  };
  client.connect(new Engine(worker, begin, answers, failed));
  refresh(0);
}

async function showAddress(): Promise<void> {
  const shared = await fromFragment(location.hash);
  if (location.hash.length > 1 && !shared) status.textContent = t("This link holds no configuration.");
  show(shared ?? EXAMPLE);
}

part("share").addEventListener("click", async () => {
  const fragment = await toFragment({ tomcat: tomcat.value, files: editors.texts() });
  history.replaceState(null, "", fragment);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) link.hash = fragment;
  try {
    await navigator.clipboard.writeText(location.href);
    status.textContent = t("The link is copied.");
  } catch {
    status.textContent = t("The link stands in the address bar.");
  }
});
tomcat.addEventListener("change", settingsChanged);
window.addEventListener("hashchange", () => void showAddress());
lookButton(part("look"));
connect();
void showAddress();
