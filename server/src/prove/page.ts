/** The content of the test page (`create/test-page.ts`) in one node's response. */
export interface TestPage {
  /** Differs between Tomcats, and changes with each start. */
  readonly run: string;
  /** The address and port that accepted the request. */
  readonly served: string;
  /** The whole id: `0A1B….node1`. */
  readonly id: string;
  /** The id without its route; constant while the session lives. */
  readonly session: string;
  /** jvmRoute behind the id; undefined where there is none. */
  readonly route: string | undefined;
  readonly isNew: boolean;
  /** When the session was created, in milliseconds since 1970 on the clock of the node that created it. */
  readonly created: number;
  readonly entries: readonly string[];
}

/** Another response than the page: an earlier version of it, or something else. */
export type OtherPage = "older" | "other";

/** True for what the page says to a request that ends a session where there is none. */
export function saysEnded(html: string): boolean {
  return html.includes("<h1>Session ended</h1>");
}

/** Reads the test page. */
export function readPage(html: string): TestPage | OtherPage {
  const [, served] = /<h1>Served by ([^<\s]+)<\/h1>/.exec(html) ?? [];
  const [, id, state] = /<p>Session ([^\s,<]+), (new|known)<\/p>/.exec(html) ?? [];
  if (served === undefined || id === undefined) return "other";
  const [, run] = /<p>Run ([\w-]+)<\/p>/.exec(html) ?? [];
  const [, created] = /<data value="(\d+)">/.exec(html) ?? [];
  if (run === undefined || created === undefined) return "older";
  const dot = id.indexOf(".");
  return {
    ...{ run, served, id, isNew: state === "new", created: Number(created) },
    session: dot < 0 ? id : id.slice(0, dot),
    route: dot < 0 ? undefined : id.slice(dot + 1),
    entries: [...html.matchAll(/<li>([^<]*)<\/li>/g)].map(([, entry = ""]) => entry),
  };
}
