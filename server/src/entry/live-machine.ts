import { lookup } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { connect } from "node:net";
import { hostname } from "node:os";
import { rootCertificates } from "node:tls";
import type { Silence } from "../base/silence.ts";
import type { LivePort } from "../live/port.ts";

/** How long a connection may take, and a whole answer, in milliseconds. */
const CONNECT = 5000;
const ANSWER = 15_000;
/** The longest answer that is read, in bytes: a manager lists some hundred beans. */
const LONGEST = 8_000_000;

export interface LiveTrust {
  /** Certificates of an authority that is trusted besides the usual ones, as PEM. */
  readonly ca: string | undefined;
  /** True where the user takes any certificate. */
  readonly insecure: boolean;
}

/** Names, connections and requests of this machine. */
export function liveMachine({ ca, insecure }: LiveTrust): LivePort {
  const trust = { ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }), rejectUnauthorized: !insecure };
  return {
    ownName: hostname(),

    resolve: (host) => lookup(host, { all: true }).then((found) => found.map(({ address }) => address), silence),

    connect: (host, port) =>
      new Promise((resolve) => {
        const begin = performance.now();
        const socket = connect({ host, port, timeout: CONNECT });
        const end = (answer: number | Silence) => {
          socket.destroy();
          resolve(answer);
        };
        socket.once("connect", () => end(performance.now() - begin));
        socket.once("timeout", () => end({ code: "TIMEOUT" }));
        socket.once("error", (error) => end(silence(error)));
      }),

    ask: (url, credentials) =>
      new Promise((resolve) => {
        const target = new URL(url);
        const request = target.protocol === "https:" ? requestHttps : requestHttp;
        const auth = credentials && { auth: `${credentials.user}:${credentials.password}` };
        const asked = request(target, { agent: false, ...trust, ...auth }, (answer) => {
          const parts: Buffer[] = [];
          let length = 0;
          answer.on("data", (part: Buffer) => {
            parts.push(part);
            length += part.length;
            if (length > LONGEST) asked.destroy(Object.assign(new Error("too long"), { code: "TOO_LONG" }));
          });
          answer.on("error", (error) => resolve(silence(error)));
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") }),
          );
        });
        // Node drops a connection that the other side wants to use for something else, and says nothing.
        asked.on("upgrade", ({ statusCode = 0 }, socket) => {
          socket.destroy();
          resolve({ status: statusCode, body: "" });
        });
        const timer = setTimeout(() => asked.destroy(Object.assign(new Error("late"), { code: "TIMEOUT" })), ANSWER);
        asked.on("error", (error) => resolve(silence(error)));
        asked.on("close", () => clearTimeout(timer));
        asked.end();
      }),
  };
}

function silence(error: unknown): Silence {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return { code: error.code };
  return { code: error instanceof Error ? error.message : String(error) };
}
