import { RequestType } from "vscode-languageserver-protocol";

/**
 * Client to server: looks at running nodes. Each Receiver in the files of the workspace is connected to once, and each
 * manager asked through the client, so a client asks only where the user wants that.
 */
export const LIVE_REQUEST = new RequestType<LiveParams, LiveAnswer, void>("tomcatCluster/live");

export interface LiveParams {
  /** Addresses of manager applications, without user and password. */
  readonly managers: readonly string[];
}

export interface LiveAnswer {
  /** Ids of what is wrong. */
  readonly wrong: readonly string[];
  /** Addresses of managers that refused the user. */
  readonly refused: readonly string[];
  /** Markdown, in the client's language. */
  readonly page: string;
}

/** Server to client: one GET of a manager, with the user the client has for it; a redirection is not followed. */
export const LIVE_ASK_REQUEST = new RequestType<LiveAskParams, LiveAskAnswer, void>("tomcatCluster/live/ask");

export interface LiveAskParams {
  readonly url: string;
}

/** A code of the system where nothing came. */
export type LiveAskAnswer = { readonly status: number; readonly body: string } | { readonly code: string };
