import { open } from "@/lib/platform/procedure";
import { getOrganization, listOrganizations } from "./read";
import { organizationDetail, organizationInput, organizationList, organizationsInput } from "./schema";

const tags = ["Organizations"];

export const organizations = {
  list: open
    .route({ method: "GET", path: "/organizations", summary: "The organizations that you can see", tags })
    .input(organizationsInput)
    .output(organizationList)
    .handler(({ input, context }) => listOrganizations(context.viewer, input)),
  get: open
    .route({ method: "GET", path: "/organizations/{slug}", summary: "One organization", tags })
    .input(organizationInput)
    .output(organizationDetail)
    .handler(({ input, context }) => getOrganization(context.viewer, input.slug)),
};
