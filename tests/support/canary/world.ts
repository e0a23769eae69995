import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, programOf } from "../identities";
import { loadParts } from "../nouns";
import { plantExplanation, plantJoin } from "./annotations";
import { takeAnyTimeZone } from "./any-time-zone";
import { Canaries, inNetwork, nobody, type Observer, outside, own, toWord } from "./canaries";
import {
  plantApplication,
  plantApplied,
  plantEarlierText,
  plantOffer,
  plantRapporteur,
  plantStep,
} from "./organizations";
import type { CanaryPart } from "./part";
import { type CanaryAddress, PositionPlanter, plantSecondDraft } from "./positions";
import {
  plantDocument,
  plantEmailChange,
  plantInvitation,
  plantPasskey,
  plantPerson,
  plantProposal,
  plantQueue,
  plantRows,
  plantSettings,
  plantToken,
  plantView,
} from "./rows";

type Named = { id: string; slug: string };

export type CanaryWorld = {
  canaries: Canaries;
  callers: Record<Observer, Caller>;
  /** Organizations, propositions and themes that a request may name. */
  organizations: string[];
  propositions: string[];
  themes: string[];
  /** Where something stands or is planted. */
  places: CanaryAddress[];
  /** Each plants more, for wider readers; `blind` see the same after it as before. */
  stages: { name: string; plant: () => Promise<void>; blind: readonly Observer[] }[];
};

const addressOf = (organization: Named, proposition: Named): CanaryAddress => ({
  organization: organization.slug,
  proposition: proposition.slug,
});

const parts = await loadParts<CanaryPart>("canary");

/** The world before anything is planted: organizations, those who look, and a few stances that everybody may read. */
export async function buildCanaryWorld(): Promise<CanaryWorld> {
  await Promise.all([takeAnyTimeZone(), plantDocument()]);
  const canaries = new Canaries();
  const listed = (slug: string, options = {}) => given.organization({ slug, listing: "public", ...options });
  const owner = await listed("canary-owner");
  const other = await listed("canary-other");
  const convening = await listed("canary-convening");
  const watching = await listed("canary-watching", { status: "observer" });
  const applying = await listed("canary-applying", { status: "applied" });
  const suspended = await listed("canary-suspended", { status: "suspended" });
  const theme = await given.theme({ slug: "canary-theme" });
  const slugs =
    "shared beside alone returned discarded kept older narrowed withdrawn told gone quiet halted joined nothing".split(
      " ",
    );
  const about: Record<string, Named> = {};
  for (const slug of slugs) about[slug] = await given.proposition({ theme, slug: `canary-${slug}` });
  const on = (slug: string): Named => about[slug] ?? { id: "", slug: "" };

  const person = (who: Observer, readers: readonly Observer[]) => ({
    name: canaries.for(readers, "person", who, "name"),
    email: `${canaries.for([who], "person", who, "email")}@canary.example`,
  });
  const self = { other: ["other", "otherToken"], representative: ["representative", "representativeToken"] } as const;
  const memberOf = async (organization: Named, who: Observer) => given.memberOf(organization, person(who, [who]));
  const rename = (id: string, who: Observer, readers: readonly Observer[], mine: readonly Observer[]) =>
    db.person.update({
      where: { id },
      data: {
        name: canaries.for(readers, "person", who, "name"),
        email: `${canaries.for(mine, "person", who, "email")}@canary.example`,
      },
    });

  const representative = await given.representative(owner);
  await rename(representative.id, "representative", own, self.representative);
  const signatory = await given.signatory(owner);
  await rename(signatory.id, "signatory", own, ["signatory"]);
  const another = await given.memberOf(other);
  await rename(another.id, "other", self.other, self.other);
  const convener = await given.convener(convening);
  // Who exercises the convener's term is named to the network.
  await rename(convener.id, "convener", inNetwork, ["convener"]);
  const former = await given.representative(owner, { revokedAt: new Date() });
  // Whose mandate it was stays readable where it was, on the days on which it was in force.
  await rename(former.id, "former", [...own, "former"], ["former"]);
  await db.representation.updateMany({ where: { personId: former.id }, data: { endedAt: new Date() } });

  await given.standing({ organization: owner, proposition: on("shared"), visibility: "public" });
  const beside = await given.standing({ organization: owner, proposition: on("beside"), visibility: "public" });
  await given.standing({ organization: other, proposition: on("shared"), visibility: "public", stance: "oppose" });
  await given.standing({ organization: convening, proposition: on("shared"), visibility: "public" });

  const reserved = { organization: other, proposition: on("joined"), visibility: "public" } as const;
  await given.standing({ ...reserved, stance: "support_with_reservation" });
  const joining = { organization: other, proposition: on("joined"), by: owner };
  const ofOwner = (slug: string) => ({ organization: owner, proposition: on(slug) });

  await plantPerson(canaries, other, "elsewhere", self.other);
  await plantToken(canaries, representative.id, "representative", self.representative);
  await plantToken(canaries, another.id, "other", self.other);

  const callers: Record<Observer, Caller> = {
    visitor: {},
    administrator: await browserOf(
      await given.person({ ...person("administrator", ["administrator"]), administrator: true }),
    ),
    guest: await browserOf(await given.person({ ...person("guest", ["guest"]), guest: true })),
    applicant: await browserOf(await memberOf(applying, "applicant")),
    suspended: await browserOf(await memberOf(suspended, "suspended")),
    former: await browserOf(former),
    other: await browserOf(another),
    otherToken: await programOf(another, "read"),
    observer: await browserOf(await memberOf(watching, "observer")),
    convener: await browserOf(convener),
    representative: await browserOf(representative),
    representativeToken: await programOf(representative, "read"),
    signatory: await browserOf(signatory),
  };

  await plantSettings(canaries, convening);
  const planting = { canaries, owner, representative };
  for (const { plantBefore } of parts) await plantBefore?.(planting);
  await plantPasskey(canaries, representative.id, "representative", ["representative", "representativeToken"]);
  await plantEmailChange(canaries, representative.id, "representative", ["representative", "representativeToken"]);

  const writer = new PositionPlanter(canaries, representative);

  /** For the organization's own people, or for nobody at all. */
  async function plantAtHome() {
    await plantSecondDraft(canaries, { positionId: beside.id, by: representative });
    writer.draft(writer.open(owner, on("alone")), "alone", "public", own);
    const returned = writer.open(owner, on("returned"));
    writer.draft(returned, "returned", "public", own);
    writer.returnDraft(returned, "returned");
    const discarded = writer.open(owner, on("discarded"));
    writer.draft(discarded, "discarded", "network", own);
    Object.assign(discarded.position, { draft: null, draftState: null });
    writer.stand(writer.open(owner, on("kept")), "kept", "organization", own);
    const narrowed = writer.open(owner, on("narrowed"));
    writer.stand(narrowed, "narrowed-first", "organization", own);
    writer.stand(narrowed, "narrowed-second", "organization", own);
    const gone = writer.open(owner, on("gone"));
    writer.stand(gone, "gone", "organization", own);
    writer.withdraw(gone, "gone-end", own);
    await writer.save();
    await plantExplanation(canaries, ofOwner("kept"), { name: "kept", visibility: "public", readers: own });
    const once = { name: "once", kind: "signed_once", visibility: "public", readers: own } as const;
    await plantJoin(canaries, joining, once);
    await plantPerson(canaries, owner, "bystander", own);
    await plantView(canaries, representative, on("alone"), self.representative);
    await plantInvitation(canaries, owner, ["signatory"]);
    await plantRows(canaries, { accountId: representative.id });
    await plantApplication(canaries);
    await plantProposal(canaries, owner, own);
    await plantQueue(canaries);
    for (const { plantAtHome } of parts) await plantAtHome?.(planting);
  }

  async function plantForConvener() {
    const readers: Observer[] = [...own, "convener"];
    writer.stand(writer.open(owner, on("told")), "told", "convener", readers);
    // What a suspended organization said in public, and what an applicant would say, is heard by nobody. The convener is
    // told how many positions an admission would put on the grid.
    writer.stand(writer.open(suspended, on("halted")), "halted", "public", nobody, nobody);
    writer.stand(writer.open(applying, on("halted")), "early", "public", nobody, nobody);
    await writer.save();
    await plantExplanation(canaries, ofOwner("told"), { name: "told", visibility: "network", readers });
    await plantJoin(canaries, joining, { name: "told", number: 2, visibility: "convener", readers });
    await plantApplied(canaries, ["convener"]);
    await plantStep(canaries, owner, readers);
    await plantOffer(canaries, { from: convening, to: owner, by: convener }, readers);
  }

  async function plantForNetwork() {
    const older = writer.open(owner, on("older"));
    writer.stand(older, "older-first", "organization", own);
    writer.stand(older, "older-second", "network", inNetwork);
    const known = await given.memberOf(owner, { name: canaries.for(inNetwork, "known", "name") });
    await db.representation.updateMany({ where: { personId: known.id }, data: { shownTo: "network" } });
    await plantEarlierText(canaries, owner, inNetwork);
    await plantRapporteur(canaries, owner, known);
    const withdrawn = writer.open(owner, on("withdrawn"));
    // What was withdrawn is read by nobody else any more, on whatever day.
    writer.stand(withdrawn, "withdrawn", "network", own);
    writer.withdraw(withdrawn, "withdrawn-end", own);
    const word = (column: string) => canaries.for(inNetwork, "quiet", column);
    const words = Object.fromEntries(
      ["code", "shortEn", "shortFr", "nameEn", "nameFr", "province", "workingLanguage", "mandateEn", "mandateFr"].map(
        (column) => [column, word(column)],
      ),
    );
    const rule = Object.fromEntries(
      ["signOffRuleEn", "signOffRuleFr", "signOffAlternateEn", "signOffAlternateFr", "website"].map((column) => [
        column,
        word(column),
      ]),
    );
    const quiet = await given.organization({ slug: word("slug"), listing: "network", ...words, ...rule });
    writer.stand(writer.open(quiet, on("quiet")), "hushed", "public", inNetwork, nobody);
    await writer.save();
    const network = { visibility: "network", readers: inNetwork } as const;
    await plantExplanation(canaries, ofOwner("older"), { name: "older", ...network });
    await plantJoin(canaries, joining, { name: "network", number: 3, ...network });
    await plantJoin(canaries, { ...joining, by: quiet }, { name: "quiet", visibility: "public", readers: inNetwork });
    for (const { plantForNetwork } of parts) await plantForNetwork?.(planting);
  }

  return {
    canaries,
    callers,
    organizations: [owner, other, convening, watching, applying, suspended].map(({ slug }) => slug),
    propositions: Object.values(about).map(({ slug }) => slug),
    themes: [theme.slug],
    places: [
      ...Object.values(about).map((it) => addressOf(owner, it)),
      addressOf(other, on("shared")),
      addressOf(other, on("joined")),
      ...[applying, suspended].map((it) => addressOf(it, on("halted"))),
      { organization: toWord("quiet", "slug"), proposition: on("quiet").slug },
    ],
    stages: [
      {
        name: "what stays at home",
        plant: plantAtHome,
        blind: [...outside, "other", "otherToken", "observer", "convener"],
      },
      {
        name: "what the convener is shown",
        plant: plantForConvener,
        blind: [...outside, "other", "otherToken", "observer"],
      },
      { name: "what the network reads", plant: plantForNetwork, blind: outside },
    ],
  };
}
