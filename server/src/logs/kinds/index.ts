import { DEPLOYER } from "./deployer.ts";
import { INTERCEPTORS } from "./interceptors.ts";
import type { Kind } from "./kind.ts";
import { LIFE } from "./life.ts";
import { MAPS } from "./maps.ts";
import { MEMBERS } from "./members.ts";
import { MEMBERSHIP } from "./membership.ts";
import { SENDING } from "./sending.ts";
import { SESSIONS } from "./sessions.ts";

/** All kinds of log messages, sorted by subject. */
export const KINDS: readonly Kind[] = [
  ...LIFE,
  ...MEMBERS,
  ...MEMBERSHIP,
  ...SESSIONS,
  ...SENDING,
  ...INTERCEPTORS,
  ...MAPS,
  ...DEPLOYER,
];

const BY_KEY: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap((kind) => kind.keys.map((key) => [key, kind] as const)),
);
const BY_ID: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.id, kind]));

/** The kind that a key of Tomcat's source stands for. */
export function kindOfKey(key: string): Kind | undefined {
  return BY_KEY.get(key);
}

export function kindNamed(id: string): Kind | undefined {
  return BY_ID.get(id);
}
