import type { RequestGroup } from "../session.ts";
import { clusterFixRequests } from "./cluster-fixes.ts";
import { codeActionRequests } from "./code-actions.ts";
import { codeLensRequests } from "./code-lens.ts";
import { completionRequests } from "./completion.ts";
import { configtestRequests } from "./configtest.ts";
import { createRequests } from "./create.ts";
import { diagnosticRequests } from "./diagnostics.ts";
import { documentLinkRequests } from "./document-links.ts";
import { effectiveRequests } from "./effective.ts";
import { foldingRequests } from "./folding.ts";
import { formattingRequests } from "./formatting.ts";
import { hoverRequests } from "./hover.ts";
import { inlayHintRequests } from "./inlay-hints.ts";
import { inlineCompletionRequests } from "./inline-completion.ts";
import { liveRequests } from "./live.ts";
import { logRequests } from "./logs.ts";
import { migrateRequests } from "./migrate.ts";
import { nameRequests } from "./names.ts";
import { otherLanguageRequests } from "./other-languages.ts";
import { pageRequests } from "./pages.ts";
import { probeRequests } from "./probe.ts";
import { proveRequests } from "./prove.ts";
import { selectionRequests } from "./selection.ts";
import { semanticTokenRequests } from "./semantic-tokens.ts";
import { statusRequests } from "./status.ts";
import { symbolRequests } from "./symbols.ts";
import { tagRequests } from "./tags.ts";
import { toolRequests } from "./tools.ts";
import { topologyRequests } from "./topology.ts";

/** All the server answers; each group has a file of its own. */
export const requestGroups: readonly RequestGroup[] = [
  diagnosticRequests,
  hoverRequests,
  completionRequests,
  inlineCompletionRequests,
  codeActionRequests,
  formattingRequests,
  nameRequests,
  otherLanguageRequests,
  pageRequests,
  probeRequests,
  proveRequests,
  logRequests,
  liveRequests,
  configtestRequests,
  statusRequests,
  foldingRequests,
  selectionRequests,
  tagRequests,
  symbolRequests,
  documentLinkRequests,
  codeLensRequests,
  inlayHintRequests,
  semanticTokenRequests,
  effectiveRequests,
  topologyRequests,
  clusterFixRequests,
  createRequests,
  migrateRequests,
  toolRequests,
];
