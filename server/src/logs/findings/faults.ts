import { type AtLeastOne, groupBy } from "../../base/group-by.ts";
import { type Subject, text } from "../kinds/kind.ts";
import { BEYOND_APPLICATION } from "../recognition/reasons.ts";
import { type Happening, memberName } from "../story/happening.ts";
import type { NodeStory, Repeated } from "../story/story.ts";
import type { LogFinding } from "./finding.ts";

/** Kinds that follow from another, more precise one. */
const CONSEQUENCES: ReadonlySet<string> = new Set([
  ...["node-not-started", "component-failed", "application-not-started", "cluster-not-started"],
  ...[
    "request-not-replicated",
    "message-not-sent",
    "received-message-failed",
    "encrypt-failed",
    "message-handling-failed",
  ],
]);
/** Kinds logged when a member cannot be reached. */
const UNREACHED: ReadonlySet<string> = new Set([
  "send-failed",
  "message-not-sent",
  "request-not-replicated",
  "static-ping-failed",
]);
/** How long before a dead member is removed its messages may fail, in milliseconds. */
const BEFORE_LOSS = 120_000;
const AFTER_LOSS = 30_000;
const AROUND = 30_000;

/** The faults in one node's log, with one finding for all faults of the same reason. */
export function faultsOf(story: NodeStory): readonly LogFinding[] {
  const losses = story.timeline.filter(({ kind }) => kind.id === "member-lost");
  const stops = story.timeline.filter(({ kind }) => kind.id === "node-stopping");
  const faults = story.repeated.filter(
    ({ first }) => first.kind.weight === "fault" || BEYOND_APPLICATION.has(first.reason?.id),
  );
  const own = faults.filter((each) => !isOfLoss(each, losses) && !isOfStop(each, stops));
  const specific = own.filter(({ first }) => first.reason !== undefined || !CONSEQUENCES.has(first.kind.id));
  const rest = own.filter((each) => !specific.includes(each) && !specific.some((other) => near(each, other)));
  const byReason = groupBy([...specific, ...rest], ({ first }) => {
    const { kind, reason } = first;
    return reason ? `${reason.id} ${reason.about ?? ""}${connectorOf(first)}` : kind.id;
  });
  return [...byReason.values()].map((all) => findingOf(story, all));
}

function near(one: Repeated, other: Repeated): boolean {
  const [a, b] = [one.first.time, other.first.time];
  return a === undefined || b === undefined || Math.abs(a - b) < AROUND;
}

/** True where all of it results from the loss of a member: messages to it fail until it is removed. */
function isOfLoss({ first, last }: Repeated, losses: readonly Happening[]): boolean {
  const concerned =
    UNREACHED.has(first.kind.id) || first.reason?.id === "nothing-listens" || first.reason?.id === "not-reachable";
  if (!concerned || first.reason?.id === "not-serializable") return false;
  const { time: from } = first;
  const { time: to } = last;
  if (from === undefined || to === undefined) return false;
  return losses.some(({ time }) => time !== undefined && from > time - BEFORE_LOSS && to < time + AFTER_LOSS);
}

/** True where it happened while this node was stopping. */
function isOfStop({ first, last }: Repeated, stops: readonly Happening[]): boolean {
  const { time: from } = first;
  const { time: to } = last;
  if (from === undefined || to === undefined || /^(?:node|cluster)-not-started$/.test(first.kind.id)) return false;
  return stops.some(({ time }) => time !== undefined && from >= time && to < time + AROUND);
}

function findingOf(story: NodeStory, all: AtLeastOne<Repeated>): LogFinding {
  // The most precise kind: one that is no consequence.
  const main = all.find(({ first }) => !CONSEQUENCES.has(first.kind.id)) ?? all[0];
  const { kind, reason } = main.first;
  const of = aboutOf(main.first);
  const count = all.reduce((sum, each) => sum + each.count, 0);
  const evidence = all
    .flatMap(({ samples }) => samples)
    .sort((one, other) => one.file.order - other.file.order || one.line - other.line)
    .slice(0, 5)
    .map((happening) => ({ story, happening }));
  const title = kind.id === "application-exception" ? undefined : kind.title;
  return {
    id: reason?.id ?? kind.id,
    nodes: [story],
    text: text(
      [title && `${title.en}${of}.`, reason?.text.en ?? kind.means.en].filter(Boolean).join(" "),
      [title && `${title.ko}${of}.`, reason?.text.ko ?? kind.means.ko].filter(Boolean).join(" "),
    ),
    causes: reason ? [] : kind.causes,
    next: reason?.next ?? kind.next,
    subjects: subjectsOf(main.first),
    evidence,
    count,
  };
}

/** A Connector fails by itself; what else fails for one reason fails together. */
function connectorOf({ values: [value = ""] }: Happening): string {
  return value.startsWith("Connector[") ? value : "";
}

/** The member it is about, or else the component that failed: `Connector["http-nio-8080"]`. */
function aboutOf({ kind, members: [member], values: [value] }: Happening): string {
  if (member) return ` (${memberName(member)})`;
  return kind.id === "component-failed" && value ? ` (${value})` : "";
}

/** What both the kind and the reason refer to; where that is nothing, what the reason does, or else the kind. */
function subjectsOf({ kind, reason }: Happening): readonly Subject[] {
  const ofReason = reason?.subjects ?? [];
  const both = ofReason.filter(({ element, attribute }) =>
    kind.subjects.some((each) => each.element === element && each.attribute === attribute),
  );
  if (both.length > 0) return both;
  return ofReason.length > 0 ? ofReason : kind.subjects;
}
