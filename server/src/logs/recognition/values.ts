/** `[/192.168.56.7:4000]`, `[host/192.168.56.7:4000]`: an InetSocketAddress. */
const SOCKET = /\[[\w.-]*\/(?:\[([\da-fA-F:.]+)(?:%[\w.]+)?\]|([\d.]+|[\da-fA-F:]+?)(?:%[\w.]+)?):(\d+)\]/;

/** The first address with a port that a message names in brackets. */
export function socketIn(message: string): { readonly host: string; readonly port: number } | undefined {
  const [, bracketed, host = bracketed, port] = SOCKET.exec(message) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

const OPEN = 91;
const CLOSE = 93;

/** The contents of the outermost brackets of a message: Tomcat prints its values there, in every language. */
export function valuesIn(message: string): readonly string[] {
  const values: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < message.length; at++) {
    const sign = message.charCodeAt(at);
    if (sign === OPEN && depth++ === 0) start = at + 1;
    else if (sign === CLOSE && depth > 0 && --depth === 0) values.push(message.slice(start, at));
  }
  return values;
}
