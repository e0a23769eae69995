import type { z } from "zod";
import type { TasksOf } from "@/lib/tasks/schema";
import { proposal } from "./schema";

/** A proposal that waits for the convener's decision. */
export const undecidedProposal = proposal.pick({ id: true, title: true, organization: true, proposedAt: true });

/** What waits for whoever convenes, on what members proposed. */
export type ProposalTask = TasksOf<"proposals", { decide: z.output<typeof undecidedProposal> }>;
