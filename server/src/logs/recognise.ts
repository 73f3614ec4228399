import type { LogEvent } from "./event.ts";
import { kindOfKey } from "./kinds/index.ts";
import type { Kind } from "./kinds/kind.ts";
import { type Site, sitesAt, sitesOfLogger } from "./sites.ts";
import { membersIn, socketIn, valuesIn } from "./values.ts";

/** What an event of the cluster is taken for. */
export interface Recognised {
  /** One where it is sure; several where the layout leaves out what tells them apart. */
  readonly kinds: readonly Kind[];
  /** The keys of Tomcat's source it may stand for. */
  readonly keys: readonly string[];
}

/** Which of some keys a message was made of, by the user's own Tomcat; undefined where it does not tell. */
export type Phrases = (keys: readonly string[], message: string) => string | undefined;

/**
 * What an event says, by facts: class and method or logger, level, whether an exception follows, and the shape of its
 * values. Tomcat's sentences are not looked at, so its language does not matter.
 *
 * Undefined for an event that is not of the cluster.
 */
export function recognise(event: LogEvent, phrases?: Phrases): Recognised | undefined {
  const all = candidates(event);
  if (all.length === 0) return undefined;
  const thrown = event.thrown.length > 0;
  const sameLevel = event.level === undefined ? all : all.filter(({ level }) => level === event.level);
  const fitting = sameLevel.filter((site) => site.thrown === thrown);
  if (fitting.length === 0) return undefined;
  const keys = [...new Set(fitting.map(({ key }) => key))];
  const told = keys.length > 1 ? (phrases?.(keys, event.message) ?? byShape(keys, event)) : undefined;
  const chosen = new Set(typeof told === "string" ? [told] : told);
  const left = keys.some((key) => chosen.has(key)) ? keys.filter((key) => chosen.has(key)) : keys;
  return { keys: left, kinds: [...new Set(left.flatMap((key) => kindOfKey(key) ?? []))] };
}

function candidates({ class: name, method, logger }: LogEvent): readonly Site[] {
  if (name !== undefined) return method === undefined ? [] : sitesAt(name, method);
  return logger === undefined ? [] : sitesOfLogger(logger);
}

/** What tells apart the keys of one method, all of one level. */
interface Shape {
  readonly keys: readonly string[];
  /** Which of them an event is, or may be; undefined where only what comes before or after tells. */
  readonly choose: (values: readonly string[], event: LogEvent) => string | readonly string[] | undefined;
}

/** Where a deployment has ended, its milliseconds follow. */
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
    choose: ([first]) => (isFile(first) ? "farmWarDeployer.renameFail" : "farmWarDeployer.fileMessageError"),
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
    // The other one is logged only when a Receiver that runs is started once more.
    keys: ["nioReceiver.alreadyStarted", "nioReceiver.clientDisconnect"],
    choose: () => "nioReceiver.clientDisconnect",
  },
];

function byShape(keys: readonly string[], event: LogEvent): string | readonly string[] | undefined {
  const shape = SHAPES.find((each) => each.keys.every((key) => keys.includes(key)));
  // Where a logger has other keys besides, the shape of these says nothing.
  if (event.class === undefined || !shape) return undefined;
  return shape.choose(valuesIn(event.message), event);
}
