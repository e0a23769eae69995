import { signedIn } from "@/lib/viewer/api.procedure";
import { listOffices } from "./read";
import { officeList, officesInput } from "./schema";

export const offices = {
  list: signedIn
    .route({ method: "GET", path: "/offices", summary: "The offices that the network speaks to", tags: ["Offices"] })
    .input(officesInput)
    .output(officeList)
    .handler(({ input, context }) => listOffices(context.viewer, input)),
};
