import { HEALTHY } from "./healthy.ts";
import { MEMBERS } from "./members.ts";
import { MESSAGES } from "./messages.ts";
import type { Scene } from "./scene.ts";
import { SESSIONS } from "./sessions.ts";
import { STARTS } from "./starts.ts";

/** What is done to two nodes, and the findings that name it. */
export const SCENES: readonly Scene[] = [...HEALTHY, ...MEMBERS, ...MESSAGES, ...SESSIONS, ...STARTS];

export const LANGUAGES = ["en", "ko", "ja"] as const;
export const LAYOUTS = ["org.apache.juli.OneLineFormatter", "java.util.logging.SimpleFormatter"] as const;

/** Language and layout move on with the scenes, and from Tomcat to Tomcat, so that each fault is told in another one. */
export function toldIn(scene: number, turn: number) {
  return { language: LANGUAGES[(scene + turn) % 3] ?? "en", layout: LAYOUTS[scene % 2] ?? LAYOUTS[0] };
}
