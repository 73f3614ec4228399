import assert from "node:assert/strict";
import { test } from "node:test";
import { httpUrl } from "../../../server/src/base/http-url.ts";

for (const [written, address] of [
  ["node1:8080", "http://node1:8080/"],
  ["HTTPS://node1/manager", "https://node1/manager"],
  ["[2001:db8::1]:8080", "http://[2001:db8::1]:8080/"],
  ["ftp://node1/manager", undefined],
  ["file:///etc/passwd", undefined],
  ["http://[::1", undefined],
  ["node1:99999", undefined],
  ["", undefined],
] as const) {
  test(`"${written}" is ${address ?? "no address of a server"}`, () => assert.equal(httpUrl(written)?.href, address));
}
