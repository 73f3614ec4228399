/** All of the server that the client may import: custom messages and the shape of the settings. */

/** Section of the settings. */
export const SECTION = "tomcatCluster";

export interface Settings {
  /** `auto`, or one of the lines 7.0, 8.5, 9.0, 10.1, 11.0. */
  readonly tomcatVersion: string;
  readonly format: FormatSettings;
}

export interface FormatSettings {
  readonly enable: boolean;
  /** Columns; a start tag that is wider gets a line for each attribute. */
  readonly printWidth: number;
}

/** Client to server: which Tomcat a document is for; null for files that are not Tomcat's. */
export const STATUS_REQUEST = "tomcatCluster/status";

export interface StatusParams {
  readonly uri: string;
}

export interface Status {
  readonly line: string;
  readonly release: string | null;
  /** What told it, in the client's language. */
  readonly source: string;
}
