import type { Start } from "../config/properties.ts";
import type { RelatedPlace } from "./rule.ts";

/** Where they stand. */
export function placesOfStarts(starts: readonly Start[]): readonly RelatedPlace[] {
  return starts.map(({ name, pod, file, at }) => ({
    file,
    at,
    text: pod
      ? { en: `${name} starts with it.`, ko: `이 파일로 시작하는 ${name}입니다.` }
      : { en: `The service ${name}.`, ko: `서비스 ${name}입니다.` },
  }));
}

/** The first of some names, and a sign that there are more: `web1, web2, …`. */
export function firstOf(names: readonly string[]): string {
  return names.slice(0, 2).join(", ") + (names.length > 2 ? ", …" : "");
}
