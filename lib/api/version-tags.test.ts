import { beforeAll, describe, expect, test } from "vitest";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, programOf, rest } from "@/tests/support/identities";
import { readSeen } from "./version-tags";

test.each([
  ['"4"', [4]],
  ['W/"4"', [4]],
  ['"4-gzip"', [4]],
  ['W/"4-gzip"', [4]],
  ['"4;br"', [4]],
  ['"4--gzip"', [4]],
  ['"3", "4"', [3, 4]],
  ['W/"3" ,"4-gzip"  ,  "4"', [3, 4]],
  [', "4",', [4]],
  ['"a,b", "4"', [4]],
  ['"elsewhere"', []],
  ['"4-5"', []],
  ['""', []],
])("If-Match: %s names versions %j", (header, versions) => {
  expect(readSeen(new Headers({ "if-match": header }))).toEqual({ versions, nothingYet: false });
});

test.each([
  ["if-match", "*", "anyVersion"],
  ["if-match", "4", "notVersionTags"],
  ["if-match", 'w/"4"', "notVersionTags"],
  ["if-match", '"4', "notVersionTags"],
  ["if-match", '"4" "5"', "notVersionTags"],
  ["if-match", "", "notVersionTags"],
  ["if-match", Array.from({ length: 11 }, (_, at) => `"${at}"`).join(), "notVersionTags"],
  ["if-none-match", '"4"', "onlyStar"],
  ["if-none-match", '*, W/"4"', "onlyStar"],
])("%s: %s is refused by name, not passed over", (name, value, reason) => {
  const header = name === "if-match" ? "If-Match" : "If-None-Match";
  expect(readSeen(new Headers({ [name]: value }))).toEqual({
    status: 400,
    reason: "badVersionTag",
    errors: { [header]: [reason] },
  });
});

describe("a draft is saved over the version that the caller saw", () => {
  let desk: Awaited<ReturnType<typeof given.desk>>;
  let browser: Caller;
  let program: Caller;
  beforeAll(async () => {
    desk = await given.desk();
    const signatory = await given.signatory(desk.organization);
    browser = await browserOf(signatory);
    program = await programOf(signatory, "draft");
  });

  const save = (headers: Record<string, string>, as = browser) =>
    rest("PUT", `/positions/${desk.positionPath.organization}/${desk.positionPath.proposition}`, {
      as,
      body: { stance: "support", rationale: { en: `Because ${Math.random()}.` }, visibility: "network" },
      headers,
    });
  const version = (answer: Response) => Number(/\d+/.exec(answer.headers.get("etag") ?? "")?.[0]);

  test("whatever a server between us made of its tag, and in a list of several", async () => {
    let at = version(await save({ "if-none-match": "*" }));
    expect(at).toBeGreaterThan(0);
    const ways = [
      (it: number) => `W/"${it}"`,
      (it: number) => `"${it}-gzip"`,
      (it: number) => `"${it - 1}", W/"${it}-gzip"`,
      (it: number) => `"elsewhere", "${it}"`,
    ];
    for (const as of [browser, program]) {
      for (const toHeader of ways) {
        const answer = await save({ "if-match": toHeader(at) }, as);
        expect([answer.status, version(answer)], toHeader(at)).toEqual([200, at + 1]);
        at += 1;
      }
    }
  });

  test("and not over another one, nor where no version is named, nor over any", async () => {
    const at = version(
      await rest("GET", `/positions/${desk.positionPath.organization}/${desk.positionPath.proposition}`, {
        as: browser,
      }),
    );
    for (const stale of [`"${at - 1}-gzip"`, `W/"${at + 1}"`, `"${at - 1}", "${at + 5}"`, '"elsewhere"'])
      expect((await save({ "if-match": stale })).status, stale).toBe(412);
    expect((await save({})).status).toBe(428);
    for (const headers of [{ "if-match": "*" }, { "if-match": "4" }, { "if-none-match": `"${at}"` }]) {
      const answer = await save(headers as Record<string, string>);
      expect(answer.status).toBe(400);
      const { errors, detail } = (await answer.json()) as { errors: Record<string, string[]>; detail: string };
      expect(Object.keys(errors).map((it) => it.toLowerCase())).toEqual(Object.keys(headers));
      expect(detail).toBe("A version tag does not say which version you saw. Nothing was changed.");
    }
  });
});
