// Runs inside the extension host in front of the suite, and writes down what it printed and how it ended:
// a workbench whose extension host dies reports success, so its own word is not enough.
const { openSync, writeFileSync, writeSync } = require("node:fs");
const { format } = require("node:util");

const { HOST_SUITE, HOST_OUTPUT, HOST_RESULT } = process.env;

exports.run = async function run() {
  const output = openSync(HOST_OUTPUT, "a");
  // VS Code pins the methods of its console with setters that do nothing, so the whole object is replaced.
  const original = globalThis.console;
  // Mocha reports by log(); the server's complaints about its missing native modules go to error().
  globalThis.console = Object.create(original, {
    log: { value: (...values) => writeSync(output, `${format(...values)}\n`), writable: true },
  });
  try {
    await require(HOST_SUITE).run();
    writeFileSync(HOST_RESULT, JSON.stringify({ ok: true }));
  } catch (error) {
    writeFileSync(HOST_RESULT, JSON.stringify({ ok: false, error: String(error) }));
    throw error;
  } finally {
    globalThis.console = original;
  }
};
