import { membersIn, type PrintedMember } from "../../config/member-text.ts";
import { eventOf, type LogEvent } from "../formats/event.ts";
import { type Header, oneLineIn } from "../formats/headers.ts";
import { kept } from "../formats/kept.ts";
import type { LogRecord } from "../formats/record.ts";
import type { LogTime } from "../formats/time.ts";
import { kindNamed } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { BEYOND_APPLICATION, type Reason, reasonOf } from "../recognition/reasons.ts";
import { type Phrases, recognise } from "../recognition/recognise.ts";
import { sitesOfSource } from "../recognition/sites.ts";
import { socketIn } from "../recognition/values.ts";
import { type Happening, happeningOf, type LogFile, MOST_MEMBERS, memberName } from "./happening.ts";
import { inOrder } from "./order.ts";

/** Happenings that are the same but for their time. */
export interface Repeated {
  readonly first: Happening;
  /** The first few, for evidence. */
  readonly samples: readonly Happening[];
  /** Of details, which no timeline shows, the last sample. */
  readonly last: Happening;
  readonly count: number;
}

/** The relevant content of one node's logs. Its size is limited, whatever theirs is. */
export interface NodeStory {
  /** The name of the node: its folder, or the file's name. */
  readonly name: string;
  readonly files: readonly string[];
  readonly lines: number;
  /** Lines without a header that are no part of a stack trace. */
  readonly unrecognised: number;
  /** The number of entries with a time whose layout is not known. */
  readonly unread: number;
  readonly timeline: readonly Happening[];
  /** The number of happenings left out in the middle of a long timeline. */
  readonly leftOut: number;
  readonly repeated: readonly Repeated[];
  /** The addresses of its Receivers, in the order of their start. */
  readonly receivers: readonly Receiver[];
  /** Multicast groups it joined: `228.0.0.4:45564`. */
  readonly groups: readonly string[];
  /** The times of the first and last entry of any kind, as in LogTime. */
  readonly begin: number | undefined;
  readonly end: number | undefined;
}

export interface Receiver {
  readonly host: string;
  readonly port: number;
  readonly happening: Happening;
}

/** Of a longer timeline, the beginning and the end are kept. */
const FIRST_HAPPENINGS = 1000;
const LAST_HAPPENINGS = 4000;
const MOST_REPEATED = 2000;
const MOST_SAMPLES = 3;
/** Also of multicast groups. */
const MOST_RECEIVERS = 500;
/** The most events remembered to count repetitions once: catalina.out repeats catalina.log. */
const MOST_HEARD = 50_000;
/** What is compared of an event, in characters. */
const LONGEST_HEARD = 240;
/** The most threads whose checks are followed at once. */
const MOST_THREADS = 500;

const KNOWN = (id: string): Kind => {
  const kind = kindNamed(id);
  if (!kind) throw new Error(`no kind ${id}`);
  return kind;
};
const STILL_THERE = KNOWN("member-still-there");
const CHECK_FAILED = KNOWN("member-check-failed");
const CHECKED = KNOWN("member-checked");
const RECOVERED = KNOWN("multicast-recovered");
const RECOVERING = KNOWN("multicast-recovering");
const BOUND = KNOWN("receiver-bound");
const PORT_TAKEN = KNOWN("receiver-port-taken");
const DETAIL = KNOWN("detail");
const DETAILS: ReadonlySet<string> = new Set(["detail", "multicast-starting"]);

/** Packages whose entries are examined; of all others, only the end is searched for. */
const OURS = /\.catalina\.|\.coyote\.|\bo\.a\.c/;

/** Events with the same one are the same but for their time. */
function keyOf({ id }: Kind, reason: Reason | undefined, members: readonly PrintedMember[]): string {
  if (!reason && members.length === 0) return id;
  return [id, reason?.id, reason?.about, ...members.slice(0, MOST_MEMBERS).map(memberName)].join(" ");
}

interface Counter {
  first: Happening;
  samples: Happening[];
  last: Happening;
  count: number;
}

/** Reads the records of one node, file by file, and keeps what matters. */
export class StoryTeller {
  readonly #name: string;
  readonly #toText: (bytes: string) => string;
  readonly #phrases: Phrases | undefined;
  readonly #files: LogFile[] = [];
  readonly #timeline: Happening[] = [];
  readonly #repeated = new Map<string, Counter>();
  readonly #receivers: Receiver[] = [];
  readonly #groups = new Set<string>();
  /** By thread: the check in progress, and the one whose result the next events decide. */
  readonly #begun = new Map<string, string>();
  readonly #open = new Map<string, { readonly index: number; readonly member: string }>();
  /** The file in which each event occurs first. */
  readonly #heard = new Map<string, LogFile>();
  #recovering = false;
  #bound: number | undefined;
  #lines = 0;
  #unrecognised = 0;
  #unread = 0;
  #leftOut = 0;
  #firstRecord: LogRecord | undefined;
  #lastRecord: LogRecord | undefined;
  #begin: number | undefined;
  #end: number | undefined;

  /** @param toText as `eventOf` wants it */
  constructor(name: string, toText: (bytes: string) => string, phrases?: Phrases) {
    this.#name = name;
    this.#toText = toText;
    this.#phrases = phrases;
  }

  /** The records that follow are of this file. */
  begin(file: string): void {
    this.#closeFile();
    this.#files.push({ path: file, order: this.#files.length });
  }

  take(record: LogRecord): void {
    this.#lines += record.lines;
    this.#unrecognised += record.unrecognised;
    if (record.header === "none") return;
    if (record.header !== "printed") {
      this.#firstRecord ??= record;
      this.#lastRecord = record;
    }
    if (!(record.wanted ?? this.wants(record.header, record.texts[0] ?? ""))) return;
    const event = eventOf(record, this.#toText);
    if (!event) this.#unread++;
    else this.#hear(record.header === "printed" ? { ...event, time: this.#timeOf(this.#lastRecord) } : event);
  }

  /** Whether a record may be an event of the cluster's, by its first line; of any other only the end is looked for. */
  readonly wants = (header: Header, head: string): boolean => {
    if (header === "verbatim" || header === "printed") return true;
    // Most lines are of the applications.
    if (!OURS.test(head)) return false;
    const line = header === "stamp" ? oneLineIn(head) : undefined;
    // A logger and what follows it look like a class with its method.
    return !line || /^[-:] /.test(line.message) || sitesOfSource(line.source.text).length > 0;
  };

  end(): NodeStory {
    this.#closeFile();
    return {
      name: this.#name,
      files: this.#files.map(({ path }) => path),
      lines: this.#lines,
      unrecognised: this.#unrecognised,
      unread: this.#unread,
      timeline: inOrder(this.#timeline),
      leftOut: this.#leftOut,
      repeated: [...this.#repeated.values()],
      receivers: this.#receivers,
      groups: [...this.#groups],
      begin: this.#begin,
      end: this.#end,
    };
  }

  #closeFile(): void {
    const first = this.#timeOf(this.#firstRecord)?.milliseconds;
    const last = this.#timeOf(this.#lastRecord)?.milliseconds;
    if (first !== undefined) this.#begin = Math.min(first, this.#begin ?? first);
    if (last !== undefined) this.#end = Math.max(last, this.#end ?? last);
    this.#firstRecord = undefined;
    this.#lastRecord = undefined;
  }

  #timeOf(record: LogRecord | undefined): LogTime | undefined {
    return record && eventOf(record, this.#toText)?.time;
  }

  #hear(event: LogEvent): void {
    const found = recognise(event, this.#phrases);
    // Where there are no headers, a message that no text makes may be anyone's.
    if (!found && event.record.header === "verbatim") this.#unread++;
    if (!found || this.#isRepeated(event)) return;
    const reason = event.thrown.length > 0 ? reasonOf(event) : undefined;
    const members = membersIn(event.message);
    const [kind, orElse] = this.#kindOf(event, found.kinds, members[0] ? kept(memberName(members[0])) : "");
    if (!kind) return;
    if (kind.id === "application-exception" && !BEYOND_APPLICATION.has(reason?.id)) return;
    const key = keyOf(kind, reason, members);
    if (kind === DETAIL && this.#isCounted(key)) return;
    const happening = happeningOf(event, this.#file, { kind, orElse, keys: found.keys, reason, members });
    const index = this.#keep(happening, key);
    this.#follow(event, happening, index);
  }

  /** A detail of which there are enough samples is counted only. */
  #isCounted(key: string): boolean {
    const counter = this.#repeated.get(key);
    if (!counter || counter.samples.length < MOST_SAMPLES) return false;
    counter.count++;
    return true;
  }

  /** The file whose records are taken. */
  get #file(): LogFile {
    const file = this.#files.at(-1);
    if (!file) throw new Error("a record is taken before its file is begun");
    return file;
  }

  #isRepeated({ time, class: name, source, logger, message }: LogEvent): boolean {
    if (time === undefined) return false;
    // What is not remembered is not found again, and only another file repeats.
    if (this.#heard.size >= MOST_HEARD && this.#files.length === 1) return false;
    const key = kept(`${time.milliseconds} ${source ?? name ?? logger} ${message}`, LONGEST_HEARD);
    const first = this.#heard.get(key);
    if (first) return first !== this.#file;
    if (this.#heard.size < MOST_HEARD) this.#heard.set(key, this.#file);
    return false;
  }

  /** Where class and method allow several kinds, earlier events decide. */
  #kindOf(event: LogEvent, kinds: readonly Kind[], member: string): readonly [Kind | undefined, readonly Kind[]] {
    const [first] = kinds;
    if (kinds.length < 2 || !first) return [first, []];
    const thread = kept(event.thread ?? "");
    if (kinds.includes(CHECKED)) {
      if (this.#begun.get(thread) !== member) {
        if (this.#begun.size < MOST_THREADS) this.#begun.set(thread, member);
        return [CHECKED, []];
      }
      this.#begun.delete(thread);
      return [STILL_THERE, []];
    }
    if (kinds.includes(CHECK_FAILED)) return [STILL_THERE, []];
    if (kinds.includes(RECOVERED)) {
      this.#recovering = !this.#recovering;
      return [this.#recovering ? RECOVERING : RECOVERED, []];
    }
    if (kinds.includes(BOUND) && kinds.includes(PORT_TAKEN) && event.class !== undefined) return [BOUND, []];
    // Of several possible kinds, the mildest is shown, with the others.
    const order = ["normal", "notice", "fault"];
    const sorted = kinds.toSorted((one, other) => order.indexOf(one.weight) - order.indexOf(other.weight));
    return [sorted[0], sorted.slice(1)];
  }

  /** Corrects earlier events by what a later one shows. */
  #follow(event: LogEvent, happening: Happening, index: number | undefined): void {
    const { kind, members, reason, thread } = happening;
    const member = members[0] ? memberName(members[0]) : "";
    if (kind === STILL_THERE && index !== undefined && this.#open.size < MOST_THREADS) {
      this.#open.set(thread, { index, member });
    } else if (kind.id === "member-lost") {
      const open = this.#open.get(thread);
      if (open?.member === member) this.#change(open.index, CHECK_FAILED);
      this.#open.delete(thread);
    }
    if (kind === BOUND) {
      const socket = socketIn(event.message);
      if (socket && this.#receivers.length < MOST_RECEIVERS) {
        this.#receivers.push({ ...socket, host: kept(socket.host), happening });
      }
      this.#bound = index;
    } else if (kind.id === "cluster-not-started" && /^(?:port-taken|address-not-here)$/.test(reason?.id ?? "")) {
      // Tomcat logs the same place, level and value when the port is open and when it gives up.
      if (this.#bound !== undefined) this.#change(this.#bound, PORT_TAKEN);
      this.#receivers.pop();
    }
    if (happening.keys.includes("mcastServiceImpl.bind")) {
      const group = socketIn(event.message);
      if (group && this.#groups.size < MOST_RECEIVERS) this.#groups.add(kept(memberName(group)));
    }
  }

  #change(index: number, kind: Kind): void {
    const at = index < FIRST_HAPPENINGS ? index : index - this.#leftOut;
    const before = this.#timeline[at];
    if (before) this.#timeline[at] = { ...before, kind };
  }

  /** Gives back the happening's number in the timeline, omitted ones counted; undefined where it has none. */
  #keep(happening: Happening, key: string): number | undefined {
    const { kind } = happening;
    const counter = this.#repeated.get(key);
    if (counter) {
      counter.count++;
      counter.last = happening;
      if (counter.samples.length < MOST_SAMPLES) counter.samples.push(happening);
    } else if (this.#repeated.size < MOST_REPEATED) {
      this.#repeated.set(key, { first: happening, last: happening, samples: [happening], count: 1 });
    }
    if (DETAILS.has(kind.id)) return undefined;
    this.#timeline.push(happening);
    if (this.#timeline.length >= FIRST_HAPPENINGS + 2 * LAST_HAPPENINGS) {
      this.#timeline.splice(FIRST_HAPPENINGS, LAST_HAPPENINGS);
      this.#leftOut += LAST_HAPPENINGS;
    }
    return this.#timeline.length - 1 + this.#leftOut;
  }
}
