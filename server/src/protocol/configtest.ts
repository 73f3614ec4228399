import { RequestType } from "vscode-languageserver-protocol";

/**
 * Client to server: runs `configtest` of a real Tomcat for the node a server.xml configures, as it is saved. That runs
 * programs of the Tomcat's and the node's folders, so a client asks only where the user trusts them. Cancelling ends it.
 */
export const CONFIGTEST_REQUEST = new RequestType<ConfigtestParams, ConfigtestAnswer, void>("tomcatCluster/configtest");

export interface ConfigtestParams {
  readonly uri: string;
  /** CATALINA_HOME, a path of the server's machine; null tries the node's own folder. */
  readonly catalinaHome: string | null;
}

export interface ConfigtestAnswer {
  /**
   * `accepted`: it reads the file; `rejected`: it does not; `failed`: it could not be asked; `unsupported`: no Tomcat can
   * read this file, which is on no machine, or on none that the server runs on.
   */
  readonly outcome: "accepted" | "rejected" | "failed" | "unsupported";
  /** In the client's language. */
  readonly text: string;
  readonly findings: readonly ConfigtestFinding[];
}

export interface ConfigtestFinding {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly severity: "error" | "warning" | "information";
  /** Tomcat's own words, in English. */
  readonly message: string;
}
