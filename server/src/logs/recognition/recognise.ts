import { membersIn } from "../../config/member-text.ts";
import type { LogEvent } from "../formats/event.ts";
import { kindOfKey } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { OUT_OF_MEMORY } from "../kinds/life.ts";
import { type Site, sites, sitesOfLogger, sitesOfSource } from "./sites.ts";
import { socketIn, valuesIn } from "./values.ts";

/** The result of recognising an event. */
export interface Recognised {
  /** One kind where it is certain; several where the layout does not contain what distinguishes them. */
  readonly kinds: readonly Kind[];
  /** The keys of Tomcat's source it may have come from. */
  readonly keys: readonly string[];
}

/**
 * Selects the key a message was made from, by the texts of the user's own Tomcat; undefined where they do not decide.
 */
export type Phrases = (keys: readonly string[], message: string) => string | undefined;

/**
 * Recognises an event by facts: class and method or logger, level, whether an exception follows, and the shape of its
 * values. Tomcat's sentences are not used, so its language does not matter.
 *
 * Undefined for an event that is not of the cluster.
 */
export function recognise(event: LogEvent, phrases?: Phrases): Recognised | undefined {
  if (event.record.header === "printed") return PRINTED;
  const all = candidates(event);
  if (all.length === 0) return undefined;
  const fitting = fittingOf(all, event);
  const { keys } = fitting;
  if (keys.length === 0) return undefined;
  const told = keys.length > 1 ? (phrases?.(keys, event.message) ?? byShape(keys, event)) : undefined;
  // Without class and logger only a text tells what a message is.
  if (event.record.header === "verbatim" && told === undefined) return undefined;
  if (told === undefined) return fitting;
  if (typeof told === "string") return keys.includes(told) ? byKey(told) : fitting;
  return keys.some((key) => told.includes(key)) ? recognisedBy(keys.filter((key) => told.includes(key))) : fitting;
}

const single = new Map<string, Recognised>();

function byKey(key: string): Recognised {
  const known = single.get(key) ?? recognisedBy([key]);
  single.set(key, known);
  return known;
}

function recognisedBy(keys: readonly string[]): Recognised {
  return { keys, kinds: [...new Set(keys.flatMap((key) => kindOfKey(key) ?? []))] };
}

/** Java prints itself what no key of Tomcat's stands for. */
const PRINTED: Recognised = { keys: [], kinds: [OUT_OF_MEMORY] };

/** What all of the sites at a place allow at a level, with an exception or without: the same for each event there. */
const fittings = new WeakMap<readonly Site[], Map<string, Recognised>>();

function fittingOf(all: readonly Site[], { level, thrown }: LogEvent): Recognised {
  const withThrown = thrown.length > 0;
  const name = withThrown ? `${level} +` : (level ?? "");
  const known = fittings.get(all) ?? new Map<string, Recognised>();
  fittings.set(all, known);
  let fitting = known.get(name);
  if (!fitting) {
    const sameLevel = level === undefined ? all : all.filter((site) => site.level === level);
    const sites = sameLevel.filter((site) => site.thrown === withThrown);
    fitting = recognisedBy([...new Set(sites.map(({ key }) => key))]);
    known.set(name, fitting);
  }
  return fitting;
}

function candidates({ record, class: name, source, logger }: LogEvent): readonly Site[] {
  if (record.header === "verbatim") return sites();
  if (name !== undefined) return source === undefined ? [] : sitesOfSource(source);
  return logger === undefined ? [] : sitesOfLogger(logger);
}

/** Distinguishes the keys of one method at one level. */
interface Shape {
  readonly keys: readonly string[];
  /** Selects the key of an event, or the possible ones; undefined where only neighbouring events decide. */
  readonly choose: (values: readonly string[], event: LogEvent) => string | readonly string[] | undefined;
}

/** The message about the end of a deployment contains milliseconds. */
const deployment = (key: string): Shape => ({
  keys: [key, `${key}.finished`],
  choose: (values) => (values.length > 1 ? `${key}.finished` : key),
});

const isFile = (value = "") => (value.match(/[/\\]/g) ?? []).length > 1;

const SHAPES: readonly Shape[] = [
  ...["hostConfig.deployDir", "hostConfig.deployWar", "hostConfig.deployDescriptor"].map(deployment),
  {
    keys: ["deltaManager.noMembers", "deltaManager.waitForSessionState"],
    choose: (_, { message }) =>
      membersIn(message).length > 0 ? "deltaManager.waitForSessionState" : "deltaManager.noMembers",
  },
  {
    keys: ["mcastServiceImpl.bind", "mcastServiceImpl.bind.failed"],
    choose: ([value], { message }) => {
      if (value === undefined) return "mcastServiceImpl.bind.failed";
      if (socketIn(message)) return "mcastServiceImpl.bind";
      if (value.includes("/")) return "mcastServiceImpl.setInterface";
      return ["mcastServiceImpl.setSoTimeout", "mcastServiceImpl.setTTL"];
    },
  },
  {
    keys: ["mcastServiceImpl.recovery", "mcastServiceImpl.recovery.failed", "mcastServiceImpl.recovery.successful"],
    choose: (values) => (values.length > 0 ? "mcastServiceImpl.recovery.failed" : undefined),
  },
  {
    keys: ["abstractReplicatedMap.unable.deserialize.MapMessage", "abstractReplicatedMap.unableApply.diff"],
    choose: (values) =>
      values.length > 0
        ? "abstractReplicatedMap.unableApply.diff"
        : "abstractReplicatedMap.unable.deserialize.MapMessage",
  },
  {
    keys: ["abstractReplicatedMap.unable.diffObject", "abstractReplicatedMap.unable.replicate"],
    choose: (_, { thrown }) =>
      thrown[0]?.class === "org.apache.catalina.tribes.ChannelException"
        ? "abstractReplicatedMap.unable.replicate"
        : "abstractReplicatedMap.unable.diffObject",
  },
  {
    keys: ["farmWarDeployer.servicingDeploy", "farmWarDeployer.servicingUndeploy"],
    choose: ([first]) => (isFile(first) ? "farmWarDeployer.renameFail" : "farmWarDeployer.servicingDeploy"),
  },
  {
    keys: ["farmWarDeployer.renameFail", "farmWarDeployer.fileMessageError"],
    choose: ([first]) =>
      isFile(first) ? "farmWarDeployer.renameFail" : ["farmWarDeployer.fileMessageError", "farmWarDeployer.msgIoe"],
  },
  {
    keys: ["farmWarDeployer.deleteFail", "farmWarDeployer.removeFailRemote"],
    choose: ([first]) => (isFile(first) ? "farmWarDeployer.deleteFail" : "farmWarDeployer.removeFailRemote"),
  },
  {
    keys: ["ha.deploy.FileMessageFactory.isValid", "fileMessageFactory.deleteFail"],
    choose: (values) => (values.length > 1 ? "ha.deploy.FileMessageFactory.isValid" : "fileMessageFactory.deleteFail"),
  },
  {
    // The other key is logged only when a running Receiver is started once more.
    keys: ["nioReceiver.alreadyStarted", "nioReceiver.clientDisconnect"],
    choose: () => "nioReceiver.clientDisconnect",
  },
];

function byShape(keys: readonly string[], event: LogEvent): string | readonly string[] | undefined {
  const shape = SHAPES.find((each) => each.keys.every((key) => keys.includes(key)));
  // Where the layout names a logger only, other keys are possible, and the shape decides nothing.
  if (event.class === undefined || !shape) return undefined;
  return shape.choose(valuesIn(event.message), event);
}
