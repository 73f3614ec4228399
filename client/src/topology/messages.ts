import type { TopologyAnswer } from "../../../server/src/protocol.ts";

/** The texts of the page that do not come from the server, in the user's language. */
export interface ViewTexts {
  readonly empty: string;
  readonly recognised: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly broken: string;
  readonly strangers: string;
  readonly nodes: string;
  readonly node: string;
  readonly receiver: string;
  readonly membership: string;
  readonly sessions: string;
  readonly sends: string;
  readonly lists: string;
  readonly errors: string;
  readonly warnings: string;
  readonly keys: string;
}

/** From the extension to the page: what to show. */
export interface ShowMessage {
  readonly answer: TopologyAnswer;
  readonly texts: ViewTexts;
  /** The file the picture was asked for from; kept over a reload. */
  readonly uri: string | null;
}

/** A part of a cluster, by index: what the user clicked. */
export interface Part {
  readonly cluster: number;
  readonly kind: "node" | "receiver" | "link" | "stranger";
  readonly index: number;
  /** Which of a link's problems. */
  readonly problem?: number;
}

/** From the page: it is loaded, or the user asks for the place of a part. */
export type ViewMessage = { readonly type: "ready" } | { readonly type: "open"; readonly part: Part };

/** What the page keeps over a reload. */
export interface ViewState {
  readonly uri: string | null;
  /** Times the natural size; null fits the width. */
  readonly zoom: number | null;
}
