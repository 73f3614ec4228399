import { attributesOf, changedValue, isClassName, isNumber, type Kinds } from "./change.ts";
import type { Random } from "./random.ts";

/** Another number for a number: these are what people write, or what a program puts there. */
const another = (texts: readonly string[]) => (value: string, random: Random) => random.of(texts) ?? value;

const swapCase = (text: string, random: Random): string => {
  const place = random.below(Math.max(1, text.length));
  switch (random.below(4)) {
    case 0:
      return text.toUpperCase();
    case 1:
      return text.toLowerCase();
    case 2:
      return text.charAt(0).toUpperCase() + text.slice(1);
    default: {
      const letter = text.charAt(place);
      const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
      return text.slice(0, place) + other + text.slice(place + 1);
    }
  }
};

const inside = (value: string, random: Random, what: string): string => {
  const place = [0, value.length, random.below(value.length + 1)][random.below(3)] ?? 0;
  return value.slice(0, place) + what + value.slice(place);
};

const unicode = (value: string, random: Random): string => {
  const zero = random.of([0xff10, 0x0660, 0x0966, 0x1d7ce]) ?? 0xff10;
  return value.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
};

/** What happens to values. */
export const VALUE_KINDS: Kinds = {
  "case of value": (text, random) => changedValue(text, random, swapCase, (each) => !isClassName(each)),
  "case of attribute": (text, random) => {
    const attribute = random.of(attributesOf(text));
    return attribute && [{ span: attribute.nameSpan, newText: swapCase(attribute.name, random) }];
  },
  "case of class": (text, random) => changedValue(text, random, swapCase, isClassName),
  "blank in value": (text, random) =>
    changedValue(text, random, (value) =>
      inside(value, random, random.of([" ", "  ", "\t", "\u00a0", "\u3000"]) ?? " "),
    ),
  "line break in value": (text, random) =>
    changedValue(text, random, (value) => inside(value, random, random.of(["\n", "\r\n", "&#10;", "&#13;"]) ?? "\n")),
  "character reference": (text, random) =>
    changedValue(text, random, (value) => {
      const place = random.below(Math.max(1, value.length));
      const code = value.charCodeAt(place) || 65;
      const written = random.of([
        `&#${code};`,
        `&#x${code.toString(16)};`,
        "&amp;",
        "&lt;",
        "&nbsp;",
        "&#0;",
        "&#x1F600;",
        "&",
        "<",
        "&#4;",
      ]);
      return value.slice(0, place) + written + value.slice(place + 1);
    }),
  "beyond int": (text, random) => {
    const texts = ["2147483647", "2147483648", "-2147483649", "9223372036854775808", "99999999999", "65536", "70000"];
    return changedValue(text, random, another(texts), isNumber);
  },
  "negative number": (text, random) =>
    changedValue(text, random, another(["-1", "-2", "-4000", "-0", "+5", "0", "--1", "\u22121"]), isNumber),
  "other notation": (text, random) =>
    changedValue(
      text,
      random,
      another(["0x1F90", "#1F90", "010", "1e3", "8_080", "8,080", "4000L", "5.0", "3s"]),
      isNumber,
    ),
  "Unicode digits": (text, random) => changedValue(text, random, unicode, isNumber),
  "list in value": (text, random) =>
    changedValue(text, random, (value) => {
      const forms = [
        `${value},`,
        `,${value}`,
        `${value},${value}`,
        `${value},,x`,
        `${value};${value}`,
        `${value}|`,
        ",",
      ];
      return random.of(forms) ?? value;
    }),
  "word for boolean": (text, random) =>
    changedValue(
      text,
      random,
      another(["yes", "on", "1", "TRUE", "true ", "no", "off", "0", "False", "t"]),
      ({ value }) => /^(?:true|false)$/.test(value?.raw ?? ""),
    ),
  "odd text": (text, random) =>
    changedValue(
      text,
      random,
      another([
        "*.1",
        ".*\\.(gif|js",
        "[a",
        "a{2",
        "10.0.0.0/99",
        "::1",
        "256.1.1.1",
        "auto",
        "/a//b",
        "..",
        "%",
        "*",
        "\ud55c\uae00",
      ]),
    ),
};
