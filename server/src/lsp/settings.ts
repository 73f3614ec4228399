import type { Connection } from "vscode-languageserver";
import { SECTION, type Settings } from "../protocol.ts";

const DEFAULTS: Settings = {
  tomcatVersion: "auto",
  autoClosingTags: true,
  inlayHints: { optionNames: true, defaults: false },
  format: { enable: true, printWidth: 120 },
  effective: { showSecrets: false },
  otherXmlExtension: false,
};

/** What a client answers: any part may be missing. */
type Answer = Partial<{
  [Name in keyof Settings]: Settings[Name] extends object ? Partial<Settings[Name]> : Settings[Name];
}>;

/** The client's settings for each document, asked for once and kept until they change. */
export class SettingsReader {
  /** False for clients that cannot be asked: they get the defaults. */
  readable = false;
  readonly #connection: Connection;
  readonly #known = new Map<string, Promise<Settings>>();

  constructor(connection: Connection) {
    this.#connection = connection;
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
  }

  async #ask(uri: string): Promise<Settings> {
    const answer: Answer | null = await this.#connection.workspace.getConfiguration({
      scopeUri: uri,
      section: SECTION,
    });
    return {
      ...DEFAULTS,
      ...answer,
      inlayHints: { ...DEFAULTS.inlayHints, ...answer?.inlayHints },
      format: { ...DEFAULTS.format, ...answer?.format },
      effective: { ...DEFAULTS.effective, ...answer?.effective },
    };
  }
}
