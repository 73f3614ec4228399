import assert from "node:assert/strict";
import { test } from "node:test";
import { josa, type Particle } from "../../../server/src/base/josa.ts";
import { koreanLines } from "../../harness/korean.ts";

const lines = koreanLines();

function offending(pattern: RegExp): readonly string[] {
  return lines.flatMap(({ place, text }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${place}: ${found}`];
  });
}

test("a particle fits the last sound of what it stands behind", () => {
  const expected: readonly (readonly [string | number, Particle, string])[] = [
    ["노드", "은", "노드는"],
    ["멤버십", "은", "멤버십은"],
    ["채널", "으로", "채널로"],
    ["Tomcat", "이", "Tomcat이"],
    ["tcp", "을", "tcp를"],
    ["Cluster", "이", "Cluster가"],
    ["jvmRoute", "을", "jvmRoute를"],
    ["selectorTimeout", "을", "selectorTimeout을"],
    ["Realm", "과", "Realm과"],
    ["module", "으로", "module로"],
    ["server.xml", "이", "server.xml이"],
    ["TTL", "으로", "TTL로"],
    ["node1", "이라는", "node1이라는"],
    ["node2", "이라는", "node2라는"],
    [10, "으로", "10으로"],
    [8, "으로", "8로"],
    ["8.5", "은", "8.5는"],
    ["11.0.19", "은", "11.0.19는"],
    ["<Realm>", "이", "<Realm>이"],
    ['"node1"', "은", '"node1"은'],
    ["node2 (10.0.0.1:4000)", "이", "node2 (10.0.0.1:4000)가"],
    ["…", "을", "…를"],
    ["", "을", "를"],
  ];
  for (const [text, particle, result] of expected) assert.equal(josa(text, particle), result);
});

test("the Korean texts are found", () => {
  assert.ok(lines.length > 2000, `${lines.length} lines`);
});

test("no Korean text has two forms of a particle", () => {
  assert.deepEqual(offending(/[은는이가을를과와]\([은는이가을를과와]\)|\([으이]\)[로라]/), []);
});

test("no particle that changes stands bare behind a value", () => {
  // A literal `${name}` that users write is in a text in double quotes, or in a page.
  const templates = lines.filter(({ place, text }) => /\.ts:/.test(place) && /^[^"'`]*`|ko: `/.test(text));
  const bare = /\}(?:\\`|["'>])?(?:은|는|이|가|을|를|과|와|으로|로|이라는|라는)(?=[\s.,?`]|$)/;
  assert.deepEqual(
    templates.flatMap(({ place, text }) => {
      const own = text.slice(Math.max(0, text.indexOf("ko: `")));
      const found = bare.exec(own)?.[0];
      return found === undefined ? [] : [`${place}: ${found}`];
    }),
    [],
  );
  assert.deepEqual(
    offending(/\{\d\}(?:은|는|이|가|을|를|과|와|으로|로)(?=[\s.,?"]|$)/).filter((each) => each.includes("l10n")),
    [],
  );
});

test("particles behind Latin words and numbers are those the helper would choose", () => {
  const forms: Readonly<Record<string, Particle>> = {
    ...{ 은: "은", 는: "은", 이: "이", 가: "이", 을: "을", 를: "을", 과: "과", 와: "과" },
    ...{ 으로: "으로", 로: "으로", 이라는: "이라는", 라는: "이라는" },
  };
  const pattern = /([A-Za-z0-9][\w.$:/-]*?)(["'`>*]*)(이라는|라는|으로|[은는이가을를과와로])(?=[\s.,"`]|$)/g;
  const wrong: string[] = [];
  let seen = 0;
  for (const { place, text } of lines) {
    for (const [, word = "", , written = ""] of text.matchAll(pattern)) {
      const particle = forms[written];
      if (!particle) continue;
      seen += 1;
      if (josa(word, particle) !== word + written) wrong.push(`${place}: ${word}${written}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen > 2000, `${seen} particles`);
});

test("particles behind our own words fit", () => {
  const open = "장비|문제|테스트|표시자|하트비트|멤버|노드|클러스터|서버|프로퍼티|비밀번호|인터셉터|로드 밸런서|릴리스";
  const closed = "속성|값|세션|멤버십|채널|그룹|설정|파일|규칙";
  assert.deepEqual(offending(new RegExp(`(?:${open})(?:은|을|과|으로)(?=[ .,])`)), []);
  assert.deepEqual(offending(new RegExp(`(?:${closed})(?:는|를|와)(?=[ .,])`)), []);
});

/** One word for one thing: what is not written, and what is. */
const TERMS: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/고정된? ?(?:멤버|목록)/, "정적 멤버"],
  [/(?<!가상 )머신/, "장비"],
  [/(?<!가상 )시험/, "테스트"],
  [
    /(?:이|그|두|다른) 서버(?:를 벗|의 (?:주소|실제 주소|누구나|방화벽)|에는|에서는 멀티|가 보낸| 자신만| 사이)/,
    "장비",
  ],
  [/듣[는습지고습]|들을 때/, "수신 대기, 받다"],
  [/치환 기호|플레이스홀더|자리표시자/, "자리 표시자"],
  [/[수송]신기(?!록)/, "Receiver, Sender"],
  [/매니저/, "Manager"],
  [/세션 (?:id|아이디)/, "세션 ID"],
  [/(?:관리자|로그인|사용자의?) 암호/, "비밀번호"],
  [/지우십시오/, "제거하십시오; Delete는 삭제"],
  [/말없이|조용히|아무 말 없이/, "경고 없이"],
  [/부모/, "상위"],
  [/지적|진단/, "문제"],
  [/(?:한 번에|모두|버전을) 올[리릴]/, "업그레이드"],
  [/그들/, "이름을 다시 씁니다"],
];

test("one thing has one Korean word", () => {
  assert.deepEqual(
    TERMS.flatMap(([wrong, right]) => offending(wrong).map((each) => `${each} → ${right}`)),
    [],
  );
});
