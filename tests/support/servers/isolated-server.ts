import { expect, expectAccessible, test as shared } from "../journey";
import { type RunningServer, startServer } from "./application-server";

/** A network of its own, for journeys that change what every other page shows: who is a member, and how it counts. */
export const test = shared.extend<object, { own: RunningServer; network: string }>({
  /** Journeys that name one share it with no other file: what those change is not seen here. */
  network: ["shared", { option: true, scope: "worker" }],
  own: [
    async ({ browserName: _, network: _name }, use) => {
      const server = await startServer("own-network.log");
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ own }, use) => use(own.origin),
});

export { expect, expectAccessible };
