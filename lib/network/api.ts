import { publicProcedure, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { closings } from "./api.closing-days";
import { getNetwork } from "./read";
import { network, networkInput, settingsInput } from "./schema";
import { changeNetwork } from "./write";

const tags = ["Network"];

export const administration = {
  ...closings,
  network: publicProcedure
    .route({ method: "GET", path: "/network", summary: "What this network is called and how it counts", tags })
    .input(networkInput)
    .output(network)
    .handler(async ({ context }) => {
      const found = await getNetwork(context.viewer);
      return setETag(context, found.version, found);
    }),
  changeNetwork: signedIn
    .route({ method: "PATCH", path: "/network", summary: "Change the network's settings; for administrators", tags })
    .input(settingsInput)
    .output(network)
    .handler(async ({ input, context }) => {
      await changeNetwork(context.viewer, input, requireIfMatch(context));
      const found = await getNetwork(context.viewer);
      return setETag(context, found.version, found);
    }),
};
