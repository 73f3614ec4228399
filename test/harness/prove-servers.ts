import { createServer as createHttp, type RequestListener, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { type FakeCluster, FakeHost } from "./prove.ts";

/** Nodes in memory, each behind a port of this machine. */
export class Nodes {
  readonly host: FakeHost;
  readonly #servers: Server[] = [];
  readonly urls: string[] = [];

  constructor(cluster: FakeCluster) {
    this.host = new FakeHost(cluster);
  }

  async listen(certificate?: { readonly key: string; readonly cert: string }): Promise<this> {
    for (const { url } of this.host.targets) {
      const serve = this.#serve(url);
      const server = certificate ? createHttps(certificate, serve) : createHttp(serve);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      this.#servers.push(server);
      this.urls.push(`${certificate ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}/test`);
    }
    return this;
  }

  #serve(url: string): RequestListener {
    return async (request, response) => {
      if (request.url === "/test") {
        response.writeHead(302, { location: "/test/" }).end();
        return;
      }
      let body = "";
      for await (const part of request) body += part;
      const pairs = (request.headers.cookie ?? "").split("; ").map((pair): [string, string] => {
        const [name = "", value = ""] = pair.split("=");
        return [name, value];
      });
      const form = Object.fromEntries(new URLSearchParams(body));
      const answer = await this.host.request({ url, cookies: new Map(pairs), ...(body && { form }) });
      // A request that was read to its end would leave its connection open.
      if ("code" in answer) request.socket.destroy();
      else {
        const cookies = [...answer.cookies].map(([name, value]) => `${name}=${value}; Path=/; HttpOnly`);
        response.writeHead(answer.status, { "set-cookie": cookies }).end(answer.body);
      }
    };
  }

  close(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}
