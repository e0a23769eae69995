import { z } from "zod";
import type { TasksOf } from "@/lib/tasks/schema";
import { organizationName } from "../organizations/schema";
import { changeKinds } from "./schema.changes";

/** For somebody who may not draft: who can give them a mandate, whether they are so themselves, and since when they ask for one. */
export const mandateWanted = z.object({
  givers: z.array(z.string().nullable()),
  self: z.boolean(),
  requestedAt: z.iso.datetime().nullable(),
});

/** Where two sign: a change that another signatory proposed, and that this one can confirm. */
export const changeToConfirm = z.object({
  kind: z.enum(changeKinds),
  proposedBy: z.string().nullable(),
  proposedAt: z.iso.datetime(),
});

/** A mandate to sign off that ends within thirty days; `last` where too few sign without it. */
export const endingMandate = z.object({
  person: z.string().nullable(),
  self: z.boolean(),
  lastDay: z.iso.date(),
  last: z.boolean(),
});

/** Too few sign for it, and its contact can begin to change that. */
export const signatoryMissing = z.object({ needed: z.number().int() });

/** Somebody is to sign for it, unless one of its people objects. `asked`: two outside it have still to agree. */
export const recoveryUnderWay = z.object({
  nominee: z.string().nullable(),
  state: z.enum(["requested", "announced"]),
});

/** For an administrator and the convener: somebody puts themselves forward, and the two have to agree. */
export const recoveryToAgree = z.object({ organization: organizationName, askedAt: z.iso.datetime() });

/** What waits for those who sign for an organization, or who belong to one that too few sign for. */
export type SignOffTask = TasksOf<
  "mandates",
  {
    change: z.output<typeof changeToConfirm>;
    ending: z.output<typeof endingMandate>;
    missing: z.output<typeof signatoryMissing>;
    recovery: z.output<typeof recoveryUnderWay>;
  }
>;
export type AgreementTask = TasksOf<"mandates", { agree: z.output<typeof recoveryToAgree> }>;

/** What waits for a person before they can act for their organization. */
export type MandateTask = TasksOf<"mandates", { ask: z.output<typeof mandateWanted> }>;
