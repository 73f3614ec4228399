/** A member as MemberImpl prints it: the last of 192.168.56.X, how long it has been running, and whether it leaves. */
export function member(last: number, alive = 1000, leaving = false): string {
  const bytes = `{192, 168, 56, ${last}}`.replace("192", "-64").replace("168", "-88");
  const command = leaving ? "{66 65 66 89 45 65 76 69 ...(9)}" : "{}";
  return `org.apache.catalina.tribes.membership.MemberImpl[tcp://${bytes}:4000,${bytes},4000, alive=${alive}, securePort=-1, UDP Port=-1, id={1 2 3 }, payload={}, command=${command}, domain={}]`;
}

/** A line of OneLineFormatter at this second of a day. Its sentence is not Tomcat's: nothing may depend on that. */
export function line(second: number, level: string, place: string, message: string): string {
  const time = new Date(Date.UTC(2023, 1, 8) + Math.round(second * 1000)).toISOString();
  return `${time.slice(8, 10)}-Feb-2023 ${time.slice(11, 23)} ${level} [main] org.apache.catalina.${place} ${message}`;
}

/** The same line, written by another thread than `main`. */
export function inThread(thread: string, written: string): string {
  return written.replace("[main]", `[${thread}]`);
}
