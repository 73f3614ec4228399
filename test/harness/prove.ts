import type { PageRequest, ProofTarget, ProveHost } from "../../server/src/prove/port.ts";

interface FakeSession {
  id: string;
  readonly created: number;
  isNew: boolean;
  /** Until the first change since the session began here or came here. */
  isFresh: boolean;
  entries: string[];
}

/** How a cluster in memory behaves; without any of it, it replicates at once. */
export interface FakeCluster {
  readonly nodes: readonly { readonly host: string; readonly route?: string }[];
  /** Milliseconds until the others have a change; negative for never. */
  readonly delay?: number;
  /** Sessions are sent, what is in them is not. */
  readonly withoutValues?: boolean;
  /** A node that takes a session over leaves the other's route in its id. */
  readonly keepsRoute?: boolean;
  /** From which node nothing is sent. */
  readonly muteNode?: number;
  /** The end of a session of less than this age, in milliseconds, reaches the others before its begin. */
  readonly overtaken?: number;
  /** Of the first changes since a session began on a node or came there, each one of this number is lost. */
  readonly firstLost?: number;
  /** The share of all changes that is lost, without any order. */
  readonly anyLost?: number;
  /** Statuses by which a node answers in place of the page. */
  readonly status?: Readonly<Record<string, number>>;
}

/** Nodes in memory, with a clock that goes on by a millisecond with each request and by each pause. */
export class FakeHost implements ProveHost {
  readonly #cluster: FakeCluster;
  readonly #sessions: Map<string, FakeSession>[];
  readonly #pending: { readonly at: number; readonly act: () => void }[] = [];
  readonly #runs: string[];
  readonly down = new Set<number>();
  readonly asked: PageRequest[] = [];
  ask?: (what: "stop" | "start", node: ProofTarget) => void;
  #now = 0;
  #ids = 0;
  #firsts = 0;
  #chance = 1;
  #stopAt = Number.POSITIVE_INFINITY;

  constructor(cluster: FakeCluster) {
    this.#cluster = cluster;
    this.#sessions = cluster.nodes.map(() => new Map());
    this.#runs = cluster.nodes.map((_, index) => `run-${index}-1`);
  }

  get targets(): readonly ProofTarget[] {
    return this.#cluster.nodes.map(({ host }) => ({ name: host, url: `http://${host}/` }));
  }

  /** Sessions that any node still has. */
  get left(): number {
    this.#deliver(Number.POSITIVE_INFINITY);
    return new Set(this.#sessions.flatMap((all) => [...all.keys()])).size;
  }

  /** The user stops the proof at the request of this number. */
  stopAt(request: number): void {
    this.#stopAt = request;
  }

  /** Starts a node again, with what the others have. */
  restart(index: number): void {
    this.down.delete(index);
    this.#runs[index] = `${this.#runs[index]}-again`;
    const other = this.#sessions.find((_, at) => at !== index && !this.down.has(at));
    this.#sessions[index] = new Map([...(other ?? [])].map(([key, each]) => [key, { ...each }]));
  }

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.stopped()) this.#now += milliseconds;
  }

  async rest(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }

  stopped(): boolean {
    return this.asked.length >= this.#stopAt;
  }

  async request(question: PageRequest) {
    this.#now++;
    this.asked.push(question);
    this.#deliver(this.#now);
    const index = this.#cluster.nodes.findIndex(({ host }) => question.url.startsWith(`http://${host}/`));
    const node = this.#cluster.nodes[index];
    const sessions = this.#sessions[index];
    if (!node || !sessions || this.down.has(index)) return { code: "ECONNREFUSED" };
    const failed = this.#cluster.status?.[node.host];
    if (failed !== undefined) return this.#answer(question, failed, "", new Map());
    const suffix = node.route === undefined ? "" : `.${node.route}`;
    const base = question.cookies.get("JSESSIONID")?.split(".")[0] ?? "";
    let session = sessions.get(base);
    const cookies = new Map<string, string>();
    const { entry, clear, end } = question.form ?? {};
    if (!session && end) return this.#answer(question, 200, "<h1>Session ended</h1>", cookies);
    if (!session) {
      session = { id: `S${++this.#ids}${suffix}`, created: this.#now, isNew: true, isFresh: true, entries: [] };
      sessions.set(session.id.split(".")[0] ?? "", session);
      cookies.set("JSESSIONID", session.id);
    } else {
      session.isNew = false;
      if (!this.#cluster.keepsRoute && session.id !== `${base}${suffix}`) {
        session.id = `${base}${suffix}`;
        session.isFresh = true;
        cookies.set("JSESSIONID", session.id);
      }
    }
    if (entry) session.entries = [...session.entries, entry];
    if (clear) session.entries = [];
    const key = session.id.split(".")[0] ?? "";
    if (end) sessions.delete(key);
    // A request that changes nothing sends nothing.
    const isOvertaken = end && this.#now - session.created < (this.#cluster.overtaken ?? 0);
    const isLost = question.form && !end && this.#loses(session);
    if (!isOvertaken && !isLost && (session.isNew || question.form)) this.#send(index, key, end ? undefined : session);
    return this.#answer(question, 200, this.#page(index, node.host, session), cookies);
  }

  #loses(session: FakeSession): boolean {
    const { firstLost, anyLost } = this.#cluster;
    const isFirst = session.isFresh;
    session.isFresh = false;
    if (isFirst && firstLost !== undefined && ++this.#firsts % firstLost === 0) return true;
    // Numbers as of MINSTD: the same in each run.
    this.#chance = (this.#chance * 48271) % 2147483647;
    return anyLost !== undefined && this.#chance / 2147483647 < anyLost;
  }

  #answer({ url }: PageRequest, status: number, body: string, cookies: ReadonlyMap<string, string>) {
    return { status, url, location: undefined, cookies, body };
  }

  #page(index: number, host: string, { id, isNew, created, entries }: FakeSession): string {
    return `<h1>Served by ${host}</h1><p>Run ${this.#runs[index]}</p><p>Session ${id}, ${isNew ? "new" : "known"}</p>
<p>Created <data value="${created}">then</data></p><ol>${entries.map((entry) => `<li>${entry}</li>`).join("")}</ol>`;
  }

  #send(from: number, key: string, session: FakeSession | undefined): void {
    const { delay = 0, withoutValues, muteNode } = this.#cluster;
    if (delay < 0 || from === muteNode) return;
    const copy = session && { ...session, isNew: false, entries: withoutValues ? [] : session.entries };
    for (const [index, sessions] of this.#sessions.entries()) {
      if (index === from || this.down.has(index)) continue;
      const act = () => {
        if (!copy) sessions.delete(key);
        else sessions.set(key, { ...copy, entries: withoutValues ? (sessions.get(key)?.entries ?? []) : copy.entries });
      };
      if (delay === 0) act();
      else this.#pending.push({ at: this.#now + delay, act });
    }
  }

  #deliver(until: number): void {
    while (this.#pending[0] && this.#pending[0].at <= until) this.#pending.shift()?.act();
  }
}
