import type { RequestGroup } from "../session.ts";
import { codeActionRequests } from "./code-actions.ts";
import { completionRequests } from "./completion.ts";
import { diagnosticRequests } from "./diagnostics.ts";
import { formattingRequests } from "./formatting.ts";
import { hoverRequests } from "./hover.ts";
import { nameRequests } from "./names.ts";
import { statusRequests } from "./status.ts";

/** All the server answers; each group has a file of its own. */
export const requestGroups: readonly RequestGroup[] = [
  diagnosticRequests,
  hoverRequests,
  completionRequests,
  codeActionRequests,
  formattingRequests,
  nameRequests,
  statusRequests,
];
