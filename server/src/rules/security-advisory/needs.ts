import type { Span } from "../../base/span.ts";
import { CLOUD_SERVICE, DEFAULT_SERVLET, ENCRYPT, FILE_STORE, GROUP_CHANNEL } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { parseBoolean } from "../../config/values.ts";
import { textWithin } from "../../config/web-text.ts";
import type { Need } from "../../schema/advisories.ts";
import type { XmlDocument, XmlElement } from "../../syntax/tree.ts";
import { filterIn } from "../session-filters.ts";

/** The classes whose components can meet a condition. */
export const CLASSES_WITH_NEEDS: ReadonlySet<string> = new Set([ENCRYPT, CLOUD_SERVICE, FILE_STORE, GROUP_CHANNEL]);

/** The conditions of advisories that this component meets; `padding` is left to encrypt-mode. */
export function componentNeeds(component: Component): readonly Need[] {
  switch (component.className) {
    case ENCRYPT:
      return ["encrypt"];
    case CLOUD_SERVICE: {
      const provider = component.effective("membershipProviderClassName");
      return provider !== undefined && /kubernetes/i.test(provider) ? ["kubernetes"] : [];
    }
    case FILE_STORE: {
      const { parent } = component;
      const isOpen = !parent || filterIn(parent, "sessionAttributeValueClassNameFilter") === "";
      return isOpen ? ["file-store", "open-file-store"] : ["file-store"];
    }
    case GROUP_CHANNEL: {
      const secure = component.text("secure");
      const protocol = component.text("pskProtocol");
      const named = secure !== undefined && parseBoolean(secure) && protocol !== undefined && /1\.3/.test(protocol);
      return named ? ["channel-tls-1.3"] : [];
    }
    default:
      return [];
  }
}

/**
 * The places of a web.xml where the default servlet takes a partial PUT: `readonly` is off for every text but `true`,
 * and so is `allowPartialPut`, which is on where it is absent. Source: DefaultServlet.init, 9.0.98.
 */
export function* webNeeds({ root, text }: XmlDocument): Generator<readonly [Span, readonly Need[]]> {
  const textOf = (element: XmlElement | undefined) => textWithin(element, text);
  for (const servlet of childrenOf(root, "servlet")) {
    if (textOf(childrenOf(servlet, "servlet-class")[0]) !== DEFAULT_SERVLET) continue;
    const parameters = childrenOf(servlet, "init-param");
    const named = (name: string) =>
      childrenOf(
        parameters.findLast((each) => textOf(childrenOf(each, "param-name")[0]) === name),
        "param-value",
      )[0];
    const readonly = named("readonly");
    const written = textOf(readonly);
    // A placeholder or a template token may stand for either.
    if (!readonly || written === undefined || !/^(?:false|no|off|0)$/i.test(written)) continue;
    const partial = textOf(named("allowPartialPut"));
    if (partial === undefined || parseBoolean(partial)) yield [readonly.nameSpan, ["writable-default-servlet"]];
  }
}

function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.elements.filter((each) => each.name === name) ?? [];
}
