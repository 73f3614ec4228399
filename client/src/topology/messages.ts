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
  readonly fronts: string;
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
  readonly search: string;
  readonly export: string;
  readonly close: string;
  readonly applications: string;
  readonly replicated: string;
  readonly notReplicated: string;
  readonly cookie: string;
  readonly timeout: string;
  readonly running: string;
}

/** From the extension to the page: the pictures to show. */
export interface ShowMessage {
  readonly answer: TopologyAnswer;
  readonly texts: ViewTexts;
  /** The file whose command opened the picture; kept over a reload. */
  readonly uri: string | null;
  /** The last zoom chosen in any picture of this workspace. */
  readonly zoom: number | null;
  /** The index of a cluster to be brought into view; null leaves the page where it is. */
  readonly goal: number | null;
}

/** From the extension to the page: a picture to be made of pixels. */
export interface DrawMessage {
  readonly draw: string;
}

/** A part of a cluster, by index. */
export interface Part {
  readonly cluster: number;
  readonly kind: "node" | "receiver" | "link" | "stranger" | "front";
  readonly index: number;
  /** The index of one of a balancer's members; the balancer itself without one. */
  readonly member?: number;
  /** The index of one of the problems of a link, a member or a balancer. */
  readonly problem?: number;
}

/** From the page: it is loaded, the user requests something, or an image is ready. */
export type ViewMessage =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly part: Part }
  | { readonly type: "zoom"; readonly zoom: number | null }
  | { readonly type: "export" }
  /** A `data:` address of a PNG; null where the page could not make one. */
  | { readonly type: "png"; readonly data: string | null };

/** The state that the page keeps over a reload. */
export interface ViewState {
  readonly uri: string | null;
  /** Times the natural size; null fits the width. */
  readonly zoom: number | null;
}
