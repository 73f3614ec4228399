import type { Localized } from "../../base/localized.ts";
import { AJP_CLOSED, AJP_PROTOCOL } from "../../config/ajp.ts";
import type { EffectiveObject } from "../../config/effective/model.ts";
import type { ConfigFile } from "../../config/file.ts";
import { Change } from "../../schema/change.ts";

/** A default of a Connector that changed within lines, which the facts of a line do not date. */
export interface DatedDefault {
  readonly attribute: string;
  /** Which Connectors have it, by their class. */
  readonly handlers: RegExp;
  readonly change: Change;
  /** What a file says to have the earlier default; undefined where that would open a hole that was closed. */
  readonly earlier: string | undefined;
  readonly text: Localized;
  readonly source: string;
}

export const DATED_DEFAULTS: readonly DatedDefault[] = [
  {
    attribute: "secretRequired",
    handlers: AJP_PROTOCOL,
    change: AJP_CLOSED,
    earlier: undefined,
    text: {
      en: 'secretRequired: "false" → "true", so without a secret this Connector does not start',
      ko: 'secretRequired: "false" → "true", secret이 없으면 이 Connector가 시작되지 않음',
    },
    source: "AbstractAjpProtocol.secretRequired; Migration Guide 8.5: 8.5.51",
  },
  {
    attribute: "address",
    handlers: AJP_PROTOCOL,
    change: AJP_CLOSED,
    earlier: undefined,
    text: {
      en: "address: all addresses → this machine only, so a proxy on another machine no longer reaches it",
      ko: "address: 모든 주소 → 이 장비만, 다른 장비의 프록시는 연결할 수 없음",
    },
    source: "AbstractAjpProtocol's constructor; Migration Guide 8.5: 8.5.51",
  },
  {
    attribute: "allowedRequestAttributesPattern",
    handlers: AJP_PROTOCOL,
    change: AJP_CLOSED,
    earlier: undefined,
    text: {
      en: "allowedRequestAttributesPattern: none, so requests with an attribute that Tomcat does not know are refused",
      ko: "allowedRequestAttributesPattern: 없음, Tomcat이 모르는 속성이 있는 요청은 거부",
    },
    source: "AbstractAjpProtocol and AjpProcessor.prepareRequest; Migration Guide 8.5: 8.5.51",
  },
  {
    attribute: "URIEncoding",
    handlers: /./,
    change: new Change("8.5.0"),
    earlier: "ISO-8859-1",
    text: {
      en: 'URIEncoding: "ISO-8859-1" → "UTF-8"',
      ko: 'URIEncoding: "ISO-8859-1" → "UTF-8"',
    },
    source: "Connector.URIEncoding, 8.0; Migration Guide 8.0, Default URL encoding",
  },
];

/** Whether a Connector has the later default: undefined where it is written, or the release does not tell. */
export function datedDefault(
  { attribute, handlers, change }: DatedDefault,
  { element, attributes }: EffectiveObject,
  { version }: ConfigFile,
): boolean | undefined {
  if (element !== "Connector") return undefined;
  const protocol = attributes.find(({ name }) => name === "protocol")?.value ?? "";
  if (!handlers.test(protocol)) return undefined;
  if (attributes.some(({ name, origin }) => name === attribute && origin !== "default")) return undefined;
  return change.isIn(version);
}
