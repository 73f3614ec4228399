import { HEALTHY } from "./healthy.ts";
import { MEMBERS } from "./members.ts";
import { MESSAGES } from "./messages.ts";
import type { Scene } from "./scene.ts";
import { SESSIONS } from "./sessions.ts";
import { STARTS } from "./starts.ts";

/** What is done to two nodes, and the findings that name it. */
export const SCENES: readonly Scene[] = [...HEALTHY, ...MEMBERS, ...MESSAGES, ...SESSIONS, ...STARTS];
