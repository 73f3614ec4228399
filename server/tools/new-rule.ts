/**
 * Makes the folder of a new rule: its code, its page and two fixtures, to be filled in.
 *
 * Usage: npm run new-rule -- ID
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const id = process.argv[2] ?? "";
const folder = fileURLToPath(new URL(`../src/rules/${id}/`, import.meta.url));

const RULE = `import { RECEIVERS } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * What Tomcat does, with the unit and range of the values.
 *
 * Source: Class.method, 9.0 to 11.0; or the run that showed it.
 */
export const rule: ComponentRule = {
  id: "${id}",
  group: "receiver",
  severity: "warning",
  summary: { en: "One sentence for the index.", ko: "색인에 쓸 한 문장입니다." },
  target: RECEIVERS,

  *check(receiver) {
    // Undefined is what cannot be known from the file: stay silent.
    const port = receiver.writtenNumber("port");
    if (port === undefined || port !== 4242) return;
    yield {
      at: receiver.spanOf("port"),
      text: {
        en: "What is wrong, why, and what to do.",
        ko: "무엇이 왜 잘못되었고 어떻게 해야 하는지 씁니다.",
      },
      fix: setTo(receiver, "port", "4000"),
    };
  },
};
`;

const PAGE = `# ${id}

## What

What stands in the file.

## Why

What Tomcat does with it, in which class and method, in which releases; or the run that showed it.

## What to do

The change that mends it.

## When it stays silent

Placeholders, classes of third parties, and what else cannot be known.
`;

const fixture = (port: string) => `<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" port="${port}"/>
        </Channel>
      </Cluster>
    </Engine>
  </Service>
</Server>
`;

if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id)) {
  console.error("usage: npm run new-rule -- ID, in small letters with hyphens, the thing first: receiver-port");
  process.exitCode = 2;
} else if (existsSync(folder)) {
  console.error(`there is a rule ${id} already`);
  process.exitCode = 2;
} else {
  mkdirSync(`${folder}fixtures`, { recursive: true });
  writeFileSync(`${folder}rule.ts`, RULE);
  writeFileSync(`${folder}README.md`, PAGE);
  writeFileSync(`${folder}fixtures/fires.xml`, fixture("4242"));
  writeFileSync(`${folder}fixtures/silent.xml`, fixture("4000"));
  console.log(`${folder}
Next: fill these in, then
  npm run generate
  UPDATE_FIXTURES=1 npm run test:rule -- ${id}
  git diff`);
}
