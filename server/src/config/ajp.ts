import { Change } from "../schema/change.ts";

/** AJP over any transport. */
export const AJP_PROTOCOL = /^(?:AJP\/1\.3|org\.apache\.coyote\.ajp\.Ajp(?:Nio|Nio2|Apr)?Protocol)$/;

/**
 * The first releases whose AJP Connector listens on the loopback address and requires a secret, where nothing else is
 * written.
 *
 * Source: AbstractAjpProtocol (its constructor, and start), and runs of the releases around.
 */
export const AJP_CLOSED = new Change("7.0.100", "8.5.51", "9.0.31");
