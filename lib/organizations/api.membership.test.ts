import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";

test("a refusal or a suspension without a reason, an admission without a seat, is turned away by field", async () => {
  const organization = await given.organization({ status: "applied" });
  const caller = await browserOf(await given.convener(await given.organization()));
  const send = async (body: object) => {
    const answer = await rest("POST", `/organizations/${organization.slug}/admission`, { as: caller, body });
    return [answer.status, Object.keys(((await answer.json()) as { errors?: object }).errors ?? {})];
  };
  expect(await send({ decision: "refuse" })).toEqual([400, ["reason"]]);
  expect(await send({ decision: "admit" })).toEqual([400, ["as"]]);
  expect(await send({ decision: "leave", as: "member" })).toEqual([400, ["as"]]);
  expect(await send({ decision: "admit", as: "member", status: "member" })).toEqual([400, ["status"]]);
  const { status } = await db.organization.findUniqueOrThrow({ where: { id: organization.id } });
  expect(status).toBe("applied");
});
