import { Change } from "./change.ts";
import type { Line } from "./lines.ts";
import type { ReleaseRange } from "./model.ts";

/**
 * The first releases with attributes of protocol handlers that are newer than their line; the facts of a line are those
 * of its newest release.
 *
 * Source: the setters of AbstractProtocol, AbstractHttp11Protocol, AbstractAjpProtocol, AbstractEndpoint and
 * NioEndpoint at every release tag from 8.5.0 to 11.0.25.
 */
const CAME: Readonly<Record<string, Change>> = {
  allowHostHeaderMismatch: new Change("8.5.23"),
  allowedRequestAttributesPattern: new Change("8.5.51", "9.0.31"),
  continueResponseTiming: new Change("8.5.58", "9.0.38"),
  keyPassFile: new Change("8.5.96", "9.0.83"),
  keystorePassFile: new Change("8.5.96", "9.0.83"),
  maxHttpRequestHeaderSize: new Change("8.5.79", "9.0.63"),
  maxHttpResponseHeaderSize: new Change("8.5.79", "9.0.63"),
  maxQueueSize: new Change("9.0.90", "10.1.25"),
  noCompressionEncodings: new Change("9.0.116", "10.1.53", "11.0.19"),
  noCompressionStrongETag: new Change("8.5.50", "9.0.30"),
  rejectIllegalHeader: new Change("8.5.51", "9.0.31"),
  rejectIllegalHeaderName: new Change("8.5.22"),
  strictSni: new Change("9.0.113", "10.1.50", "11.0.15"),
  threadsMaxIdleTime: new Change("9.0.88", "10.1.20"),
  unixDomainSocketParentOwner: new Change("9.0.121", "10.1.58", "11.0.25"),
  unixDomainSocketParentPermissions: new Change("9.0.121", "10.1.58", "11.0.25"),
  unixDomainSocketPath: new Change("9.0.42"),
  unixDomainSocketPathPermissions: new Change("9.0.42"),
  useAsyncIO: new Change("8.5.42", "9.0.19"),
  useInheritedChannel: new Change("8.5.33", "9.0.11"),
  useKeepAliveResponseHeader: new Change("8.5.48", "9.0.29"),
  useVirtualThreads: new Change("8.5.90", "9.0.76", "10.1.10"),
};

/**
 * The releases of a line whose protocol handlers have an attribute; undefined where all of them do, or nothing else is
 * known.
 */
export function handlerReleases(name: string, line: Line): readonly ReleaseRange[] | undefined {
  const first = Object.hasOwn(CAME, name) ? CAME[name]?.firstIn(line) : undefined;
  return first && [{ first, last: undefined }];
}
