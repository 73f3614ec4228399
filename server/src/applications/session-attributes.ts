import { type ClassFile, type Code, type ConstantPool, classIn, slotsOf, typesOf } from "./class-file.ts";
import { effectOf, lengthAt, targetsAt, WIDE } from "./instructions.ts";

/** A value that an application puts into a session. */
export interface SessionAttribute {
  /** The attribute's name, where it is a literal. */
  readonly name: string | undefined;
  /** The value's class as in class files: `shop/Cart`. */
  readonly type: string;
  /** True where the value is made on the spot; otherwise it may be of a class derived from the declared one. */
  readonly isExact: boolean;
  /** The line of the source, from 1. */
  readonly line: number | undefined;
}

const SESSIONS = new Set(["javax/servlet/http/HttpSession", "jakarta/servlet/http/HttpSession"]);
const SETTERS = new Set(["setAttribute", "putValue"]);

/** A value on the stack or in a variable; undefined where nothing is known of it. */
interface Value {
  readonly type: string;
  readonly isExact: boolean;
  /** What a literal says. */
  readonly literal?: string | undefined;
}

/**
 * What the methods of a class put into sessions, as far as one walk through their code from the first instruction to the
 * last tells: where two ways meet, only what variables are declared as is known.
 */
export function sessionAttributesOf(compiled: ClassFile): readonly SessionAttribute[] {
  const setters = new Set<number>();
  for (const [index, { owner, name }] of compiled.pool.interfaceMethods()) {
    if (SESSIONS.has(owner) && SETTERS.has(name)) setters.add(index);
  }
  if (setters.size === 0) return [];
  try {
    return compiled.methods().flatMap((code) => new Walk(code, compiled.pool, setters).run());
  } catch (error) {
    // A file that is cut off, or code that ends within an instruction.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

class Walk {
  readonly #code: Code;
  readonly #pool: ConstantPool;
  readonly #setters: ReadonlySet<number>;
  readonly #found: SessionAttribute[] = [];
  /** What is on top comes last. Below its first value is what an earlier way left there. */
  #stack: (Value | undefined)[] = [];
  #variables = new Map<number, Value | undefined>();
  readonly #declared = new Map<number, { readonly type: string | undefined; readonly end: number }>();
  #line: number | undefined;

  constructor(code: Code, pool: ConstantPool, setters: ReadonlySet<number>) {
    this.#code = code;
    this.#pool = pool;
    this.#setters = setters;
    for (const [slot, type] of code.parameters) this.#variables.set(slot, { type, isExact: false });
  }

  run(): readonly SessionAttribute[] {
    const { bytes, lines, variables } = this.#code;
    const targets = this.#targets();
    for (let at = 0; at < bytes.byteLength; at += lengthAt(bytes, at)) {
      if (targets.has(at)) {
        this.#stack = [];
        this.#variables = new Map();
      }
      for (const { slot, type, end } of variables.get(at) ?? []) this.#declared.set(slot, { type, end });
      this.#line = lines.get(at) ?? this.#line;
      this.#step(at);
    }
    return this.#found;
  }

  #targets(): ReadonlySet<number> {
    const { bytes, handlers } = this.#code;
    const targets = new Set(handlers);
    for (let at = 0; at < bytes.byteLength; at += lengthAt(bytes, at)) {
      for (const target of targetsAt(bytes, at)) targets.add(target);
    }
    return targets;
  }

  #step(at: number): void {
    const { bytes } = this.#code;
    const opcode = bytes.getUint8(at);
    const stored = storedAt(bytes, at);
    const loaded = loadedAt(bytes, at);
    const effect = effectOf(opcode);
    if (stored) this.#store(stored);
    else if (loaded !== undefined) this.#push(this.#variable(loaded, at));
    else if (effect) {
      this.#pop(effect.taken);
      this.#pushUnknown(effect.put);
    } else if (opcode >= 89 && opcode <= 95) this.#rearrange(opcode);
    else this.#runByOperands(opcode, at);
  }

  #runByOperands(opcode: number, at: number): void {
    const { bytes } = this.#code;
    const index = () => bytes.getUint16(at + 1);
    const descriptor = () => this.#pool.member(index())?.descriptor ?? "";
    switch (opcode) {
      case 18: // ldc
        this.#pushLiteral(bytes.getUint8(at + 1));
        break;
      case 19: // ldc_w
        this.#pushLiteral(index());
        break;
      case 178: // getstatic
      case 180: // getfield
        this.#pop(opcode === 180 ? 1 : 0);
        this.#pushTyped(descriptor());
        break;
      case 179: // putstatic
      case 181: // putfield
        this.#pop((opcode === 181 ? 1 : 0) + slotsOf(descriptor()));
        break;
      case 182: // invokevirtual
      case 183: // invokespecial
      case 184: // invokestatic
      case 185: // invokeinterface
      case 186: // invokedynamic
        this.#call(opcode, index());
        break;
      case 187: // new
        this.#push(valueOfType(this.#pool.className(index()), true));
        break;
      case 192: // checkcast
        this.#cast(this.#pool.className(index()));
        break;
      case WIDE:
        this.#pushUnknown(widelyLoaded(bytes.getUint8(at + 1)));
        break;
      case 197: // multianewarray
        this.#pop(bytes.getUint8(at + 3));
        this.#push(undefined);
        break;
      default:
        throw new RangeError(`${opcode} is no opcode`);
    }
  }

  #call(opcode: number, index: number): void {
    const method = this.#pool.member(index);
    const { parameters, returned } = typesOf(method?.descriptor ?? "()V");
    if (this.#setters.has(index)) this.#note();
    const isStatic = opcode === 184 || opcode === 186;
    this.#pop(parameters.reduce((sum, type) => sum + slotsOf(type), isStatic ? 0 : 1));
    this.#pushTyped(returned);
  }

  /** Above the session stand the attribute's name and its value. */
  #note(): void {
    const value = this.#stack.at(-1);
    if (!value) return;
    this.#found.push({
      name: this.#stack.at(-2)?.literal,
      type: value.type,
      isExact: value.isExact,
      line: this.#line,
    });
  }

  #variable(slot: number, at: number): Value | undefined {
    if (this.#variables.has(slot)) return this.#variables.get(slot);
    const declared = this.#declared.get(slot);
    return declared && at < declared.end ? valueOfType(declared.type, false) : undefined;
  }

  #store({ slot, slots }: { readonly slot: number; readonly slots: number }): void {
    const value = this.#stack.at(-1);
    this.#pop(slots);
    this.#variables.set(slot, slots === 1 ? value : undefined);
    if (slots === 2) this.#variables.set(slot + 1, undefined);
  }

  /** A value that is known better than by the cast stays what it is. */
  #cast(type: string | undefined): void {
    const [value] = this.#pop(1);
    this.#push(value?.isExact ? value : valueOfType(type, false));
  }

  #pushLiteral(index: number): void {
    const literal = this.#pool.string(index);
    this.#push(literal === undefined ? undefined : { type: "java/lang/String", isExact: true, literal });
  }

  #pushTyped(descriptor: string): void {
    if (slotsOf(descriptor) === 1) this.#push(valueOfType(classIn(descriptor), false));
    else this.#pushUnknown(slotsOf(descriptor));
  }

  #push(value: Value | undefined): void {
    this.#stack.push(value);
  }

  #pushUnknown(slots: number): void {
    for (let left = slots; left > 0; left--) this.#stack.push(undefined);
  }

  /** What was taken, what was on top last. */
  #pop(slots: number): readonly (Value | undefined)[] {
    const taken = slots > 0 ? this.#stack.splice(-slots) : [];
    return [...Array.from({ length: slots - taken.length }, () => undefined), ...taken];
  }

  /** dup, dup_x1, dup_x2, dup2, dup2_x1, dup2_x2 and swap. */
  #rearrange(opcode: number): void {
    if (opcode === 95) {
      const [below, top] = this.#pop(2);
      this.#stack.push(top, below);
      return;
    }
    const copied = opcode <= 91 ? 1 : 2;
    const passed = (opcode - 89) % 3;
    const top = this.#pop(copied);
    const below = this.#pop(passed);
    this.#stack.push(...top, ...below, ...top);
  }
}

function valueOfType(type: string | undefined, isExact: boolean): Value | undefined {
  return type === undefined || type.startsWith("[") ? undefined : { type, isExact };
}

/** The variable that an instruction stores into, and how many slots it takes. */
function storedAt(code: DataView, at: number): { readonly slot: number; readonly slots: number } | undefined {
  const opcode = code.getUint8(at);
  if (opcode >= 54 && opcode <= 58) return { slot: code.getUint8(at + 1), slots: slotsOfKind(opcode - 54) };
  if (opcode >= 59 && opcode <= 78)
    return { slot: (opcode - 59) % 4, slots: slotsOfKind(Math.floor((opcode - 59) / 4)) };
  if (opcode !== WIDE) return undefined;
  const widened = code.getUint8(at + 1);
  if (widened < 54 || widened > 58) return undefined;
  return { slot: code.getUint16(at + 2), slots: slotsOfKind(widened - 54) };
}

/** Of int, long, float, double and reference, in the order of the opcodes. */
function slotsOfKind(kind: number): number {
  return kind === 1 || kind === 3 ? 2 : 1;
}

/** How many slots a wide instruction puts that is not dealt with as a store, or as the load of an object. */
function widelyLoaded(opcode: number): number {
  return opcode >= 21 && opcode <= 24 ? slotsOfKind(opcode - 21) : 0;
}

/** The variable whose object an instruction loads. */
function loadedAt(code: DataView, at: number): number | undefined {
  const opcode = code.getUint8(at);
  if (opcode === 25) return code.getUint8(at + 1);
  if (opcode >= 42 && opcode <= 45) return opcode - 42;
  return opcode === WIDE && code.getUint8(at + 1) === 25 ? code.getUint16(at + 2) : undefined;
}
