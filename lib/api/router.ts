import { home } from "@/lib/home/api";
import { organizations } from "@/lib/organizations/api";
import { positions } from "@/lib/positions/api";
import { themes } from "@/lib/themes/api";

/** The list of doors: every read and every write of the product goes through one of these. */
export const router = { home, organizations, positions, themes };

export type Router = typeof router;
