import { db } from "@/lib/platform/db/client";
import { getPosition } from "@/lib/positions/read";
import { getHistory } from "@/lib/positions/read.history";
import { draftInput, type PositionKey, type Stance, type Visibility } from "@/lib/positions/schema";
import { saveDraft } from "@/lib/positions/write.drafts";
import { signOff } from "@/lib/positions/write.signing";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "./builders";

type Desk = Awaited<ReturnType<typeof given.desk>>;

export const draftOf = (positionPath: PositionKey, stance: Stance = "support", visibility: Visibility = "network") =>
  draftInput.parse({ ...positionPath, stance, rationale: { en: `Because of ${visibility}.` }, visibility });

/** Drafted by who drafts and signed by who signs, on the version that stands there. */
export async function sign({ positionPath, drafter, signer }: Desk, stance: Stance, visibility: Visibility) {
  const version = await getPosition(drafter, positionPath).then(
    (it) => it.version,
    () => null,
  );
  await saveDraft(drafter, draftOf(positionPath, stance, visibility), version);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, (version ?? 0) + 1);
}

export const historyOf = async (viewer: Viewer, positionPath: PositionKey) =>
  (await getHistory(viewer, { ...positionPath, limit: 100 })).items;

/** From whom something was taken back, as the marks of the theme say it. */
export const takenBackFrom = async ({ organization, proposition }: Desk) => {
  const where = { themeId: proposition.themeId, organizationId: organization.id };
  return (await db.concealedTheme.findMany({ where })).map(({ audience }) => audience).sort();
};

/** Somebody of another member. */
export const otherMember = async () => as(await given.memberOf(await given.organization()));
