import type { StaticFeature } from "vscode-languageclient";

/** Tells the server, when it starts, which of its own extensions of LSP this client supports, by their capabilities. */
export function announcing(...names: readonly string[]): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      // By the protocol this is an object or absent.
      const others = capabilities.experimental as object | undefined;
      capabilities.experimental = { ...others, ...Object.fromEntries(names.map((name) => [name, true])) };
    },
    initialize() {},
    getState: () => ({ kind: "static" }),
    clear() {},
  };
}
