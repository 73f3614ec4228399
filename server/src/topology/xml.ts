/** Writing SVG: elements from names, attributes and contents, with everything escaped. */

/** A piece of well-formed XML. It is created in this file only, so that no text gets in unescaped. */
export interface Markup {
  readonly xml: string;
}

/** The contents of an element; undefined parts are left out. */
export type Content = Markup | string | undefined | readonly Content[];

/** An element. Attributes that are undefined are left out; texts among the contents are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly Content[]
): Markup {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escaped(numbered(value))}"`))
    .join("");
  const inside = flat(content);
  return { xml: inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** A number with one decimal digit: less than a tenth of a pixel is not visible. */
export function rounded(value: number): string {
  return `${Math.round(value * 10) / 10}`;
}

function numbered(value: string | number): string {
  return typeof value === "number" ? rounded(value) : value;
}

function flat(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escaped(content);
  if ("xml" in content) return content.xml;
  return content.map(flat).join("");
}

/** XML cannot contain control characters and lone surrogates, not even escaped: a box replaces them. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "\u25a1")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
