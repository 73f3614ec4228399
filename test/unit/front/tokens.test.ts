import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { haproxyDirectives, haproxyTokens } from "../../../server/src/front/haproxy-syntax.ts";
import { httpdDirectives, httpdTokens } from "../../../server/src/front/httpd-syntax.ts";
import { nginxDirectives, nginxTokens } from "../../../server/src/front/nginx-syntax.ts";
import type { Directive, Token } from "../../../server/src/front/tokens.ts";
import { workersDirectives, workersTokens } from "../../../server/src/front/workers-syntax.ts";

interface Language {
  readonly tokens: (text: string) => readonly Token[];
  readonly directives: (text: string) => readonly Directive[];
  /** Two blocks; the first one is cut at every place, and the second one must still be read. */
  readonly blocks: readonly [first: string, second: string];
  /** What shows that the second block was read. */
  readonly second: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  httpd: {
    tokens: httpdTokens,
    directives: httpdDirectives,
    blocks: [
      '<Proxy "balancer://one">\n  # both nodes\n  BalancerMember "ajp://10.0.0.1:8009" \\\n    route=node1\n</Proxy>\n',
      "<Proxy balancer://two>\n  BalancerMember http://10.0.0.2:8080\n</Proxy>\n",
    ],
    second: "http://10.0.0.2:8080",
  },
  nginx: {
    tokens: nginxTokens,
    directives: nginxDirectives,
    blocks: [
      'upstream one {\n  server 10.0.0.1:8080 weight=2; # first\n  hash "$cookie_a b";\n}\n',
      "upstream two {\n  server 10.0.0.2:8080;\n}\n",
    ],
    second: "10.0.0.2:8080",
  },
  haproxy: {
    tokens: haproxyTokens,
    directives: haproxyDirectives,
    blocks: [
      'backend one\n  option httpchk "GET /a b" # comment\n  server node1 10.0.0.1:8080 check\\ it\n',
      "backend two\n  server node2 10.0.0.2:8080\n",
    ],
    second: "10.0.0.2:8080",
  },
  mod_jk: {
    tokens: workersTokens,
    directives: workersDirectives,
    blocks: ["worker.node1.host = 10.0.0.1 # first\nworker.node1.port=8009\n", "worker.node2.host=10.0.0.2\n"],
    second: "10.0.0.2",
  },
};

/** Letters that mean something in one of these languages, more often than others. */
const TEXTS = fc
  .array(
    fc.oneof(
      fc.constantFrom("\n", "\r\n", " ", "\t", '"', "'", "\\", "#", "{", "}", ";", "<", "</", ">", "=", "$", "${"),
      fc.constantFrom("server", "upstream", "backend", "<Proxy", "worker.a.host", "BalancerMember", "\u{1f600}"),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const written = (text: string, tokens: readonly Token[]) =>
  tokens.map(({ at }) => text.slice(at.start, at.end)).join("");

function wordsOf(directives: readonly Directive[]): readonly string[] {
  return directives.flatMap(({ name, args, block = [] }) => [
    name.text,
    ...args.map(({ text }) => text),
    ...wordsOf(block),
  ]);
}

for (const [name, { tokens, directives, blocks, second }] of Object.entries(LANGUAGES)) {
  describe(name, () => {
    test("all tokens together are the text, and none is empty", () => {
      fc.assert(
        fc.property(TEXTS, (text) => {
          const found = tokens(text);
          assert.equal(written(text, found), text);
          assert.ok(found.every(({ at }) => at.start < at.end));
        }),
      );
    });

    test("directives follow one another within the text", () => {
      fc.assert(
        fc.property(TEXTS, (text) => {
          let last = 0;
          for (const { at } of directives(text)) {
            assert.ok(last <= at.start && at.start < at.end && at.end <= text.length);
            last = at.end;
          }
        }),
      );
    });

    test("a block that is cut anywhere loses nothing of the next one", () => {
      const [first, next] = blocks;
      for (let end = 0; end <= first.length; end++) {
        const text = `${first.slice(0, end)}\n${next}`;
        assert.equal(written(text, tokens(text)), text);
        assert.ok(wordsOf(directives(text)).includes(second), `cut at ${end}: ${JSON.stringify(text)}`);
      }
    });
  });
}
