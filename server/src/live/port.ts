import type { Silence } from "../base/silence.ts";

/** The user of a manager application; never part of a report. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What looking at running nodes needs of the machine. Nothing throws. */
export interface LivePort {
  /** What this machine is called. */
  readonly ownName: string;
  /** The addresses a name stands for on this machine. */
  resolve(host: string): Promise<readonly string[] | Silence>;
  /** Opens a TCP connection and closes it, without a byte sent; gives how long that took, in milliseconds. */
  connect(host: string, port: number): Promise<number | Silence>;
  /** One GET, to this address only: a redirection is not followed. */
  ask(
    url: string,
    credentials: Credentials | undefined,
  ): Promise<{ readonly status: number; readonly body: string } | Silence>;
}
