import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Place } from "../tomcat/cluster/network.ts";

/** Counts the requests of a session, and says which node counted. */
export const COUNTING_PAGE = `<%
  Integer count = (Integer) session.getAttribute("count");
  session.setAttribute("count", count == null ? 1 : count + 1);
%>node=<%= System.getProperty("node") %> count=<%= session.getAttribute("count") %> secure=<%= request.isSecure() %> url=<%= response.encodeURL("/") %>`;

/** What one request got. */
export interface Visit {
  readonly status: number;
  /** The node that answered; empty where none did. */
  readonly node: string;
  /** How many requests the session has seen; 1 for a new one. */
  readonly count: number;
  /** The value of the session cookie that was sent. */
  readonly cookie: string;
  /** Whether Tomcat took the request for a secure one, and what it set as a cookie; empty where it set none. */
  readonly secure: boolean;
  readonly setCookie: string;
}

/** A client with cookies, each for its path, or with the session in the address: some requests one after the other, a line of JSON each. */
const CLIENT = `
const [url, times, kept, pause, inAddress, method] = process.argv.slice(1);
const cookies = new Map(JSON.parse(kept));
let path = cookies.get("path") ?? "";
const once = () => new Promise((resolve) => {
  const sent = [...cookies].filter(([name]) => name !== "path").map((each) => each.join("=")).join("; ");
  const headers = sent && !inAddress ? { cookie: sent } : {};
  const options = { method, headers, timeout: 30000, agent: false, rejectUnauthorized: false };
  const request = require(new URL(url).protocol.slice(0, -1)).request(url + path, options, (answer) => {
    let body = "";
    answer.on("data", (data) => (body += data)).on("end", () => {
      for (const each of answer.headers["set-cookie"] ?? []) {
        const below = /;\\s*path=([^;]*)/i.exec(each)?.[1].replace(/\\/$/, "") ?? "";
        if (!(new URL(url).pathname + "/").startsWith(below + "/")) continue;
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        cookies.set(name, value);
      }
      if (inAddress) path = /url=\\/(\\S*)/.exec(body)?.[1] ?? path;
      const [, node = "", count = "0"] = /node=(\\w+) count=(\\d+)/.exec(body) ?? [];
      const setCookie = (answer.headers["set-cookie"] ?? []).join();
      const secure = body.includes("secure=true");
      resolve({ status: answer.statusCode, node, count: Number(count), cookie: sent, secure, setCookie });
    });
  });
  request.on("timeout", () => request.destroy(new Error("no answer")));
  request.on("error", () => resolve({ status: 0, node: "", count: 0, cookie: sent, secure: false, setCookie: "" }));
  request.end();
});
(async () => {
  for (let time = 0; time < Number(times); time++) {
    console.log(JSON.stringify(await once()));
    await new Promise((resolve) => setTimeout(resolve, Number(pause)));
  }
  if (inAddress) cookies.set("path", path);
  console.log(JSON.stringify([...cookies]));
})();`;

/** A client of one session. */
export class Client {
  readonly #place: Place;
  readonly #url: string;
  readonly #inAddress: boolean;
  readonly #method: string;
  #cookies = "[]";

  /**
   * With `inAddress`, it refuses cookies, and follows addresses that carry the session; with `tls`, it takes any
   * certificate. The path is that of an application: `told/`.
   */
  constructor(place: Place, port: number, { inAddress = false, tls = false, path = "", method = "GET" } = {}) {
    this.#place = place;
    this.#url = `${tls ? "https" : "http"}://127.0.0.1:${port}/${path}`;
    this.#inAddress = inAddress;
    this.#method = method;
  }

  /** Some requests one after the other, with a pause behind each, in milliseconds. */
  async visit(times: number, pause = 0): Promise<readonly Visit[]> {
    const words = [this.#url, `${times}`, this.#cookies, `${pause}`, this.#inAddress ? "yes" : "", this.#method];
    const [command = "", ...rest] = [...this.#place.enter, process.execPath, "-e", CLIENT, ...words];
    const { stdout } = await promisify(execFile)(command, rest);
    const lines = stdout.trim().split("\n");
    this.#cookies = lines.pop() ?? "[]";
    return lines.map((line) => JSON.parse(line));
  }
}

/** The nodes that answered, each once, in the order in which they first did. */
export function nodesOf(visits: readonly Visit[]): readonly string[] {
  return [...new Set(visits.map(({ node }) => node))];
}

/** True where one session was counted without a gap. */
export function keptSession(visits: readonly Visit[]): boolean {
  return visits.every(({ count }, index) => index === 0 || count === (visits[index - 1]?.count ?? 0) + 1);
}
