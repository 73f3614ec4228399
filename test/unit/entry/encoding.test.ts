import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decode, EncodingError } from "../../../server/src/entry/encoding.ts";

const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n<Server b="x"/>\n`;
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** As real Tomcat 9.0.43 and 11.0.24 do on Java 17. */
describe("a file that names an encoding", () => {
  test("is read where it is the real one", () => {
    assert.equal(decode(utf16(xml("UTF-16"))).text, xml("UTF-16"));
    assert.equal(decode(Buffer.from(xml("US-ASCII"))).text, xml("US-ASCII"));
    assert.equal(
      decode(Buffer.from(xml("ISO-8859-1").replace('"x"', '"é"'), "latin1")).text,
      xml("ISO-8859-1").replace('"x"', '"é"'),
    );
    assert.equal(decode(Buffer.from([...Buffer.from(xml("EUC-KR")), 0xc7, 0xd1])).text, `${xml("EUC-KR")}한`);
  });

  for (const [what, bytes] of [
    ["UTF-16 that names UTF-8", utf16(xml("UTF-8"))],
    ["UTF-8 that names UTF-16", Buffer.from(xml("UTF-16"))],
    ["Latin 1 that names UTF-8", Buffer.from(xml("UTF-8").replace('"x"', '"é"'), "latin1")],
    ["UTF-8 that names US-ASCII", Buffer.from(xml("US-ASCII").replace('"x"', '"한글"'))],
    ["an unknown encoding", Buffer.from(xml("nosuch"))],
  ] as const) {
    test(`is refused for ${what}`, () => assert.throws(() => decode(bytes), EncodingError));
  }
});
