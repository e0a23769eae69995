import { expect, expectAccessible, test as shared } from "../journey";
import { type RunningServer, startServer } from "./application-server";

/** A network of its own, for journeys that change what every other page shows: who is a member, and how it counts. */
export const test = shared.extend<object, { own: RunningServer }>({
  own: [
    async ({ browserName: _ }, use) => {
      const server = await startServer("own-network.log");
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ own }, use) => use(own.origin),
});

export { expect, expectAccessible };
