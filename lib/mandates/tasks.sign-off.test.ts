import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { listSignOffTasks } from "./tasks.sign-off";
import { proposeRule } from "./write.changes";

test("what waits for a second signatory is listed in as many statements for three organizations as for one", async () => {
  const [proposer, other] = [await given.person(), await given.person()];
  const slugs: string[] = [];
  const addOne = async () => {
    const { id, slug } = await given.organization({ signOffKind: "joint" });
    for (const person of [proposer, other]) {
      await db.representation.create({ data: { personId: person.id, organizationId: id, since: new Date() } });
      await given.mandate(person, { id }, { powers: ["sign_off"] });
    }
    await proposeRule(await as(proposer), { slug, signOffKind: "delegated" });
    slugs.push(slug);
  };
  const listThem = async () => {
    const [viewer, moment] = [await as(other), await readToday(db)];
    const told: (string | null)[] = [];
    const statements = await listStatements(async () => {
      for (const it of await listSignOffTasks(viewer, moment)) told.push(it.kind === "change" ? it.organization : null);
    });
    expect(told).toEqual(slugs);
    return statements.length;
  };
  await addOne();
  const forOne = await listThem();
  await addOne();
  await addOne();
  expect(await listThem()).toBe(forOne);
});
