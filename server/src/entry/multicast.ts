import { createSocket, type Socket } from "node:dgram";
import { networkInterfaces } from "node:os";
import { performance } from "node:perf_hooks";
import type { Failure, Interface, Listener, Listening, MulticastStep } from "../tribes/port.ts";
import { codeOrMessage } from "./file-error.ts";

const SECOND = 1000;

/** The interfaces of this machine, each with every address of IPv4 it has. */
export function interfaces(): readonly Interface[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) => {
    const of6 = addresses.filter(({ family }) => family === "IPv6");
    const of4 = addresses.filter(({ family }) => family === "IPv4");
    const [first] = of6;
    const zone = process.platform === "win32" && first?.family === "IPv6" ? first.scopeid : name;
    const ipv6 = first && { addresses: of6.map(({ address }) => address), choice: `::%${zone}` };
    return (of4.length > 0 ? of4 : of6.slice(0, 1)).map(({ address, internal }) => ({
      ...{ name, address, loopback: internal },
      ...(ipv6 && { ipv6 }),
    }));
  });
}

/** Listens to UDP on this machine, and sends to the addresses it is given. */
export function listen(what: Listening, listener: Listener): { stop(): void } {
  // As McastServiceImpl does: several Tomcats of one machine share the port.
  const ofIpv6 = what.group.includes(":");
  const socket = createSocket({ type: ofIpv6 ? "udp6" : "udp4", ipv6Only: ofIpv6, reuseAddr: true });
  const timers: NodeJS.Timeout[] = [];
  let over = false;
  let step: MulticastStep = "bind";

  const end = (failure?: Failure): void => {
    if (over) return;
    over = true;
    for (const timer of timers) clearTimeout(timer);
    // Leaves the group, too.
    closeQuietly(socket);
    listener.ended(failure);
  };
  const fail = (error: unknown): void => end({ step, code: codeOrMessage(error) });

  socket.on("error", fail);
  socket.on("message", (bytes, { address }) => {
    if (!over) listener.packet(bytes, address.split("%")[0] ?? address, performance.now());
  });
  socket.on("listening", () => {
    if (over) return;
    try {
      step = "join";
      socket.addMembership(what.group, what.interface);
      step = "send";
      if (what.send) startSending(socket, what, what.send);
    } catch (error) {
      fail(error);
    }
  });
  const startSending = (to: Socket, { group, port }: Listening, send: NonNullable<Listening["send"]>): void => {
    if (what.interface !== undefined) to.setMulticastInterface(what.interface);
    if (send.ttl !== undefined) to.setMulticastTTL(send.ttl);
    to.setMulticastLoopback(true);
    const sendOnce = (): void => {
      if (!over) to.send(send.packet, port, group, (error) => error && fail(error));
    };
    sendOnce();
    timers.push(setInterval(sendOnce, SECOND));
  };
  timers.push(setInterval(() => listener.tick(performance.now()), SECOND));
  timers.push(setTimeout(() => end(), what.milliseconds));
  // Bound to the group, a socket gets nothing of other groups on this port; Windows binds to addresses of its own only.
  const zone = ofIpv6 ? (what.interface?.replace("::", "") ?? "") : "";
  const address = process.platform === "win32" ? undefined : `${what.group}${zone}`;
  socket.bind({ port: what.port, exclusive: true, ...(address === undefined ? {} : { address }) });
  return { stop: () => end() };
}

function closeQuietly(socket: Socket): void {
  try {
    socket.close();
  } catch {
    // It was never opened.
  }
}
