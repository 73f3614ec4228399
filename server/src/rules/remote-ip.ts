import { Change } from "../schema/change.ts";

/** From here on RemoteIpValve reads proxies with a slash as networks, in place of one regular expression. */
export const READS_NETWORKS = new Change("11.0.13");

/** From here on it reads nothing else. */
export const READS_NETWORKS_ONLY = new Change("12.0.0");
