import { simpleNameOf } from "../../schema/catalog.ts";
import type { ComponentRule } from "../rule.ts";

const CORE = "org.apache.catalina.core.";

interface Place {
  readonly parent: "Server" | "Host" | "Context";
  /** True where the listener has no effect elsewhere. */
  readonly idle?: boolean;
  /** Another element it works in, for what is in that one alone. */
  readonly alsoIn?: "Context";
}

/** Listeners for one kind of element. */
const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  [`${CORE}AprLifecycleListener`, { parent: "Server" }],
  [`${CORE}OpenSSLLifecycleListener`, { parent: "Server" }],
  [`${CORE}JreMemoryLeakPreventionListener`, { parent: "Server" }],
  [`${CORE}ThreadLocalLeakPreventionListener`, { parent: "Server", idle: true, alsoIn: "Context" }],
  ["org.apache.catalina.mbeans.GlobalResourcesLifecycleListener", { parent: "Server" }],
  ["org.apache.catalina.security.SecurityListener", { parent: "Server" }],
  ["org.apache.catalina.security.TLSCertificateReloadListener", { parent: "Server", idle: true }],
  ["org.apache.catalina.startup.VersionLoggerListener", { parent: "Server" }],
  ["org.apache.catalina.storeconfig.StoreConfigLifecycleListener", { parent: "Server", idle: true }],
  ["org.apache.catalina.startup.UserConfig", { parent: "Host", idle: true }],
  [`${CORE}PropertiesRoleMappingListener`, { parent: "Context", idle: true }],
  [`${CORE}ContextNamingInfoListener`, { parent: "Context", idle: true }],
]);

/**
 * Some listeners only work, or only in time, in one kind of element; elsewhere newer releases log a warning.
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
    const name = simpleNameOf(className);
    report({
      at: listener.spanOf("className"),
      text: place.idle
        ? {
            en: `${name} does nothing in <${parent.name}>. Move it into <${place.parent}>.`,
            ko: `${name} 클래스는 <${parent.name}> 안에서 아무 일도 하지 않습니다. <${place.parent}> 안으로 옮기십시오.`,
          }
        : {
            en: `${name} belongs into <${place.parent}>: in <${parent.name}> it acts too late or not at all. Move it there.`,
            ko: `${name} 클래스는 <${place.parent}>에 두어야 합니다. <${parent.name}> 안에서는 너무 늦게 동작하거나 동작하지 않습니다.`,
          },
    });
  },
};
