import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Visibility } from "@/lib/platform/generated/prisma/enums";
import type { BesideKind } from "@/lib/positions/schema.beside";
import type { Act } from "./build-position";

type Beside = { positionId: string; number?: number; revision?: number; kind?: BesideKind; visibility?: Visibility };

const signed = ({ by, at, mandate }: Act) => ({
  at,
  actorId: by,
  byToken: false,
  mandateId: mandate.id ?? null,
  authorizedBy: mandate.authorizedBy,
  instrument: mandate.instrument,
  instrumentDate: mandate.instrumentDate,
});

const placed = ({ positionId, number = 1, revision = 1, kind = "given", visibility = "network" }: Beside) => ({
  positionId,
  number,
  revision,
  kind,
  visibility,
});

/** An organization that joined a reservation, as if its signatory had. */
export const buildJoin = (join: Beside & { organizationId: string }, act: Act): Prisma.JoinStepCreateManyInput => ({
  ...placed(join),
  organizationId: join.organizationId,
  ...signed(act),
});

type Explained = Beside & { textEn: string | null; textFr: string | null };

/** An explanation of a position, as if its signatory had put it on record. */
export const buildExplanation = (explained: Explained, act: Act): Prisma.ExplanationStepCreateManyInput => ({
  ...placed(explained),
  textEn: explained.textEn,
  textFr: explained.textFr,
  ...signed(act),
});
