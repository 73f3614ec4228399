/** A local variable, from where it has its first value to where its scope ends. */
export interface Variable {
  readonly slot: number;
  /** The class it is declared with; undefined for an array, and for what is no object. */
  readonly type: string | undefined;
  readonly end: number;
}

/** A method's bytecode, with what the compiler tells of it. Offsets are from its first byte. */
export interface Code {
  readonly bytes: DataView;
  /** The declared classes of the arguments, by the slot of the local variable. */
  readonly parameters: ReadonlyMap<number, string>;
  /** Offsets where exceptions are caught. */
  readonly handlers: readonly number[];
  /** By offset, which line of the source begins there; empty where the compiler leaves lines out. */
  readonly lines: ReadonlyMap<number, number>;
  /** By offset, which variables begin there; compilers leave them out unless told otherwise. */
  readonly variables: ReadonlyMap<number, readonly Variable[]>;
}

/** What an instruction names: a field or a method with its type. */
export interface MemberReference {
  readonly owner: string;
  readonly name: string;
  /** `(Ljava/lang/String;)V`. */
  readonly descriptor: string;
}

/** One class as compiled. Names are as in class files: `shop/Cart`, `shop/Cart$Item`. */
export interface ClassFile {
  readonly name: string;
  readonly superclass: string | undefined;
  readonly interfaces: readonly string[];
  /** False for an interface and for an abstract class. */
  readonly isConcrete: boolean;
  readonly pool: ConstantPool;
  /** Reads the methods that have code. Throws a RangeError where the file is cut off. */
  methods(): readonly Code[];
}

const MAGIC = 0xcafebabe;
const TEXT = new TextDecoder();
const ACC_STATIC = 0x0008;
const ACC_INTERFACE = 0x0200;
const ACC_ABSTRACT = 0x0400;

/** Tags of the constant pool that are looked at. */
const UTF8 = 1;
const CLASS = 7;
const STRING = 8;
const INTERFACE_METHOD = 11;
/** Bytes behind the tag; of a Utf8 those before its text. */
const SIZES: Readonly<Record<number, number>> = {
  1: 2,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/**
 * Reads a class file as far as it tells what a class is and does; undefined for anything else, and where it is cut off.
 *
 * Source: The Java Virtual Machine Specification, chapter 4.
 */
export function readClassFile(bytes: Uint8Array): ClassFile | undefined {
  try {
    return readWhole(new Cursor(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  } catch (error) {
    // A DataView throws where a length leads beyond the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readWhole(cursor: Cursor): ClassFile | undefined {
  if (cursor.u4() !== MAGIC) return undefined;
  cursor.skip(4);
  const pool = readPool(cursor);
  const access = cursor.u2();
  const name = pool.className(cursor.u2());
  const superclass = pool.className(cursor.u2());
  const interfaces = cursor.list(() => pool.className(cursor.u2())).filter((each) => each !== undefined);
  if (name === undefined) return undefined;
  const members = cursor.at;
  return {
    name,
    superclass,
    interfaces,
    isConcrete: (access & (ACC_INTERFACE | ACC_ABSTRACT)) === 0,
    pool,
    methods: () => readMethods(new Cursor(cursor.view, members), pool),
  };
}

class Cursor {
  readonly view: DataView;
  #at: number;

  constructor(view: DataView, at = 0) {
    this.view = view;
    this.#at = at;
  }

  get at(): number {
    return this.#at;
  }

  u1(): number {
    return this.view.getUint8(this.#at++);
  }

  u2(): number {
    this.#at += 2;
    return this.view.getUint16(this.#at - 2);
  }

  u4(): number {
    this.#at += 4;
    return this.view.getUint32(this.#at - 4);
  }

  /** As many of something as the next two bytes say. */
  list<T>(read: () => T): readonly T[] {
    const found: T[] = [];
    for (let left = this.u2(); left > 0; left--) found.push(read());
    return found;
  }

  skip(count: number): void {
    this.#at += count;
  }

  /** The next bytes as they are; throws where there are fewer. */
  take(count: number): DataView {
    const taken = new DataView(this.view.buffer, this.view.byteOffset + this.#at, count);
    this.#at += count;
    return taken;
  }
}

/** The names and texts of one class. An index that leads to something else gives undefined. */
export class ConstantPool {
  readonly #view: DataView;
  /** Where the tag of each constant is; 0 where there is none. */
  readonly #places: Uint32Array;

  constructor(view: DataView, places: Uint32Array) {
    this.#view = view;
    this.#places = places;
  }

  className(index: number): string | undefined {
    return this.#named(index, CLASS);
  }

  /** The literal that an ldc loads. */
  string(index: number): string | undefined {
    return this.#named(index, STRING);
  }

  member(index: number): MemberReference | undefined {
    const place = this.#place(index);
    const owner = this.className(this.#view.getUint16(place + 1));
    const pair = this.#place(this.#view.getUint16(place + 3));
    const name = this.utf8(this.#view.getUint16(pair + 1));
    const descriptor = this.utf8(this.#view.getUint16(pair + 3));
    return name === undefined || descriptor === undefined ? undefined : { owner: owner ?? "", name, descriptor };
  }

  /** The methods of interfaces that the class calls, each with its index. */
  *interfaceMethods(): Generator<readonly [index: number, method: MemberReference]> {
    for (const [index, place] of this.#places.entries()) {
      if (place === 0 || this.#view.getUint8(place) !== INTERFACE_METHOD) continue;
      const method = this.member(index);
      if (method) yield [index, method];
    }
  }

  utf8(index: number): string | undefined {
    const place = this.#place(index);
    if (place === 0 || this.#view.getUint8(place) !== UTF8) return undefined;
    const length = this.#view.getUint16(place + 1);
    return TEXT.decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + place + 3, length));
  }

  #named(index: number, tag: number): string | undefined {
    const place = this.#place(index);
    if (place === 0 || this.#view.getUint8(place) !== tag) return undefined;
    return this.utf8(this.#view.getUint16(place + 1));
  }

  #place(index: number): number {
    return this.#places[index] ?? 0;
  }
}

function readPool(cursor: Cursor): ConstantPool {
  const places = new Uint32Array(cursor.u2());
  for (let index = 1; index < places.length; index++) {
    places[index] = cursor.at;
    const tag = cursor.u1();
    const size = SIZES[tag];
    if (size === undefined) throw new RangeError(`no constant has the tag ${tag}`);
    if (tag === UTF8) cursor.skip(cursor.u2());
    else cursor.skip(size);
    // A long or a double takes two places.
    if (size === 8) index++;
  }
  return new ConstantPool(cursor.view, places);
}

/** Reads the methods behind the fields. */
function readMethods(cursor: Cursor, pool: ConstantPool): readonly Code[] {
  cursor.list(() => {
    cursor.skip(6);
    cursor.list(() => {
      cursor.skip(2);
      cursor.skip(cursor.u4());
    });
  });
  return cursor.list(() => readMethod(cursor, pool)).filter((each) => each !== undefined);
}

function readMethod(cursor: Cursor, pool: ConstantPool): Code | undefined {
  const access = cursor.u2();
  cursor.skip(2);
  const descriptor = pool.utf8(cursor.u2()) ?? "";
  let code: Code | undefined;
  cursor.list(() => {
    const name = pool.utf8(cursor.u2());
    const end = cursor.u4() + cursor.at;
    if (name === "Code") code = readCode(cursor, pool, parametersOf(descriptor, (access & ACC_STATIC) !== 0));
    cursor.skip(end - cursor.at);
  });
  return code;
}

function readCode(cursor: Cursor, pool: ConstantPool, parameters: ReadonlyMap<number, string>): Code {
  cursor.skip(4);
  const bytes = cursor.take(cursor.u4());
  const handlers = cursor.list(() => {
    cursor.skip(4);
    const handler = cursor.u2();
    cursor.skip(2);
    return handler;
  });
  const lines = new Map<number, number>();
  const variables = new Map<number, Variable[]>();
  cursor.list(() => {
    const name = pool.utf8(cursor.u2());
    const end = cursor.u4() + cursor.at;
    if (name === "LineNumberTable") cursor.list(() => lines.set(cursor.u2(), cursor.u2()));
    if (name === "LocalVariableTable") cursor.list(() => readVariable(cursor, pool, variables));
    cursor.skip(end - cursor.at);
  });
  return { bytes, parameters, handlers, lines, variables };
}

function readVariable(cursor: Cursor, pool: ConstantPool, into: Map<number, Variable[]>): void {
  const from = cursor.u2();
  const end = from + cursor.u2();
  cursor.skip(2);
  const type = classIn(pool.utf8(cursor.u2()) ?? "");
  const others = into.get(from) ?? [];
  into.set(from, others);
  others.push({ slot: cursor.u2(), type, end });
}

/** The class of a type's descriptor: `shop/Cart` of `Lshop/Cart;`; undefined for arrays and for what is no object. */
export function classIn(descriptor: string): string | undefined {
  return descriptor.startsWith("L") ? descriptor.slice(1, -1) : undefined;
}

/** The types in a method's descriptor: `I`, `Ljava/lang/String;`, `[J`. */
export function typesOf(descriptor: string): { readonly parameters: readonly string[]; readonly returned: string } {
  const end = descriptor.indexOf(")");
  const parameters: string[] = [];
  for (let at = 1; at < end; ) {
    const start = at;
    while (descriptor.charAt(at) === "[") at++;
    const close = descriptor.charAt(at) === "L" ? descriptor.indexOf(";", at) : at;
    at = (close < 0 ? end : close) + 1;
    parameters.push(descriptor.slice(start, at));
  }
  return { parameters, returned: descriptor.slice(end + 1) };
}

/** How many slots a value of this type takes. */
export function slotsOf(type: string): number {
  if (type === "V") return 0;
  return type === "J" || type === "D" ? 2 : 1;
}

function parametersOf(descriptor: string, isStatic: boolean): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let slot = isStatic ? 0 : 1;
  for (const type of typesOf(descriptor).parameters) {
    const name = classIn(type);
    if (name !== undefined) found.set(slot, name);
    slot += slotsOf(type);
  }
  return found;
}
