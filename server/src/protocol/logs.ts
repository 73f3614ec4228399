import { NotificationType, RequestType } from "vscode-languageserver-protocol";
import type { LogTimeline } from "../logs/timeline/timeline.ts";

/** Client to server: what lines of a log mean, as Markdown in the client's language. */
export const EXPLAIN_LOG_REQUEST = new RequestType<ExplainLogParams, string, void>("tomcatCluster/logs/explain");

export interface ExplainLogParams {
  readonly text: string;
  /** The document they stand in; where it lies tells the node. */
  readonly uri: string;
}

/**
 * Client to server: reads the logs of one node or of several, of any size, from the server's disk, and says what happened
 * on one axis. Cancelling ends it.
 */
export const LOG_TIMELINE_REQUEST = new RequestType<LogTimelineParams, LogTimeline, void>(
  "tomcatCluster/logs/timeline",
);

export type {
  LogTimeline,
  TimelineEvent,
  TimelineFinding,
  TimelineNode,
  TimelinePlace,
} from "../logs/timeline/timeline.ts";

export interface LogTimelineParams {
  readonly uris: readonly string[];
  /** Comes back with each progress. */
  readonly token: string;
}

/** Server to client: how far logs are read, from 0 to 1. */
export const LOG_PROGRESS_NOTIFICATION = new NotificationType<LogProgressParams>("tomcatCluster/logs/progress");

export interface LogProgressParams {
  readonly token: string;
  readonly part: number;
}
