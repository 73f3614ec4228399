/** The bytes that a text of base64 stands for. Throws a DOMException for any other text. */
export function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
