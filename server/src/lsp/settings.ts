import type { Connection } from "vscode-languageserver";
import type { Locale, Localized } from "../base/localized.ts";
import { SECTION, type Settings } from "../protocol.ts";
import { DEFAULTS, readSettings } from "./settings-values.ts";

/** The client's settings for each document, asked for once and kept until they change. */
export class SettingsReader {
  /** False for clients that cannot be asked: they get the defaults. */
  readable = false;
  readonly #connection: Connection;
  readonly #tell: (text: Localized) => void;
  readonly #known = new Map<string, Promise<Settings>>();
  /** The mistakes reported since the settings changed: all documents have the same ones. */
  readonly #told = new Set<string>();

  /** `tell` shows the user what is wrong with a setting. */
  constructor(connection: Connection, tell: (text: Localized) => void) {
    this.#connection = connection;
    this.#tell = tell;
  }

  of(uri: string): Promise<Settings> {
    if (!this.readable) return Promise.resolve(DEFAULTS);
    const known = this.#known.get(uri);
    if (known) return known;
    const asked = this.#ask(uri);
    this.#known.set(uri, asked);
    return asked;
  }

  /** The settings changed: ask again. */
  forget(): void {
    this.#known.clear();
    this.#told.clear();
  }

  /** A document is closed. */
  closed(uri: string): void {
    this.#known.delete(uri);
  }

  /** Never rejects: whatever a client answers, there are settings. */
  async #ask(uri: string): Promise<Settings> {
    try {
      const answer: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
      const { settings, problems } = readSettings(answer);
      if (problems.length > 0) {
        const inOne = (locale: Locale) => problems.map((text) => text[locale]).join("\n");
        this.#tellOnce({ en: inOne("en"), ko: inOne("ko") });
      }
      return settings;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#tellOnce({
        en: `The settings of Tomcat Cluster cannot be read, so the defaults are used: ${reason}`,
        ko: `Tomcat Cluster 설정을 읽을 수 없어 기본값을 사용합니다: ${reason}`,
      });
      return DEFAULTS;
    }
  }

  #tellOnce(text: Localized): void {
    if (this.#told.has(text.en)) return;
    this.#told.add(text.en);
    this.#tell(text);
  }
}
