import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Visibility } from "@/lib/platform/generated/prisma/enums";
import type { AnnotationKind } from "@/lib/positions/schema.annotations";
import type { AuthorizedAct } from "./build-position";

type AnnotationFields = {
  positionId: string;
  number?: number;
  revision?: number;
  kind?: AnnotationKind;
  visibility?: Visibility;
};

const signatureOf = ({ by, at, mandate }: AuthorizedAct) => ({
  at,
  actorId: by,
  byToken: false,
  mandateId: mandate.id ?? null,
  authorizedBy: mandate.authorizedBy,
  instrument: mandate.instrument,
  instrumentDate: mandate.instrumentDate,
});

const stepOf = ({
  positionId,
  number = 1,
  revision = 1,
  kind = "given",
  visibility = "network",
}: AnnotationFields) => ({
  positionId,
  number,
  revision,
  kind,
  visibility,
});

/** An organization that joined a reservation, as if its signatory had. */
export const buildJoin = (
  join: AnnotationFields & { organizationId: string },
  act: AuthorizedAct,
): Prisma.JoinStepCreateManyInput => ({
  ...stepOf(join),
  organizationId: join.organizationId,
  ...signatureOf(act),
});

type Explained = AnnotationFields & { textEn: string | null; textFr: string | null };

/** An explanation of a position, as if its signatory had put it on record. */
export const buildExplanation = (explained: Explained, act: AuthorizedAct): Prisma.ExplanationStepCreateManyInput => ({
  ...stepOf(explained),
  textEn: explained.textEn,
  textFr: explained.textFr,
  ...signatureOf(act),
});
