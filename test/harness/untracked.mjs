// Loaded before the unit tests at a desk. node:test follows every promise, to name the test a stray error comes from,
// and that takes a quarter of their time. Here a stray error fails the run without that name; `npm test` gives it.
import hooks from "node:async_hooks";

const hook = { enable: () => hook, disable: () => hook };
hooks.createHook = () => hook;

for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => console.error(error));
