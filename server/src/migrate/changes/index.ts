import { accessLogs } from "./access-log.ts";
import { attributeChanges } from "./attributes.ts";
import type { ChangeFinder } from "./change.ts";
import { cipherSuites } from "./cipher-suites.ts";
import { classes } from "./classes.ts";
import { initParams } from "./init-params.ts";
import { databases, digests } from "./realms.ts";
import { jakartaTypes, pools } from "./resources.ts";
import { values } from "./values.ts";
import { webDescriptors } from "./web.ts";

/**
 * All kinds of changes that a step makes in a file. Of two changes that touch the same text, the first listed is made
 * first.
 */
export const CHANGES: readonly ChangeFinder[] = [
  digests,
  databases,
  classes,
  attributeChanges,
  pools,
  jakartaTypes,
  accessLogs,
  values,
  cipherSuites,
  webDescriptors,
  initParams,
];
