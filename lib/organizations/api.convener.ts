import { committing, publicProcedure } from "@/lib/viewer/api.procedure";
import { getConvener } from "./read.convener";
import { answerOfferInput, convener, convenerInput, nameConvenersInput, offerTermInput } from "./schema.convener";
import { answerOffer, nameConveners, offerTerm } from "./write.convener";

const tags = ["The convener"];

export const convening = {
  get: publicProcedure
    .route({
      method: "GET",
      path: "/convener",
      summary: "Who convenes, since when and for what, and who did before",
      tags,
    })
    .input(convenerInput)
    .output(convener)
    .handler(({ context }) => getConvener(context.viewer, context.language)),
  offer: committing
    .route({
      method: "POST",
      path: "/convener/offers",
      summary: "Offer the term to another member; nothing changes until its signatory accepts",
      tags,
    })
    .input(offerTermInput)
    .output(convener)
    .handler(async ({ input, context }) => {
      await offerTerm(context.viewer, input);
      return getConvener(context.viewer, context.language);
    }),
  answer: committing
    .route({
      method: "POST",
      path: "/convener/offers/{id}/answer",
      summary: "Accept or decline an offer as the organization asked; take it back as the convener",
      tags,
    })
    .input(answerOfferInput)
    .output(convener)
    .handler(async ({ input, context }) => {
      await answerOffer(context.viewer, input);
      return getConvener(context.viewer, context.language);
    }),
  name: committing
    .route({
      method: "PUT",
      path: "/convener/persons",
      summary: "Say who exercises the term, as a signatory of the organization that holds it",
      tags,
    })
    .input(nameConvenersInput)
    .output(convener)
    .handler(async ({ input, context }) => {
      await nameConveners(context.viewer, input);
      return getConvener(context.viewer, context.language);
    }),
};
