/** How a run of `configtest` ended. */
export type Ended =
  | { readonly kind: "exit"; readonly code: number; readonly output: string }
  /** There is no bin/catalina.sh in the folder. */
  | { readonly kind: "no-tomcat"; readonly home: string }
  | { readonly kind: "timeout"; readonly output: string }
  | { readonly kind: "stopped" }
  /** The system could not start it; in its words. */
  | { readonly kind: "failed"; readonly reason: string };

/** Runs a Tomcat of this machine. Nothing throws. */
export interface ConfigtestPort {
  /**
   * Runs `bin/catalina.sh configtest` of the Tomcat in `home` for the node in `base`, both as paths of the host's form;
   * undefined for `home` takes the base's own. Ends all of it after so many milliseconds.
   */
  run(home: string | undefined, base: string, milliseconds: number): { stop(): void; readonly ended: Promise<Ended> };
}
