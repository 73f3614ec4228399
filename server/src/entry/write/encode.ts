import { type DecodedText, EncodingError } from "../encoding.ts";

/** The bytes of a text as `decoded` was. Throws an EncodingError where the encoding has no such letter. */
export async function encode(text: string, { encoding, bom }: DecodedText): Promise<Buffer> {
  const { default: iconv } = await import("iconv-lite");
  const bytes = iconv.encode(text, encoding, { addBOM: bom });
  if (iconv.decode(bytes, encoding) !== text) {
    throw new EncodingError({
      en: `${encoding} cannot hold this text`,
      ko: `${encoding} 인코딩으로는 이 내용을 쓸 수 없습니다`,
    });
  }
  return bytes;
}
