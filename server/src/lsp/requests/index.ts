import type { RequestGroup } from "../session.ts";
import { codeActionRequests } from "./code-actions.ts";
import { codeLensRequests } from "./code-lens.ts";
import { completionRequests } from "./completion.ts";
import { diagnosticRequests } from "./diagnostics.ts";
import { effectiveRequests } from "./effective.ts";
import { hoverRequests } from "./hover.ts";
import { statusRequests } from "./status.ts";

/** All the server answers; each group has a file of its own. */
export const requestGroups: readonly RequestGroup[] = [
  diagnosticRequests,
  hoverRequests,
  completionRequests,
  codeActionRequests,
  statusRequests,
  codeLensRequests,
  effectiveRequests,
];
