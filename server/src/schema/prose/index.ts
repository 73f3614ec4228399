import { channelProse } from "./channel.ts";
import { clusterProse } from "./cluster.ts";
import { interceptorProse } from "./interceptors.ts";
import { managerProse } from "./managers.ts";
import type { ClassProse, ProseBook } from "./model.ts";
import { transportProse } from "./transport.ts";
import { valveProse } from "./valves.ts";

export type { AttributeProse, ClassProse, Unit } from "./model.ts";

const BOOK: ProseBook = {
  ...clusterProse,
  ...managerProse,
  ...valveProse,
  ...channelProse,
  ...transportProse,
  ...interceptorProse,
};

/** The explanation of a class by its full name; undefined for classes outside of the cluster. */
export function proseOf(className: string): ClassProse | undefined {
  return BOOK[className];
}
