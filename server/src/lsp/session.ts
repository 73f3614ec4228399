import type {
  ClientCapabilities,
  Connection,
  Position,
  ServerCapabilities,
  TextDocumentIdentifier,
} from "vscode-languageserver";
import { MessageType, ShowMessageNotification, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Locale, type Localized, localeOf } from "../base/localized.ts";
import type { ConfigFile } from "../config/file.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { ConfigtestPort } from "../configtest/port.ts";
import type { SecretFiles } from "../create/secret.ts";
import type { Rendering } from "../features/to-lsp.ts";
import { pageOnSite } from "../lint/page-file.ts";
import type { LastLook } from "../live/of-node.ts";
import type { LivePort } from "../live/port.ts";
import type { LogsPort } from "../logs/port.ts";
import { BUSY_NOTIFICATION, type InitializationOptions, PAGE_CAPABILITY, PAGE_SCHEME } from "../protocol.ts";
import type { ProveMachine } from "../prove/port.ts";
import { rules } from "../rules/index.ts";
import { isUnread } from "../syntax/parse.ts";
import type { MulticastPort } from "../tribes/port.ts";
import type { Files } from "../workspace/files.ts";
import type { Hash } from "../workspace/quoted.ts";
import { Workspace } from "../workspace/workspace.ts";
import { type FileHost, filesOf } from "./client-files.ts";
import { inTime, LateAnswers } from "./late.ts";
import { SettingsReader } from "./settings.ts";
import { turns } from "./turns.ts";
import { Typing } from "./typing.ts";

/** What is read from disk when it is first needed. */
type Late<T> = () => Promise<T>;

/** What the server gets from its host, and how paths and URIs map. */
export interface Host extends FileHost {
  /** Makes the fingerprints of a baseline. */
  readonly hash?: Hash;
  pathOf(uri: string): string;
  /** The URI of the page about a finding in a language, where the host has the pages. */
  pageOf(code: string, locale: Locale): string | undefined;
  /** That page as Markdown; undefined where there is none. */
  pageText(code: string, session: PageReader): Promise<string | undefined>;
  /** Runs a tool for an agent. Throws what the agent is to be told where it cannot. */
  runTool(name: string, input: unknown, session: Session): Promise<readonly string[]>;
  /** UDP, where the host has it: a browser has none. */
  readonly multicast?: Multicast;
  /** Requests to running nodes, where the host can make them; a page in a browser may only ask its own server. */
  readonly prove?: Late<ProveMachine>;
  /** Names and connections, where the host has a network. */
  readonly live?: Late<Omit<LivePort, "ask">>;
  /** Logs of any size, where the host has a disk. */
  readonly logs?: Late<LogsPort>;
  /** Files with rights, where the host has a disk. */
  readonly secrets?: Late<SecretFiles>;
  /** A real Tomcat, where the host can run one: a browser cannot. */
  readonly configtest?: Late<ConfigtestPort>;
}

/** What a host may need to find a page. */
export type PageReader = Pick<Session, "locale" | "options" | "files">;

export interface Multicast extends MulticastPort {
  /** Letters and digits no other probe has. */
  newId(): string;
}

/**
 * In characters: a server.xml of 200 nodes is shorter. Of a longer document only the mistakes of its XML are reported,
 * because the rules would take longer than the pause between two keystrokes.
 */
export const LONGEST = 1_000_000;

/** In characters: longer files, documents and those around them, are not read. Their mistakes would take a second. */
const LONGEST_READ = 4_000_000;

/** The time limit of the rules for one file, in milliseconds; an editor that waits longer seems to hang. */
const TIME_LIMIT = 3_000;

/** What every request needs: one client, what it can do, and what it has open. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents = new TextDocuments(TextDocument);
  readonly files: Files;
  readonly settings: SettingsReader;
  readonly workspace: Workspace;
  readonly typing = new Typing((uri) => this.#toShowAgain([uri]));
  /** By the document's URI. */
  readonly late = new LateAnswers((uris) => this.#toShowAgain(uris));
  /** What the client says it can do; nothing before `initialize`. */
  client: ClientCapabilities = {};
  locale: Locale = "en";
  /** What the client chose when it connected. */
  options: InitializationOptions = {};
  /** Running nodes, once they have been looked at. */
  live: LastLook | undefined;
  readonly #listeners: (() => void)[] = [];
  #toShowAgain: (uris: readonly string[]) => void = () => undefined;

  constructor(connection: Connection, host: Host) {
    this.connection = connection;
    this.host = host;
    this.settings = new SettingsReader(connection, (text) => this.warn(text));
    this.files = filesOf(host, connection, () => this.options.servesFiles === true);
    this.workspace = new Workspace(this.files, {
      rules,
      chosenLine: async (path) => (await this.settings.of(host.uriOf(path))).tomcatVersion,
      beyondCluster: async (path) => (await this.settings.of(host.uriOf(path))).checkBeyondCluster,
      longest: LONGEST,
      longestRead: LONGEST_READ,
      turn: turns(),
      ...(host.hash ? { hash: host.hash } : {}),
      timeLimit: {
        milliseconds: TIME_LIMIT,
        now: () => performance.now(),
        onOver: (path, costs) => {
          const rulesSlow = costs.map(([rule, cost]) => `${rule} ${Math.round(cost)} ms`).join(", ");
          connection.console.warn(
            `${host.uriOf(path)}: checking took longer than ${TIME_LIMIT} ms, other rules did not run: ${rulesSlow}`,
          );
        },
      },
      onBusy: (path) => {
        if (this.options.reportBusy !== true) return;
        const uri = path === undefined ? null : host.uriOf(path);
        void this.attempt(() => connection.sendNotification(BUSY_NOTIFICATION, { uri }));
      },
      onRuleError: (rule, error) => connection.console.error(`rule ${rule.id} failed: ${String(error)}`),
    });
  }

  /** Takes over what the client said when it connected. */
  begin(client: ClientCapabilities, language: string | undefined, options: unknown): void {
    this.client = client;
    this.options = readOptions(options);
    this.locale = localeOf(language);
    this.workspace.setTrusted(this.options.trusted !== false);
    this.workspace.setAside((this.options.setAside ?? []).map((uri) => this.host.pathOf(uri)));
    this.settings.readable = client.workspace?.configuration === true;
  }

  /** True for a client that pulls diagnostics; to others they are pushed. */
  get pulls(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  /** True for a client that can be told to show a document anew: from any other nothing may be held back. */
  get refreshes(): boolean {
    return !this.pulls || this.client.workspace?.diagnostics?.refreshSupport === true;
  }

  get rendering(): Rendering {
    const { locale, host } = this;
    const confirms = this.client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    const pageOf = showsPages(this.client)
      ? (code: string) => `${PAGE_SCHEME}:/${code}`
      : (code: string) => host.pageOf(code, locale);
    return { locale, confirms, uriOf: host.uriOf, pageOf };
  }

  /** The same for one document, whose findings may lead to pages that the user names. */
  async renderingOf(uri: string): Promise<Rendering> {
    const { rendering, locale } = this;
    const { rulePages } = await this.settings.of(uri);
    return rulePages === "" ? rendering : { ...rendering, pageOf: (code) => pageOnSite(rulePages, code, locale) };
  }

  /**
   * The configuration a document is, or holds at a position; undefined for XML that is not Tomcat's, and for a document that is too long.
   */
  async fileOf({ uri }: TextDocumentIdentifier, position?: Position): Promise<ConfigFile | undefined> {
    const file = await this.workspace.fileAt(await this.pathAt(uri, position));
    return file && isOnlyParsed(file) ? undefined : file;
  }

  /** The clusters that a server.xml is a node of, as far as they are known in time. */
  async clustersOf(file: ConfigFile): Promise<readonly TomcatCluster[]> {
    if (file.kind !== "server") return [];
    const clusters = this.workspace.clusters(file.path).then((all) => all.of(file));
    return inTime(clusters, () => []);
  }

  /** The path of what a document holds at a position: of a manifest, the configuration there. */
  async pathAt(uri: string, position: Position | undefined): Promise<string> {
    const path = this.host.pathOf(uri);
    const offset = position && this.documents.get(uri)?.offsetAt(position);
    return offset === undefined ? path : this.workspace.pathAt(path, offset);
  }

  /** Shows the user a warning. */
  warn(text: Localized): void {
    const message = text[this.locale];
    void this.attempt(() =>
      this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
    );
  }

  /** Runs a task that no request waits for. An error goes to the log, and the server goes on. */
  attempt(act: () => unknown): Promise<void> {
    return Promise.resolve()
      .then(act)
      .then(
        () => undefined,
        (error: unknown) => this.log(error),
      );
  }

  log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Calls back when documents are to be shown in full, because typing has ended or the files around them are read. */
  onShowAgain(listener: (uris: readonly string[]) => void): void {
    this.#toShowAgain = listener;
  }

  /** Calls back whenever something changed in a document or on disk. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Something changed, in a document or on disk. */
  changed(): void {
    for (const listener of this.#listeners) void this.attempt(listener);
  }
}

/** True for a document of which no more than the mistakes of its XML is reported. */
export function isOnlyParsed({ document }: ConfigFile): boolean {
  return document.text.length > LONGEST;
}

/** What is said of such a document where something else was asked for. */
export function tooLong({ document }: ConfigFile): Localized {
  const characters = (isUnread(document) ? LONGEST_READ : LONGEST).toLocaleString("en");
  if (isUnread(document)) {
    return {
      en: `longer than ${characters} characters: not read; the command line checks it`,
      ko: `${characters}자보다 길어 읽지 않습니다. 명령줄로는 검사할 수 있습니다`,
    };
  }
  return {
    en: `longer than ${characters} characters: only mistakes of the XML are shown`,
    ko: `${characters}자보다 길어 XML 오류만 표시합니다`,
  };
}

/** True for a client that has said that it shows pages about findings, and opens their addresses. */
export function showsPages({ experimental }: ClientCapabilities): boolean {
  return typeof experimental === "object" && experimental !== null && PAGE_CAPABILITY in experimental;
}

/** A client may send anything: what is of the wrong type counts as absent. */
function readOptions(options: unknown): InitializationOptions {
  if (typeof options !== "object" || options === null) return {};
  const command = "suggestCommand" in options ? options.suggestCommand : undefined;
  const severity = "severityCommand" in options ? options.severityCommand : undefined;
  const accept = "acceptCommand" in options ? options.acceptCommand : undefined;
  const aside: unknown = "setAside" in options ? options.setAside : undefined;
  return {
    ...(typeof command === "string" ? { suggestCommand: command } : {}),
    ...(typeof severity === "string" ? { severityCommand: severity } : {}),
    ...(typeof accept === "string" ? { acceptCommand: accept } : {}),
    ...(Array.isArray(aside) ? { setAside: aside.filter((each) => typeof each === "string") } : {}),
    reportBusy: "reportBusy" in options && options.reportBusy === true,
    trusted: !("trusted" in options && options.trusted === false),
    validatesJson: "validatesJson" in options && options.validatesJson === true,
    servesFiles: "servesFiles" in options && options.servesFiles === true,
    ...("pages" in options && typeof options.pages === "string" ? { pages: options.pages } : {}),
  };
}

/** One group of requests: what the server can do for a client, and how it answers. */
export interface RequestGroup {
  /** Asked once, before anything else. */
  capabilities(session: Session): ServerCapabilities;
  /** Answers from now on. */
  serve(session: Session): void;
  /** Asks the client, once it is ready, for what its capabilities cannot say at the start. */
  register?(session: Session): Promise<void>;
}
