import { signedIn } from "@/lib/viewer/api.procedure";
import { listAdministrators } from "./read.administrators";
import { administratorList, administratorsInput } from "./schema.administrators";

export const administrators = signedIn
  .route({
    method: "GET",
    path: "/administrators",
    summary: "Who administers; for administrators",
    tags: ["Network"],
  })
  .input(administratorsInput)
  .output(administratorList)
  .handler(({ input, context }) => listAdministrators(context.viewer, input));
