import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";

/** Somebody who keeps the installation. */
export const administrator = z.object({ name: z.string().nullable(), email: z.string() });

export type Administrator = z.output<typeof administrator>;

export const administratorList = listOf(administrator);

export const administratorsInput = z.strictObject(pageQuery);

export type AdministratorsInput = z.output<typeof administratorsInput>;
