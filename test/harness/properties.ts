import { sourceText } from "../../server/src/base/source-text.ts";
import type { Properties } from "../../server/src/config/properties.ts";
import { readProperties } from "../../server/src/config/property-sources.ts";

/** What a catalina.properties of this text sets. */
export function propertiesFrom(text: string): Properties {
  return readProperties({ catalinaProperties: sourceText("conf/catalina.properties", text), setenv: undefined });
}
