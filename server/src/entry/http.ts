import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { rootCertificates } from "node:tls";
import type { Silence } from "../base/silence.ts";
import type { PageRequest, PageResponse } from "../prove/port.ts";
import { codeOrMessage } from "./file-error.ts";

export interface HttpOptions {
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
  /** Certificates of an authority that is trusted besides the usual ones, as PEM. */
  readonly ca: string | undefined;
  /** True where the user takes any certificate. */
  readonly insecure: boolean;
}

/** The longest page that is read, in bytes; ours are shorter. */
const LONGEST_PAGE = 1_000_000;
const MOST_REDIRECTIONS = 5;
const USER_AGENT = "tomcat-cluster prove";

/**
 * One request over a connection of its own. It follows redirections to the same host and port only, and knows no proxy.
 * `fetch` takes a certificate of the user's only with a dispatcher of undici's, which Node does not give out.
 */
export async function ask(question: PageRequest, options: HttpOptions): Promise<PageResponse | Silence> {
  let { url } = question;
  const cookies = new Map(question.cookies);
  for (let hops = 0; ; hops++) {
    const form = hops === 0 ? question.form : undefined;
    const answer = await once({ url, cookies, ...(form && { form }) }, options);
    if ("code" in answer) return answer;
    for (const [name, value] of answer.cookies) cookies.set(name, value);
    const changed = new Map([...cookies].filter(([name, value]) => question.cookies.get(name) !== value));
    const { location } = answer;
    if (location === undefined) return { ...answer, url, cookies: changed };
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    // A redirected form would arrive without its fields.
    if (!next || next.origin !== new URL(url).origin || form || hops === MOST_REDIRECTIONS) {
      return { ...answer, url, cookies: changed, location: next ? withoutUser(next) : location };
    }
    const { username, password } = new URL(url);
    Object.assign(next, { username, password });
    url = next.href;
  }
}

/** An address as it may be shown. */
export function withoutUser(url: URL): string {
  const shown = new URL(url);
  Object.assign(shown, { username: "", password: "" });
  return shown.href;
}

function once({ url, cookies, form }: PageRequest, options: HttpOptions): Promise<PageResponse | Silence> {
  const target = new URL(url);
  const body = form && new URLSearchParams(form).toString();
  const headers: Record<string, string> = { "user-agent": USER_AGENT, accept: "text/html" };
  if (cookies.size > 0) headers["cookie"] = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  if (body !== undefined) {
    headers["content-type"] = "application/x-www-form-urlencoded";
    headers["content-length"] = `${Buffer.byteLength(body)}`;
  }
  const trust = {
    ...(options.ca === undefined ? {} : { ca: [...rootCertificates, options.ca] }),
    rejectUnauthorized: !options.insecure,
  };
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const silent = (error: unknown) => resolve({ code: codeOrMessage(error) });
    const method = body === undefined ? "GET" : "POST";
    const asked = request(target, { method, headers, agent: false, ...trust }, (answer) => {
      bodyOf(answer).then((text) => {
        const { location, "set-cookie": set = [] } = answer.headers;
        const status = answer.statusCode ?? 0;
        resolve({
          ...{ status, url, body: text, location: status >= 300 && status < 400 ? location : undefined },
          cookies: new Map(set.map(cookieOf)),
        });
      }, silent);
    });
    // Node drops a connection that the other side wants to use for something else, and says nothing.
    asked.on("upgrade", ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve({ status: statusCode, url, body: "", location: undefined, cookies: new Map() });
    });
    // The limit is for the whole answer: a page that comes byte by byte is late too.
    const timer = setTimeout(() => asked.destroy(new Timeout()), options.timeout);
    asked.on("error", silent);
    asked.on("close", () => clearTimeout(timer));
    asked.end(body);
  });
}

class Timeout extends Error {
  readonly code = "TIMEOUT";
}

async function bodyOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    parts.push(part);
    length += part.length;
    if (length > LONGEST_PAGE) break;
  }
  return Buffer.concat(parts).toString("utf8");
}

function cookieOf(header: string): [name: string, value: string] {
  const pair = header.split(";", 1)[0] ?? "";
  const equals = pair.indexOf("=");
  return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}
