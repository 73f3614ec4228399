import { type OtherPage, readPage, saysEnded, type TestPage } from "./page.ts";
import type { ProofTarget, ProveHost } from "./port.ts";

/** Why a request gave no test page. */
export type PageRefusal =
  | { readonly kind: "silent"; readonly code: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "elsewhere"; readonly location: string }
  | { readonly kind: OtherPage }
  /** The response has no session cookie. */
  | { readonly kind: "no-cookie" };

export type Visit =
  /** The session of this browser, begun earlier or by this visit. */
  | { readonly kind: "own"; readonly page: TestPage; readonly url: string }
  /** The node did not know the session and began another one, which the browser leaves. */
  | { readonly kind: "other"; readonly page: TestPage }
  | { readonly kind: "refused"; readonly why: PageRefusal };

type Cookies = ReadonlyMap<string, string>;

/**
 * The age at which a session is ended, in milliseconds. Messages that are sent asynchronously may overtake each other:
 * where the end of a session comes before its begin, the other node keeps it.
 */
const SETTLED = 1000;

interface Open {
  readonly target: ProofTarget;
  readonly cookies: Cookies;
  readonly since: number;
  /** True where it is no longer needed. */
  readonly left: boolean;
}

/** The sessions begun by the proof, so that all can be ended. */
export class Sessions {
  readonly #host: ProveHost;
  readonly #open = new Map<string, Open>();

  constructor(host: ProveHost) {
    this.#host = host;
  }

  get count(): number {
    return this.#open.size;
  }

  keep(session: string, target: ProofTarget, cookies: Cookies): void {
    const { since = this.#host.now(), left = false } = this.#open.get(session) ?? {};
    this.#open.set(session, { target, cookies: new Map(cookies), since, left });
  }

  /** A session that is to be ended as soon as it is old enough. */
  leave(session: string): void {
    const open = this.#open.get(session);
    if (open) this.#open.set(session, { ...open, left: true });
  }

  /** Ends the sessions that were left and are old enough. */
  async endLeft(): Promise<void> {
    const now = this.#host.now();
    for (const [session, { since, left }] of [...this.#open]) {
      if (left && now - since >= SETTLED) await this.endEverywhere(session, []);
    }
  }

  /** Ends a session on the node that last had it, else on one of some other nodes; gives back the node that did. */
  async end(session: string, others: readonly ProofTarget[] = []): Promise<ProofTarget | undefined> {
    for (const target of this.#placesOf(session, others)) {
      if ((await this.#endAt(session, target)) === "ended") return target;
    }
    return undefined;
  }

  /**
   * Ends a session on each node, because a node that replication does not reach keeps its copy. A session that no node
   * answers for stays in the list.
   */
  async endEverywhere(session: string, others: readonly ProofTarget[]): Promise<void> {
    const results = [];
    for (const target of this.#placesOf(session, others)) results.push(await this.#endAt(session, target));
    if (results.includes("ended") || !results.includes("silent")) this.#open.delete(session);
  }

  #placesOf(session: string, others: readonly ProofTarget[]): readonly ProofTarget[] {
    const open = this.#open.get(session);
    return open ? [...new Map([open.target, ...others].map((each) => [each.url, each])).values()] : [];
  }

  async #endAt(session: string, target: ProofTarget): Promise<"ended" | "unknown" | "silent"> {
    const cookies = this.#open.get(session)?.cookies ?? new Map();
    const answer = await this.#host.request({ url: target.url, cookies, form: { end: "yes" } });
    if ("code" in answer || answer.status !== 200) return "silent";
    if (saysEnded(answer.body)) return "unknown";
    const page = readPage(answer.body);
    if (typeof page === "string") return "silent";
    // Where the page is an older one, a node that did not know the session began another one, and ended that.
    return page.session === session ? "ended" : "unknown";
  }

  /** Ends all remaining sessions. */
  async endAll(targets: readonly ProofTarget[]): Promise<void> {
    const youngest = Math.max(...[...this.#open.values()].map(({ since }) => since));
    const age = this.#host.now() - youngest;
    if (age < SETTLED) await this.#host.rest(SETTLED - age);
    for (const session of [...this.#open.keys()]) await this.endEverywhere(session, targets);
  }
}

/**
 * A browser with one session, which it takes to every node. It keeps cookies by name, without their host: behind a
 * balancer a browser sees one host, while this one sends the same cookie directly to each node.
 */
export class Browser {
  readonly #host: ProveHost;
  readonly #sessions: Sessions;
  #cookies: Cookies;
  #session: string | undefined;
  #route: string | undefined;

  constructor(host: ProveHost, sessions: Sessions) {
    this.#host = host;
    this.#sessions = sessions;
    this.#cookies = new Map();
  }

  /** The route in the session id that it sends. */
  get route(): string | undefined {
    return this.#route;
  }

  /** Opens the page, or posts a form to it. The first page determines the session of this browser. */
  async visit(target: ProofTarget, form?: Readonly<Record<string, string>>): Promise<Visit> {
    await this.#sessions.endLeft();
    const answer = await this.#host.request({ url: target.url, cookies: this.#cookies, ...(form && { form }) });
    if ("code" in answer) return { kind: "refused", why: { kind: "silent", code: answer.code } };
    if (answer.location !== undefined) {
      return { kind: "refused", why: { kind: "elsewhere", location: answer.location } };
    }
    if (answer.status !== 200) return { kind: "refused", why: { kind: "status", status: answer.status } };
    const page = readPage(answer.body);
    if (typeof page === "string") return { kind: "refused", why: { kind: page } };
    const cookies = new Map([...this.#cookies, ...answer.cookies]);
    const isFirst = this.#session === undefined;
    if (!isFirst && page.session !== this.#session) {
      this.#sessions.keep(page.session, target, cookies);
      this.#sessions.leave(page.session);
      return { kind: "other", page };
    }
    this.#sessions.keep(page.session, target, cookies);
    if (isFirst && ![...cookies.values()].includes(page.id)) return { kind: "refused", why: { kind: "no-cookie" } };
    this.#cookies = cookies;
    this.#session = page.session;
    this.#route = page.route;
    return { kind: "own", page, url: answer.url };
  }

  /** Needs its session no longer. */
  leave(): void {
    if (this.#session !== undefined) this.#sessions.leave(this.#session);
  }

  /** Ends the session on every node. */
  async endEverywhere(targets: readonly ProofTarget[]): Promise<void> {
    if (this.#session !== undefined) await this.#sessions.endEverywhere(this.#session, targets);
  }

  /** Ends the session; gives back the node that did. */
  async end(targets: readonly ProofTarget[]): Promise<ProofTarget | undefined> {
    return this.#session === undefined ? undefined : this.#sessions.end(this.#session, targets);
  }
}
