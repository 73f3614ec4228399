import { performance } from "node:perf_hooks";
import { httpUrl } from "../base/http-url.ts";
import type { ProofTarget, ProveHost, ProveMachine } from "../prove/port.ts";
import { ask, withoutUser } from "./http.ts";

/** How long one answer may take, in milliseconds. */
const TIMEOUT = 30_000;

/** Requests and the clock of this machine. */
export const proveMachine: ProveMachine = {
  targets: targetsOf,

  begin({ ca, insecure }) {
    let stopped = false;
    let wake = () => {};
    const host: ProveHost = {
      request: (question) => ask(question, { timeout: TIMEOUT, ca, insecure }),
      now: () => performance.now(),
      stopped: () => stopped,
      rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      sleep: (milliseconds) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, stopped ? 0 : milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        }),
    };
    return {
      host,
      stop: () => {
        stopped = true;
        wake();
      },
    };
  },
};

/** The addresses to ask, named by host and port where these differ; a text that is no address stays a text. */
function targetsOf(addresses: readonly string[]): readonly (ProofTarget | string)[] {
  const urls = addresses.map((address) => httpUrl(address) ?? address);
  const hosts = urls.map((url) => (typeof url === "string" ? url : url.host));
  return urls.map((url, index) => {
    if (typeof url === "string") return url;
    const isUnique = hosts.filter((host) => host === hosts[index]).length === 1;
    return { name: isUnique ? url.host : withoutUser(url), url: url.href };
  });
}
