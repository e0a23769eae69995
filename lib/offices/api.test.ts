import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { as, given } from "@/tests/support/builders";
import { addOffice, changeOffice } from "./write";

afterAll(() => db.$disconnect());

const token = async ({ id: personId }: { id: string }) => {
  const secret = `cncd_${randomUUID()}${randomUUID()}`.replaceAll("-", "");
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.accessToken.create({
    data: { personId, name: "test", scope: "commit", tokenHash: sha256(secret), expiresAt },
  });
  return secret;
};

test("no answer with the name of whoever holds an office is kept for a second time, so that an erased name is in no copy", async () => {
  const organization = await given.organization();
  const [writer, second] = [await given.representative(organization), await given.representative(organization)];
  const convener = await given.convener(await given.organization());
  const call = async (person: { id: string }, at: string, version: number, body: object) => {
    const headers = {
      ...{ authorization: `Bearer ${await token(person)}`, "content-type": "application/json" },
      ...{ "if-match": `"${version}"`, "idempotency-key": randomUUID() },
    };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    const url = `http://localhost:3000/api/v1/offices/${slug}/${at}`;
    const answer = await handleRequest(new Request(url, request), handleRest);
    return { status: answer.status, text: await answer.text() };
  };
  const pair = (text: string) => ({ en: text, fr: text });
  const slug = await addOffice(await as(writer), {
    ...{ institution: pair("Foreign Affairs"), title: pair(`Office ${randomUUID().slice(0, 8)}`) },
    ...{ function: pair("R2P"), contactAddress: null },
  });
  const name = `Holder ${randomUUID()}`;
  const answers = [
    await call(writer, "holders", 1, { name, firstOn: "2026-01-01", lastOn: null }),
    await call(second, "check", 2, { onBehalfOf: organization.slug }),
  ];
  await changeOffice(await as(writer), { slug, contactAddress: "office@example.ca" }, 3);
  answers.push(await call(convener, "closing", 4, {}));
  for (const { status, text } of answers) {
    expect(status, text).toBe(200);
    expect(text).toContain(name);
  }
  const kept = await db.$queryRaw`SELECT 1 FROM "KeptAnswer" WHERE "body" LIKE ${`%${name}%`}`;
  expect(kept).toEqual([]);
});
