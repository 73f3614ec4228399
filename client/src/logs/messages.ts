import type { LogTimeline } from "../../../server/src/protocol.ts";

/** The texts of the page that do not come from the server, in the user's language. */
export interface TimelineTexts {
  readonly title: string;
  readonly keys: string;
  readonly again: string;
  readonly search: string;
  readonly onlyImportant: string;
  readonly wrong: string;
  readonly fine: string;
  readonly events: string;
  readonly time: string;
  readonly overview: string;
  readonly leftOut: string;
  readonly notRead: string;
  readonly none: string;
  readonly weights: Readonly<Record<"fault" | "notice" | "normal", string>>;
}

/** From the extension to the page: what to show. */
export interface TimelineMessage {
  readonly timeline: LogTimeline;
  readonly texts: TimelineTexts;
}

/** A place by index: a line that an event stands in, or a place a finding leads to. */
export type TimelineTarget = { readonly event: number } | { readonly finding: number; readonly place: number };

/** From the page: it is loaded, the user asks for a place, or for the logs as they are now. */
export type TimelineViewMessage =
  | { readonly type: "ready" }
  | { readonly type: "again" }
  | { readonly type: "open"; readonly target: TimelineTarget };
