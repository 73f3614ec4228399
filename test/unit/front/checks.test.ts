import assert from "node:assert/strict";
import { test } from "node:test";
import { readHaproxy } from "../../../server/src/front/haproxy.ts";
import { readHttpd } from "../../../server/src/front/httpd.ts";
import type { Balancer } from "../../../server/src/front/model.ts";

function shown(text: string, [balancer]: readonly Balancer[]): string | undefined {
  const check = balancer?.members[0]?.check;
  return check && `${check.method} ${check.path} ${check.seconds} @ ${text.slice(check.at.start, check.at.end)}`;
}

test("health checks of HAProxy", () => {
  for (const [lines, server, expected] of [
    [["option httpchk /a"], "check", "OPTIONS /a 2 @ /a"],
    [["option httpchk GET /a HTTP/1.1"], "check inter 1m", "GET /a 60 @ /a"],
    [["option httpchk GET /a", "default-server check inter 500"], "", "GET /a 0.5 @ /a"],
    [["option httpchk GET /a", "default-server check"], "no-check", undefined],
    [["option httpchk", "http-check send meth GET uri /a", "http-check expect status 200"], "check", "GET /a 2 @ /a"],
    [["option httpchk", "http-check connect port 1", "http-check send meth GET uri /a"], "check", undefined],
    [["option httpchk GET /a HTTP/1.0\\r\\nCookie:\\ JSESSIONID=a"], "check", undefined],
    [["option httpchk GET /a"], "check inter %[x]", undefined],
    [["option httpchk GET /a", "no option httpchk"], "check", undefined],
    [["option httpchk"], "check", undefined],
    [["option tcp-check"], "check", undefined],
  ] as const) {
    const text = `defaults\n  mode http\nbackend a\n${lines.map((each) => `  ${each}\n`).join("")}  server a 10.0.0.1:8080 ${server}\n`;
    assert.equal(shown(text, readHaproxy(text)), expected, text);
  }
  const inherited = "defaults\n  option httpchk GET /a\nbackend a\n  server a 10.0.0.1:8080 check\n";
  assert.equal(shown(inherited, readHaproxy(inherited)), "GET /a 2 @ /a");
});

test("health checks of httpd", () => {
  for (const [member, expected] of [
    ["http://a:8080 hcmethod=get hcuri=/a", "GET /a 30 @ /a"],
    ["http://a:8080 hcmethod=HEAD hcinterval=2mi hcuri=/a", "HEAD /a 120 @ /a"],
    ["http://a:8080 hcmethod=GET", "GET / 30 @ GET"],
    ["http://a:8080/shop hcmethod=GET hcuri=/a", undefined],
    ["http://a:8080 hctemplate=all hcmethod=GET", undefined],
    ["ajp://a:8009 hcmethod=GET hcuri=/a", undefined],
    ["http://a:8080 hcmethod=${M} hcuri=/a", undefined],
    ["http://a:8080", undefined],
  ] as const) {
    const text = `<Proxy balancer://a>\nBalancerMember ${member}\n</Proxy>\nProxyPass / balancer://a/\n`;
    assert.equal(shown(text, readHttpd(text)), expected, text);
  }
});
