import { type Parity, proposalInput } from "@/lib/proposals/schema";
import { as, given } from "@/tests/support/builders";

export const title = { en: "Publish an annual scorecard", fr: "Publier un bilan annuel" };
export const statement = {
  en: "The network should publish an annual scorecard of commitments.",
  fr: "Le réseau devrait publier un bilan annuel des engagements.",
};

/** An organization that proposes, another that looks on, and the convener. */
export async function proposalWorld() {
  const organization = await given.organization();
  const theme = await given.theme();
  const input = (parity: Parity = "equal", send = true) =>
    proposalInput.parse({
      organization: organization.slug,
      theme: theme.slug,
      regimeArea: "practice",
      title,
      statement,
      parity,
      send,
    });
  return {
    organization,
    theme,
    input,
    author: await as(await given.representative(organization)),
    other: await as(await given.representative(await given.organization())),
    convener: await as(await given.convener(await given.organization())),
  };
}

/** Why it was turned away, or null where it went through. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string; reason?: string }) => `${error.code} ${error.reason}`,
  );
