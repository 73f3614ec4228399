import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import { afterEach, describe, test } from "node:test";
import { ask } from "../../server/src/entry/http.ts";
import { liveMachine } from "../../server/src/entry/live-machine.ts";

const HEAD = "HTTP/1.1 200 OK\r\n";
const MOVED = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n";

/** What a server answers, in bytes; with what both are told: a status, or why there is none. */
const ANSWERS: Readonly<Record<string, readonly [bytes: string, told: number | string]>> = {
  "another protocol": ["HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", 101],
  nothing: ["", "ECONNRESET"],
  "bytes of no protocol": ["\x00\x01\x02", "HPE_INVALID_CONSTANT"],
  "less than it announces": [`${HEAD}Content-Length: 10\r\n\r\nabc`, "ECONNRESET"],
  "chunks that are none": [`${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, "HPE_INVALID_CHUNK_SIZE"],
  "a cookie of control characters": [`${MOVED}Set-Cookie: a=\x7f\r\nLocation: /b\r\n\r\n`, "HPE_INVALID_HEADER_TOKEN"],
  "a cookie in Latin-1, asked for in a circle": [`${MOVED}Set-Cookie: a=\xe9\r\nLocation: /b\r\n\r\n`, 302],
  "a cookie without a name": [`${MOVED}Set-Cookie: \r\nLocation: /b\r\n\r\n`, 302],
  "more cookies than a header may have": [
    `${MOVED}${"Set-Cookie: a=b\r\n".repeat(100_000)}\r\n`,
    "HPE_HEADER_OVERFLOW",
  ],
  "the way to a script": [`${MOVED}Location: javascript:alert(1)\r\n\r\n`, 302],
};

describe("a server that answers an address with", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function answering(bytes: string): Promise<string> {
    server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end(Buffer.from(bytes, "latin1")));
    });
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
    const address = listening.address();
    assert.ok(address && typeof address === "object");
    return `http://127.0.0.1:${address.port}/`;
  }

  for (const [name, [bytes, told]] of Object.entries(ANSWERS)) {
    test(name, { timeout: 10_000 }, async () => {
      const url = await answering(bytes);
      const options = { timeout: 5_000, ca: undefined, insecure: false };
      const proved = await ask({ url, cookies: new Map() }, options);
      assert.equal("code" in proved ? proved.code : proved.status, told);
      const lived = await liveMachine(options).ask(url, undefined);
      assert.equal("code" in lived ? lived.code : lived.status, told);
    });
  }
});
