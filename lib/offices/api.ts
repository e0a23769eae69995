import { type Context, committing, drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { getOffice, listOffices } from "./read";
import {
  checkInput,
  holderEnd,
  holderInput,
  holderKey,
  officeChange,
  officeDetail,
  officeInput,
  officeKey,
  officeList,
  officesInput,
} from "./schema";
import { addOffice, changeOffice, checkOffice, closeOffice } from "./write";
import { addHolder, endHolder, eraseHolder } from "./write.holders";

const tags = ["Offices"];
const at = "/offices/{slug}" as const;

/** An office as it stands, with the version that a change of it names. */
async function answer(context: Context, slug: string) {
  const found = await getOffice(context.viewer, slug);
  return setETag(context, found.version, found);
}

export const offices = {
  list: signedIn
    .route({ method: "GET", path: "/offices", summary: "The offices that the network speaks to", tags })
    .input(officesInput)
    .output(officeList)
    .handler(({ input, context }) => listOffices(context.viewer, input)),
  get: signedIn
    .route({ method: "GET", path: at, summary: "One office, with who holds it and who held it", tags })
    .input(officeKey)
    .output(officeDetail)
    .handler(({ input, context }) => answer(context, input.slug)),
  add: drafting
    .route({
      method: "POST",
      path: "/offices",
      summary: "Add an office; its title is unchecked",
      tags,
      successStatus: 201,
    })
    .input(officeInput)
    .output(officeDetail)
    .handler(async ({ input, context }) => answer(context, await addOffice(context.viewer, input))),
  change: drafting
    .route({ method: "PATCH", path: at, summary: "Change an office; another title is unchecked again; If-Match", tags })
    .input(officeChange)
    .output(officeDetail)
    .handler(async ({ input, context }) => {
      await changeOffice(context.viewer, input, requireIfMatch(context));
      return answer(context, input.slug);
    }),
  check: drafting
    .route({
      method: "POST",
      path: `${at}/check`,
      summary: "Say that the title is right, as a second person; If-Match",
      tags,
    })
    .input(checkInput)
    .output(officeDetail)
    .handler(async ({ input, context }) => {
      await checkOffice(context.viewer, input, requireIfMatch(context));
      return answer(context, input.slug);
    }),
  close: committing
    .route({ method: "POST", path: `${at}/closing`, summary: "Write to it no longer; the convener; If-Match", tags })
    .input(officeKey)
    .output(officeDetail)
    .handler(async ({ input, context }) => {
      await closeOffice(context.viewer, input.slug, requireIfMatch(context));
      return answer(context, input.slug);
    }),
  addHolder: drafting
    .route({ method: "POST", path: `${at}/holders`, summary: "Say who holds it, or held it; If-Match", tags })
    .input(holderInput)
    .output(officeDetail)
    .handler(async ({ input, context }) => {
      await addHolder(context.viewer, input, requireIfMatch(context));
      return answer(context, input.slug);
    }),
  endHolder: drafting
    .route({
      method: "PATCH",
      path: `${at}/holders/{holder}`,
      summary: "Say on which day somebody stopped; If-Match",
      tags,
    })
    .input(holderEnd)
    .output(officeDetail)
    .handler(async ({ input, context }) => {
      await endHolder(context.viewer, input, requireIfMatch(context));
      return answer(context, input.slug);
    }),
  eraseHolder: committing
    .route({
      method: "DELETE",
      path: `${at}/holders/{holder}`,
      summary: "Take a name out for good; its days stay; the convener; If-Match",
      tags,
    })
    .input(holderKey)
    .output(officeDetail)
    .handler(async ({ input, context }) => {
      await eraseHolder(context.viewer, input, requireIfMatch(context));
      return answer(context, input.slug);
    }),
};
