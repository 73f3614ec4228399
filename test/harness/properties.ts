import type { Properties } from "../../server/src/config/properties.ts";
import { readProperties } from "../../server/src/config/property-sources.ts";
import { sourceText } from "../../server/src/base/source-text.ts";

/** What a catalina.properties of this text sets. */
export function propertiesFrom(text: string): Properties {
  return readProperties({ catalinaProperties: sourceText("conf/catalina.properties", text), setenv: undefined });
}
