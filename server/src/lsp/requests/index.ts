import type { RequestGroup } from "../session.ts";
import { codeActionRequests } from "./code-actions.ts";
import { completionRequests } from "./completion.ts";
import { diagnosticRequests } from "./diagnostics.ts";
import { hoverRequests } from "./hover.ts";
import { statusRequests } from "./status.ts";
import { topologyRequests } from "./topology.ts";

/** All the server answers; each group has a file of its own. */
export const requestGroups: readonly RequestGroup[] = [
  diagnosticRequests,
  hoverRequests,
  completionRequests,
  codeActionRequests,
  statusRequests,
  topologyRequests,
];
