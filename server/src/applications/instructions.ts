/**
 * What each opcode does to the stack of operands, in slots: `taken>put`. `?` stands for what depends on the operands, and
 * is dealt with where it is run. Rows of ten, from 0 (nop) to 201 (jsr_w).
 *
 * Source: The Java Virtual Machine Specification, 6.5.
 */
const EFFECTS = `
0>0 0>1 0>1 0>1 0>1 0>1 0>1 0>1 0>1 0>2
0>2 0>1 0>1 0>1 0>2 0>2 0>1 0>1 ? ?
0>2 0>1 0>2 0>1 0>2 ? 0>1 0>1 0>1 0>1
0>2 0>2 0>2 0>2 0>1 0>1 0>1 0>1 0>2 0>2
0>2 0>2 ? ? ? ? 2>1 2>2 2>1 2>2
2>1 2>1 2>1 2>1 1>0 2>0 1>0 2>0 ? 1>0
1>0 1>0 1>0 2>0 2>0 2>0 2>0 1>0 1>0 1>0
1>0 2>0 2>0 2>0 2>0 ? ? ? ? 3>0
4>0 3>0 4>0 3>0 3>0 3>0 3>0 1>0 2>0 ?
? ? ? ? ? ? 2>1 4>2 2>1 4>2
2>1 4>2 2>1 4>2 2>1 4>2 2>1 4>2 2>1 4>2
2>1 4>2 2>1 4>2 2>1 4>2 1>1 2>2 1>1 2>2
2>1 3>2 2>1 3>2 2>1 3>2 2>1 4>2 2>1 4>2
2>1 4>2 0>0 1>2 1>1 1>2 2>1 2>1 2>2 1>1
1>2 1>2 2>1 2>2 2>1 1>1 1>1 1>1 4>1 2>1
2>1 4>1 4>1 1>0 1>0 1>0 1>0 1>0 1>0 2>0
2>0 2>0 2>0 2>0 2>0 2>0 2>0 0>0 0>1 0>0
1>0 1>0 1>0 2>0 1>0 2>0 1>0 0>0 ? ?
? ? ? ? ? ? ? ? 1>1 1>1
1>1 1>0 ? 1>1 1>0 1>0 ? ? 1>0 1>0
0>0 0>1`;

export interface Effect {
  readonly taken: number;
  readonly put: number;
}

const effects: readonly (Effect | undefined)[] = EFFECTS.trim()
  .split(/\s+/)
  .map((each) => {
    const [taken, put] = each.split(">").map(Number);
    return taken === undefined || put === undefined ? undefined : { taken, put };
  });

/** Undefined where it depends on the operands, and for what is no opcode. */
export function effectOf(opcode: number): Effect | undefined {
  return effects[opcode];
}

const TABLESWITCH = 170;
const LOOKUPSWITCH = 171;
export const WIDE = 196;
const IINC = 132;
const GOTO_W = 200;
const JSR_W = 201;

/** Bytes behind the opcode, of all that have any and are no switch and not wide. */
const OPERANDS = new Map<number, number>([
  ...[16, 18, 21, 22, 23, 24, 25, 54, 55, 56, 57, 58, 169, 188].map((opcode) => [opcode, 1] as const),
  ...[17, 19, 20, IINC, 178, 179, 180, 181, 182, 183, 184, 187, 189, 192, 193, 198, 199].map(
    (opcode) => [opcode, 2] as const,
  ),
  ...Array.from({ length: 16 }, (_, index) => [153 + index, 2] as const),
  [197, 3],
  ...[185, 186, GOTO_W, JSR_W].map((opcode) => [opcode, 4] as const),
]);

/** How many bytes the instruction at an offset takes; throws a RangeError where the code ends within it. */
export function lengthAt(code: DataView, at: number): number {
  const opcode = code.getUint8(at);
  if (opcode === WIDE) return code.getUint8(at + 1) === IINC ? 6 : 4;
  if (opcode !== TABLESWITCH && opcode !== LOOKUPSWITCH) return 1 + (OPERANDS.get(opcode) ?? 0);
  const start = firstOfSwitch(at);
  const count =
    opcode === TABLESWITCH ? code.getInt32(start + 8) - code.getInt32(start + 4) + 1 : code.getInt32(start + 4);
  const length = start - at + (opcode === TABLESWITCH ? 12 + 4 * count : 8 + 8 * count);
  if (count < 0 || at + length > code.byteLength) throw new RangeError("a switch leads beyond the code");
  return length;
}

/** Offsets an instruction may go to, other than the next one. */
export function targetsAt(code: DataView, at: number): readonly number[] {
  const opcode = code.getUint8(at);
  if (opcode >= 153 && opcode <= 168) return [at + code.getInt16(at + 1)];
  if (opcode === 198 || opcode === 199) return [at + code.getInt16(at + 1)];
  if (opcode === GOTO_W || opcode === JSR_W) return [at + code.getInt32(at + 1)];
  if (opcode !== TABLESWITCH && opcode !== LOOKUPSWITCH) return [];
  const end = at + lengthAt(code, at);
  const [first, step] = opcode === TABLESWITCH ? [firstOfSwitch(at) + 12, 4] : [firstOfSwitch(at) + 12, 8];
  const targets = [at + code.getInt32(firstOfSwitch(at))];
  for (let place = first; place < end; place += step) targets.push(at + code.getInt32(place));
  return targets;
}

/** A switch's numbers begin at a multiple of four. */
function firstOfSwitch(at: number): number {
  return (at + 4) & ~3;
}
