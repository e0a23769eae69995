import { expect, test } from "vitest";
import { readDocx } from "@/lib/platform/files/docx-read";
import { toFlow } from "@/lib/platform/files/docx-streams";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld } from "@/tests/support/point-world";
import { writeWord } from "./read.word";
import type { EndorsementInput } from "./schema.endorsements";
import { endorse } from "./write.endorsements";

test("a Word file names who objects, stands aside and reserves, and counts who is behind some clauses alone apart", async () => {
  const { point, writer, signer, other } = await pointWorld();
  const answer = async (options: Partial<EndorsementInput>) => {
    const organization = await given.organization();
    const viewer = await as(await given.signatory(organization));
    await endorse(viewer, await answerFor(viewer, point.id, organization, options));
    return organization.nameEn;
  };
  await endorse(signer, await answerFor(signer, point.id, other));
  const partly = await answer({ clauses: ["clause-1"] });
  const objector = await answer({ response: "object", reason: { en: "It harms." }, lift: { en: "Say less." } });
  const aside = await answer({ response: "stand_aside", clauses: ["clause-2"] });
  const reserved = await answer({ response: "endorse_with_reservation", reservation: { fr: "Sans la force." } });

  const { bytes } = await writeWord(writer, { id: point.id, language: "en" });
  const lines = toFlow(readDocx(bytes).paragraphs, "later").map(({ text }) => text);
  expect(lines).toContain("Speaks for the 2 organizations that endorse it, not for the network.");
  expect(lines).toContain(`${partly}: clause 1 only`);
  const at = lines.indexOf("Reservations and dissent");
  expect(lines.slice(at + 1, at + 7)).toEqual([
    `Objects: ${objector}, on version 1.`,
    "It harms.",
    expect.any(String),
    "Say less.",
    `Stands aside: ${aside}, on version 1. On clause 2 only.`,
    `Reservation: ${reserved}, on version 1.`,
  ]);
  expect(lines[at + 7]).toBe("Sans la force.");
});
