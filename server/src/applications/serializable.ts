import type { ClassFile } from "./class-file.ts";
import type { SessionAttribute } from "./session-attributes.ts";

/** What is asked of a class here; the code that came with it need not be kept. */
export type ClassHeader = Pick<ClassFile, "name" | "superclass" | "interfaces" | "isConcrete">;

/** Classes of Java that are not Serializable, and from which applications derive. */
const PLAIN_CLASSES = new Set(["java/lang/Object", "java/lang/Record", "java/lang/Thread"]);

/** Interfaces of Java and of Servlet that are not Serializable, and that classes of applications often have. */
const PLAIN_INTERFACES = new Set([
  "java/io/Closeable",
  "java/lang/AutoCloseable",
  "java/lang/CharSequence",
  "java/lang/Cloneable",
  "java/lang/Comparable",
  "java/lang/Iterable",
  "java/lang/Runnable",
  "java/util/Comparator",
  "java/util/EventListener",
  "java/util/Iterator",
  "java/util/concurrent/Callable",
  ...["javax", "jakarta"].flatMap((root) => [
    `${root}/servlet/http/HttpSessionActivationListener`,
    `${root}/servlet/http/HttpSessionBindingListener`,
  ]),
]);

/** Which classes of an application are Serializable. */
export class Serializables {
  readonly #classes: ReadonlyMap<string, ClassHeader>;
  /** Undefined where a class is looked at right now, or where it derives from what is not known. */
  readonly #known = new Map<string, boolean | undefined>();
  #derived: ReadonlySet<string> | undefined;

  constructor(classes: Iterable<ClassHeader>) {
    this.#classes = new Map(Array.from(classes, (each) => [each.name, each]));
  }

  has(name: string): boolean {
    return this.#classes.has(name);
  }

  /**
   * True where a value is not Serializable for sure. What is only declared may be of a class that derives from the
   * declared one, so that has to be concrete, and without such a class in the application. A framework's proxy is as
   * Serializable as what it stands for.
   */
  isRefused({ type, isExact }: Pick<SessionAttribute, "type" | "isExact">): boolean {
    if (this.#isSerializable(type) !== false) return false;
    return isExact || (this.#classes.get(type)?.isConcrete === true && !this.#withDoubtfulChildren().has(type));
  }

  #isSerializable(name: string): boolean | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    this.#known.set(name, undefined);
    const answer = this.#look(name);
    this.#known.set(name, answer);
    return answer;
  }

  #look(name: string): boolean | undefined {
    if (PLAIN_CLASSES.has(name) || PLAIN_INTERFACES.has(name)) return false;
    if (name === "java/io/Serializable" || name === "java/io/Externalizable") return true;
    const found = this.#classes.get(name);
    if (!found || found.superclass === undefined) return undefined;
    const above = [found.superclass, ...found.interfaces].map((each) => this.#isSerializable(each));
    if (above.includes(true)) return true;
    return above.every((each) => each === false) ? false : undefined;
  }

  /** Classes from which one derives that is Serializable, or may be. */
  #withDoubtfulChildren(): ReadonlySet<string> {
    if (this.#derived) return this.#derived;
    const found = new Set<string>();
    for (const each of this.#classes.values()) {
      if (this.#isSerializable(each.name) === false) continue;
      for (let above = each.superclass; above !== undefined && !found.has(above); ) {
        found.add(above);
        above = this.#classes.get(above)?.superclass;
      }
    }
    this.#derived = found;
    return found;
  }
}
