import { signedIn } from "@/lib/viewer/api.procedure";
import { readHome } from "./read";
import { homeInput, home as homeOutput } from "./schema";

export const home = {
  read: signedIn
    .route({
      method: "GET",
      path: "/home",
      summary: "What waits for your organizations, and what happened",
      tags: ["Home"],
    })
    .input(homeInput)
    .output(homeOutput)
    .handler(({ context }) => readHome(context.viewer, context.language)),
};
