import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nextMember } from "../../../server/src/features/next-member.ts";
import { cursor } from "../../harness/cursor.ts";

const STATIC = 'className="org.apache.catalina.tribes.membership.StaticMember"';
const ID = (last: number) => `{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,${last}}`;

const member = (host: string, port: string | number, id: number, more = "") =>
  `      <Member ${STATIC} host="${host}" port="${port}" uniqueId="${ID(id)}"${more}/>`;

const cluster = (...lines: readonly string[]) => `<Cluster>
  <Channel>
    <Interceptor className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor">
      <LocalMember ${STATIC} uniqueId="${ID(1)}"/>
${lines.join("\n")}
    </Interceptor>
  </Channel>
</Cluster>`;

/** The line that is offered in grey at `$0`, without its indent. */
function offered(...lines: readonly string[]): string | undefined {
  const { file, offset } = cursor(cluster(...lines));
  return nextMember(file, offset)?.text;
}

describe("the next Member", () => {
  for (const [what, first, second, third] of [
    ["counts hosts and ids on", member("10.0.0.2", 4000, 2), member("10.0.0.3", 4000, 3), member("10.0.0.4", 4000, 4)],
    ["counts ports on", member("10.0.0.2", 4010, 2), member("10.0.0.2", 4020, 3), member("10.0.0.2", 4030, 4)],
    ["counts names on", member("node-2", 4000, 2), member("node-3", 4000, 3), member("node-4", 4000, 4)],
    [
      "keeps zeros",
      member("tc09.example.com", 4000, 2),
      member("tc10.example.com", 4000, 3),
      member("tc11.example.com", 4000, 4),
    ],
    [
      "keeps what all share",
      member("a1", 1, 2, ' domain="d"'),
      member("a2", 1, 3, ' domain="d"'),
      member("a3", 1, 4, ' domain="d"'),
    ],
  ] as const) {
    test(`${what}, behind the last and below it`, () => {
      assert.equal(offered(first, `${second}$0`), `\n${third}`);
      assert.equal(offered(first, second, "      $0"), third);
      assert.equal(offered(first, second, "$0"), third);
    });
  }

  test("is laid out as the last one is", () => {
    const two = [2, 3].map(
      (each) =>
        `      <Member ${STATIC}\n              host='h${each}'\n              port="4000"\n              uniqueId="${ID(each)}"/>`,
    );
    assert.equal(offered(...two, "$0"), two[1]?.replace("h3", "h4").replace(ID(3), ID(4)));
  });

  for (const [what, ...lines] of [
    ["there is one alone", member("10.0.0.2", 4000, 2), "$0"],
    ["there is none", "$0"],
    [
      "hosts do not count",
      member("10.0.0.2", 4000, 2),
      member("10.0.0.9", 4000, 3),
      member("10.0.0.11", 4000, 4),
      "$0",
    ],
    ["ids go another way", member("10.0.0.2", 4000, 2), member("10.0.0.3", 4000, 3), member("10.0.0.4", 4000, 9), "$0"],
    ["a value is a placeholder", member("10.0.0.2", "${port}", 2), member("10.0.0.3", "${port}", 3), "$0"],
    ["the attributes differ", member("10.0.0.2", 4000, 2), member("10.0.0.3", 4000, 3, ' domain="d"'), "$0"],
    ["nothing but the id counts", member("10.0.0.2", 4000, 2), member("10.0.0.2", 4000, 3), "$0"],
    ["the network is at its end", member("10.0.0.253", 4000, 2), member("10.0.0.254", 4000, 3), "$0"],
    ["bytes are at their end", member("10.0.0.2", 4000, 126), member("10.0.0.3", 4000, 127), "$0"],
    ["something stands behind the cursor", member("10.0.0.2", 4000, 2), `${member("10.0.0.3", 4000, 3)}$0<!-- -->`],
    ["the cursor is not behind the last", member("10.0.0.2", 4000, 2), "$0", member("10.0.0.3", 4000, 3)],
    [
      "the cursor is in the last",
      member("10.0.0.2", 4000, 2),
      `      <Member ${STATIC} host="10.0.0.3"$0 uniqueId="${ID(3)}"/>`,
    ],
    ["two lines are empty", member("10.0.0.2", 4000, 2), member("10.0.0.3", 4000, 3), "", "", "$0"],
    ["the last is unfinished", member("10.0.0.2", 4000, 2), `      <Member ${STATIC} host="10.0.0.3"$0`],
  ] as const) {
    test(`is not guessed where ${what}`, () => assert.equal(offered(...lines), undefined));
  }
});
