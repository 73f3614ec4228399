import type { Judgement } from "../judge.ts";

/** How the mutants of one kind did. */
export class Row {
  mutants = 0;
  minded = 0;
  readonly missed: string[] = [];
  readonly wrong: string[] = [];

  add({ minds, missed, wrong }: Judgement, where: string): void {
    this.mutants++;
    if (minds) this.minded++;
    if (missed.length > 0) this.missed.push(`MISSED ${where} ${missed.join("; ")}`.slice(0, 500));
    if (wrong.length > 0) this.wrong.push(`WRONG ${where} ${wrong.join("; ")}`.slice(0, 500));
  }
}

export function rowOf(rows: Map<string, Row>, kind: string): Row {
  const row = rows.get(kind) ?? new Row();
  rows.set(kind, row);
  return row;
}

export function table(release: string, rows: ReadonlyMap<string, Row>): string {
  const head = `Tomcat ${release.padEnd(18)} mutants  minded  missed  wrong`;
  const body = [...rows].map(([kind, { mutants, minded, missed, wrong }]) =>
    [kind.padEnd(25), mutants, minded, missed.length, wrong.length].map((cell) => `${cell}`.padStart(7)).join(" "),
  );
  return [head, ...body].join("\n");
}
