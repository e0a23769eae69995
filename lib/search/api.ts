import { publicProcedure } from "@/lib/viewer/api.procedure";
import { search as readSearch } from "./read";
import { found, searchInput } from "./schema";

export const search = {
  find: publicProcedure
    .route({
      method: "GET",
      path: "/search",
      summary: "What you can see that bears these words, in either language",
      tags: ["Search"],
    })
    .input(searchInput)
    .output(found)
    .handler(({ input, context }) => readSearch(context.viewer, input, context.language)),
};
