import { type Project, readProject } from "./project.ts";

/*
 * A project in the fragment of an address: JSON, compressed, in base64 of URLs. A browser does not send the fragment.
 */

const NAME = "p1=";

/** In bytes, of what a fragment may unpack to: a few hundred may stand for gigabytes. */
const MOST = 2_000_000;

export async function toFragment(project: Project): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(project));
  const packed = await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw")));
  const text = Array.from(packed, (byte) => String.fromCharCode(byte)).join("");
  return `#${NAME}${btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The project of a fragment; undefined where it holds none. */
export async function fromFragment(fragment: string): Promise<Project | undefined> {
  if (!fragment.startsWith(`#${NAME}`)) return undefined;
  try {
    const text = atob(
      fragment
        .slice(NAME.length + 1)
        .replaceAll("-", "+")
        .replaceAll("_", "/"),
    );
    const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const bytes = await collect(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
    return readProject(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

/** @throws RangeError where a stream holds more than a project may */
async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
    length += value.length;
    if (length > MOST) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
