import { themes } from "@/lib/themes/api";

/** The list of doors: every read and every write of the product goes through one of these. */
export const router = { themes };

export type Router = typeof router;
