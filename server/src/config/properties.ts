import type { SourceText } from "../base/source-text.ts";
import type { Span } from "../base/span.ts";
import { Change } from "../schema/change.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { STANDARD_PROPERTIES } from "./standard-properties.ts";

/** A property, or a variable of the environment, and a place that sets it. */
export interface Property {
  readonly name: string;
  /** Undefined where it is set to what no file tells, or to several values. */
  readonly value: string | undefined;
  readonly file: SourceText;
  /** Of the name as it is written. */
  readonly nameAt: Span;
  /** Of the value as it is written. */
  readonly at: Span;
  /** What fills in a value that has `$`, unless the shell that Compose runs in sets it otherwise. */
  readonly filledBy?: PropertyMap | undefined;
}

/** A place in a file that says how a Tomcat is started. */
export interface LaunchPlace {
  readonly file: SourceText;
  readonly at: Span;
}

/** A Service of Kubernetes that leads to a pod. */
export interface PodService extends LaunchPlace {
  readonly name: string;
  /** True where DNS gives the addresses of its pods, and not one of its own. */
  readonly headless: boolean;
}

/** A port at which Kubernetes asks a container whether it runs. */
export interface HealthProbe extends LaunchPlace {
  readonly kind: "startup" | "readiness" | "liveness";
  readonly port: number;
  /** `tcp` where it only connects. */
  readonly by: "tcp" | "http" | "https";
}

/** What manifests say of a pod. */
export interface Pod {
  readonly namespace: string | undefined;
  /** True where it has the network of its machine. */
  readonly hostNetwork: boolean;
  /** Those that select it. */
  readonly services: readonly PodService[];
  /** The name of its service account. */
  readonly account: string;
  /** Where the token of its service account is kept from it. */
  readonly withoutToken: LaunchPlace | undefined;
  /** The role of its service account, or the binding of another one, where it may not list pods by these files. */
  readonly forbidden: LaunchPlace | undefined;
  /** The NetworkPolicy that keeps the pods of its workload from a TCP port of each other. */
  readonly refusedAt: (port: number) => LaunchPlace | undefined;
  /** Those of its only container. */
  readonly probes: readonly HealthProbe[];
}

/** A service of a compose file, or a pod, that starts a Tomcat. */
export interface Start {
  readonly name: string;
  /** What other services reach it by: its names and fixed addresses. */
  readonly hosts: ReadonlySet<string>;
  /** How many containers are made of it. */
  readonly containers: number;
  /** By the port of its machine, the port of its container that answers there; absent where it publishes none. */
  readonly published?: ReadonlyMap<number, number> | undefined;
  /** The server.xml that its Tomcat is given. */
  readonly serverFiles: ReadonlySet<string>;
  /** True where its containers are in overlay networks only, which span the machines of a swarm. */
  readonly overlay: boolean;
  /** True where a swarm gives its name one address, which is none of its containers'. */
  readonly virtualAddress: boolean;
  /** True where all variables of its environment are known: it runs Tomcat's own image, and takes none from other files. */
  readonly closed: boolean;
  /** True where its Tomcat may get options that no file here tells of. */
  readonly open: boolean;
  /** The compose file and network that reach it by its hosts, as keys to compare; undefined where they are not known. */
  readonly networks: ReadonlySet<string> | undefined;
  /** What it gives its Tomcat in place of files of the folder: by `conf/catalina.properties` the path of the file. */
  readonly puts: ReadonlyMap<string, string>;
  /** True where a command of its own may start something else, or write the server.xml anew before Tomcat reads it. */
  readonly ownCommand?: boolean | undefined;
  /** Absent for a service of a compose file. */
  readonly pod?: Pod;
  readonly file: SourceText;
  /** Of its name. */
  readonly at: Span;
}

/** A service as the only one that starts a Tomcat, with all variables it starts it with. */
export interface Run {
  readonly start: Start;
  readonly environment: PropertyMap;
}

/** A file that is not read because of its length. */
export interface UnreadFile {
  readonly path: string;
  /** What it may have, in characters. */
  readonly longest: number;
}

/** Properties by name. */
export type PropertyMap = ReadonlyMap<string, Property>;

/** Names the classes that are asked for a placeholder before the system properties (Digester, all lines). */
const PROPERTY_SOURCE = "org.apache.tomcat.util.digester.PROPERTY_SOURCE";
const DIGESTER = "org.apache.tomcat.util.digester.";
const ENVIRONMENT = `${DIGESTER}EnvironmentPropertySource`;
const SYSTEM = `${DIGESTER}SystemPropertySource`;

/** The releases that ship EnvironmentPropertySource, and those that read a list of sources (bisected over all tags). */
const HAS_ENVIRONMENT = new Change("7.0.101", "8.5.52", "9.0.32");
const READS_LIST = new Change("8.5.54", "9.0.34");

/** True where a release can be told to read variables of the environment; undefined where the release is not known. */
export function readsEnvironment(version: TomcatVersion): boolean | undefined {
  return HAS_ENVIRONMENT.isIn(version);
}

/** A name a shell takes for a variable. */
const VARIABLE = /^[A-Za-z_]\w*$/;

/** Properties that Java has by itself, or Tomcat's scripts set. */
const OF_JAVA = /^(?:java|javax|jdk|sun|com\.sun|os|user|file|line|path|native|stdout|stderr|catalina)(?:\.|$)/;

/** Variables that a container of Tomcat's image has by itself. */
const OF_CONTAINER =
  /^(?:HOSTNAME|HOME|PATH|PWD|OLDPWD|SHLVL|TERM|LANG\w*|LC_\w+|USER|_|\w*(?:CATALINA|JAVA|JDK|JRE|TOMCAT|LD|GPG)_\w+)$/;

/** What a Tomcat puts in the place of `${name}`, as far as its files tell. */
export class Properties {
  readonly #system: PropertyMap;
  readonly #environment: PropertyMap;
  /** Every place that sets a system property, those without effect too; those of catalina.properties first. */
  readonly places: readonly Property[];

  /** True where files beside this Tomcat start it in a container: its host name, network and applications are made there. */
  readonly container: boolean;

  /** The services of compose files that start this Tomcat or others with its files. */
  readonly starts: readonly Start[];

  /** The service these are the properties of, where several nodes start with the same files. */
  readonly run: Start | undefined;

  /** What each of the services fills in, where several nodes start with the same files. */
  readonly runs: readonly Properties[];

  /** True where files here tell how this Tomcat is started. */
  readonly started: boolean;

  /** True where options may come from what is not read: what no file sets may be set all the same. */
  readonly open: boolean;

  /** A file that is too long to be read: it may set any name, so of those it comes before nothing is known. */
  readonly unread: UnreadFile | undefined;

  constructor(
    system: PropertyMap,
    environment: PropertyMap = new Map(),
    places: readonly Property[] = [],
    { container = false, starts = [], run, runs = [], started = false, open = false, unread }: PropertiesAround = {},
  ) {
    this.#system = system;
    this.#environment = environment;
    this.places = places;
    this.container = container;
    this.starts = starts;
    this.run = run;
    this.runs = runs;
    this.started = started;
    this.open = open;
    this.unread = unread;
  }

  /** The system properties. */
  get all(): Iterable<Property> {
    return this.#system.values();
  }

  /** A system property; undefined where no file sets it. */
  system(name: string): Property | undefined {
    return this.#system.get(name);
  }

  /** The value of a system property; undefined where no file sets it, or it cannot be known. */
  valueOf(name: string): string | undefined {
    return this.system(name)?.value;
  }

  /** True where a file sets this variable of the environment. */
  hasVariable(name: string): boolean {
    return this.#environment.has(name);
  }

  /** A variable of the environment; undefined where no file sets it. */
  variable(name: string): Property | undefined {
    return this.#environment.get(name);
  }

  /**
   * What a release finds for the name in a placeholder. Undefined where no file sets it, and where a class that is no
   * part of Tomcat is asked first: it may know any name.
   *
   * Source: Digester's static initializer, its configure and SystemPropertySource, IntrospectionUtils.getProperty.
   */
  find(name: string, version: TomcatVersion): Property | undefined {
    for (const source of this.#sources(version)) {
      switch (source) {
        case SYSTEM: {
          const property = this.#system.get(name);
          if (property) return property;
          break;
        }
        case ENVIRONMENT: {
          if (HAS_ENVIRONMENT.isIn(version) === false) break;
          const variable = this.#environment.get(name);
          if (variable) return variable;
          // It may be set where no file of the Tomcat tells.
          if (VARIABLE.test(name)) return undefined;
          break;
        }
        default:
          return undefined;
      }
    }
    return undefined;
  }

  /**
   * True where no class that is asked for a name can know it, as far as the files tell how this Tomcat is started. A name
   * that one of several ways sets is not unset.
   */
  isUnset(name: string, version: TomcatVersion): boolean {
    if (!this.started || this.open || this.unread || this.#system.has(name) || OF_JAVA.test(name)) return false;
    const sources = this.#sources(version);
    return (
      sources.length > 0 &&
      sources.every((source) => {
        if (source === SYSTEM) return !STANDARD_PROPERTIES.has(name);
        if (source !== ENVIRONMENT) return false;
        return HAS_ENVIRONMENT.isIn(version) === false || !this.#mayBeVariable(name);
      })
    );
  }

  /** True for a variable that is set, or that may be where no file tells: all are told of containers only. */
  #mayBeVariable(name: string): boolean {
    if (!VARIABLE.test(name)) return false;
    const closed = this.starts.length > 0 && this.starts.every((start) => start.closed);
    return this.hasVariable(name) || !closed || OF_CONTAINER.test(name);
  }

  /** The classes that are asked, in their order, none where they are not known; the system properties come last. */
  #sources(version: TomcatVersion): readonly string[] {
    const setting = this.#system.get(PROPERTY_SOURCE);
    if (!setting) return [SYSTEM];
    const written = setting.value;
    if (written === undefined) return [];
    const names = READS_LIST.isIn(version) === false ? [written.trim()] : written.split(",").map((each) => each.trim());
    return names.includes(SYSTEM) ? names : [...names, SYSTEM];
  }
}

interface PropertiesAround {
  readonly container?: boolean;
  readonly starts?: readonly Start[];
  readonly run?: Start | undefined;
  readonly runs?: readonly Properties[];
  readonly started?: boolean;
  readonly open?: boolean;
  readonly unread?: UnreadFile;
}

export const NO_PROPERTIES = new Properties(new Map());
