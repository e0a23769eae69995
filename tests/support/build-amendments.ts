import { randomUUID } from "node:crypto";
import { transact } from "@/lib/platform/db/client";
import type { Handling } from "@/lib/talking-points/constants";
import {
  addAmendmentStep,
  type BuiltAmendment,
  draftAmendment,
  insertAmendments,
} from "@/prisma/seed/build-amendments";

type Id = { id: string };
type Fields = Parameters<typeof draftAmendment>[1];

export type AmendmentOptions = Partial<Omit<Fields, "organizationId">> & {
  point: Id;
  organization: Id;
  /** Whose handling it has; none for a draft or one that waits. */
  handledBy?: Id;
  handling?: Handling;
  draft?: boolean;
  /** For what is planted in the columns. */
  change?: (built: BuiltAmendment) => void;
};

const anHourAgo = () => new Date(Date.now() - 3_600_000);
const mandate = { authorizedBy: "Board of directors", instrument: "Resolution 7", instrumentDate: anHourAgo() };

/** An amendment as if it had been written, opened and handled before. */
export async function buildAmendment({
  point,
  organization,
  handledBy,
  handling,
  draft,
  change,
  ...given
}: AmendmentOptions) {
  const act = { by: randomUUID(), at: anHourAgo(), mandate };
  const summary = { summaryEn: "Other words", reasonEn: "They are clearer." };
  const matter = {
    kind: "words" as const,
    clauseKey: "clause-1",
    wordsEn: "In other words.",
    wordsFr: "En d’autres mots.",
  };
  const fields = { version: 1, organizationId: organization.id, ...summary, ...(given.kind ? {} : matter), ...given };
  const built = draftAmendment(point.id, fields as Fields, act);
  if (!draft) addAmendmentStep(built, { kind: "opened", organizationId: organization.id }, act);
  if (handledBy) {
    const handled = {
      kind: "handled" as const,
      organizationId: handledBy.id,
      handling: handling ?? ("accept" as const),
    };
    addAmendmentStep(built, handled, act);
  }
  change?.(built);
  await transact((tx) => insertAmendments(tx, [built]));
  return { id: built.row.id };
}
