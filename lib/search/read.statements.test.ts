import { call } from "@orpc/server";
import { beforeAll, expect, test } from "vitest";
import { anonymousContext } from "@/lib/viewer/api.procedure";
import { loadReport } from "@/prisma/seed/load-report";
import { readReport } from "@/prisma/seed/read-report";
import { given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { search } from "./api";

const statementsFor = async (q: string) =>
  (await listStatements(() => call(search.find, { q }, { context: anonymousContext }))).length;

beforeAll(async () => {
  await loadReport(readReport());
});

test("nothing asked for asks the database nothing", async () => {
  expect(await statementsFor(" ")).toBe(0);
});

test("as many statements whatever is there to be found, or not to be seen", async () => {
  await given.organization({ nameEn: "Genocide Watchers", listing: "public" });
  const few = await statementsFor("genocide");
  for (let count = 0; count < 12; count++) {
    await given.organization({ nameEn: `Genocide Watchers ${count}`, listing: count % 2 ? "network" : "public" });
    await given.proposition({ slug: `genocide-${count}` });
  }
  expect(await statementsFor("genocide")).toBe(few);
  expect(few).toBeLessThanOrEqual(20);
});
