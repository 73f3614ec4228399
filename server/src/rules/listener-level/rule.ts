import type { Localized } from "../../base/localized.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import type { ComponentRule } from "../rule.ts";

const CORE = "org.apache.catalina.core.";

interface Place {
  readonly parent: "Server" | "Host" | "Context";
  /**
   * What becomes of the listener elsewhere: it does nothing; it comes too late, or does nothing; or it acts when that
   * element is initialized, which only what comes before it misses.
   */
  readonly elsewhere: "idle" | "late" | "acts";
  /** Another element it works in, for what is in that one alone. */
  readonly alsoIn?: "Context";
}

/** Listeners for one kind of element. */
const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  [`${CORE}AprLifecycleListener`, { parent: "Server", elsewhere: "late" }],
  [`${CORE}OpenSSLLifecycleListener`, { parent: "Server", elsewhere: "late" }],
  [`${CORE}JreMemoryLeakPreventionListener`, { parent: "Server", elsewhere: "acts" }],
  [`${CORE}ThreadLocalLeakPreventionListener`, { parent: "Server", elsewhere: "idle", alsoIn: "Context" }],
  ["org.apache.catalina.mbeans.GlobalResourcesLifecycleListener", { parent: "Server", elsewhere: "late" }],
  ["org.apache.catalina.security.SecurityListener", { parent: "Server", elsewhere: "acts" }],
  ["org.apache.catalina.security.TLSCertificateReloadListener", { parent: "Server", elsewhere: "idle" }],
  ["org.apache.catalina.startup.VersionLoggerListener", { parent: "Server", elsewhere: "acts" }],
  ["org.apache.catalina.storeconfig.StoreConfigLifecycleListener", { parent: "Server", elsewhere: "idle" }],
  ["org.apache.catalina.startup.UserConfig", { parent: "Host", elsewhere: "idle" }],
  [`${CORE}PropertiesRoleMappingListener`, { parent: "Context", elsewhere: "idle" }],
  [`${CORE}ContextNamingInfoListener`, { parent: "Context", elsewhere: "idle" }],
]);

const TEXTS: Readonly<Record<Place["elsewhere"], (name: string, here: string, there: string) => Localized>> = {
  idle: (name, here, there) => ({
    en: `${name} does nothing in <${here}>. Move it into <${there}>.`,
    ko: `${name} 클래스는 <${here}> 안에서 아무 일도 하지 않습니다. <${there}> 안으로 옮기십시오.`,
  }),
  late: (name, here, there) => ({
    en: `${name} belongs into <${there}>: in <${here}> it acts too late or not at all. Move it there.`,
    ko: `${name} 클래스는 <${there}>에 두어야 합니다. <${here}> 안에서는 너무 늦게 동작하거나 동작하지 않습니다.`,
  }),
  acts: (name, here, there) => ({
    en: `${name} belongs into <${there}>: in <${here}> it acts after what is initialized before that, and newer releases log a warning. Move it there.`,
    ko: `${name} 클래스는 <${there}>에 두어야 합니다. <${here}> 안에서는 앞서 초기화되는 것보다 늦게 동작하고, 최근 릴리스는 로그에 경고를 남깁니다.`,
  }),
};

/**
 * Some listeners only work, or only in time, in one kind of element; elsewhere newer releases log a warning, which is
 * the only consequence for some.
 *
 * Source: lifecycleEvent of each class, 8.5 to 11.0 (FrameworkListener's from 9.0 on); run on 9.0.43 to 11.0.24.
 */
export const rule: ComponentRule = {
  id: "listener-level",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "Some Listeners work only in Server, in Host or in Context.",
    ko: "일부 Listener는 Server, Host, Context 중 정해진 곳에서만 동작합니다.",
  },
  target: [...PLACES.keys()],

  check(listener, report) {
    const { className, parent } = listener;
    const place = className === undefined ? undefined : PLACES.get(className);
    if (className === undefined || !place || !parent) return;
    if (parent.name === place.parent || parent.name === place.alsoIn) return;
    report({
      at: listener.spanOf("className"),
      // Tomcat's own warning is the only consequence.
      ...(place.elsewhere === "acts" ? { severity: "information" as const } : {}),
      text: TEXTS[place.elsewhere](simpleNameOf(className), parent.name, place.parent),
    });
  },
};
