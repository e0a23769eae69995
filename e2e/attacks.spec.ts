import { Agent, request as ask } from "node:http";
import { Client } from "pg";
import { addressesOf, backWays, inLanguage, manners } from "../tests/support/attack-requests";
import { type Observer, observers } from "../tests/support/canary/canaries";
import { send, sendLine } from "../tests/support/raw-http";
import { canariesIn, expect, test } from "../tests/support/servers/attack-server";

// One server, one file, one worker: what is done here is done to nobody else.
test.describe.configure({ mode: "default" });

const found = new Map<Observer, Set<string>>();

// Attacks 2 and 3: another organization's words, and hidden fields in a page's data.
test("no page tells anybody a planted word that is not theirs to read", async ({ attacked }) => {
  test.setTimeout(420_000);
  const all = Object.entries(manners).flatMap(([how, manner]) =>
    addressesOf(attacked).map((at) => ({ at, how, ...manner })),
  );
  for (const who of observers) {
    const mine = new Set<string>();
    found.set(who, mine);
    const left = [...all];
    const walk = async () => {
      for (let it = left.shift(); it; it = left.shift()) {
        const locale = it.how === "as a page" ? "en" : "fr";
        const joined =
          it.at || !it.query ? it.at + (it.query ? `${it.at.includes("?") ? "&" : "?"}${it.query}` : "") : "";
        const answer = await attacked.get(who, inLanguage(locale, joined), it.headers);
        const told = `${who} ${it.how} ${inLanguage(locale, it.at)}`;
        expect(answer.status, told).toBeLessThan(500);
        expect(answer.headers.get("cache-control"), told).toContain("no-store");
        for (const word of canariesIn((await answer.text()) + JSON.stringify([...answer.headers]))) mine.add(word);
      }
    };
    await Promise.all([walk(), walk(), walk(), walk()]);
    const asked = canariesIn(addressesOf(attacked).join(" "));
    const strange = [...mine].filter((word) => !attacked.mayRead(who).has(word) && !asked.includes(word));
    expect(strange, `${who} came across`).toEqual([]);
  }
});

test("the words are there to be found, on the pages of those who may read them", () => {
  expect(found.get("representative")).toContain("cnry-alone-rationaleen-zz");
  expect(found.get("representative")).toContain("cnry-returned-note-zz");
  expect(found.get("convener")).toContain("cnry-told-rationaleen-zz");
  expect(found.get("other")).toContain("cnry-older-second-reservationen-zz");
  expect(found.get("observer")).toContain("cnry-quiet-nameen-zz");
});

// Attack 23: users who take turns on one connection, and requests sent before the last one was answered.
test("on one connection everybody gets their own page", async ({ attacked }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const turns = Array.from(
    { length: 24 },
    (_, i) => (["representative", "other", "visitor", "convener"] as const)[i % 4] ?? "visitor",
  );
  const take = (who: Observer) =>
    new Promise<string>((resolve, reject) => {
      const options = { agent, headers: attacked.planted.callers[who] };
      const asked = ask(`${attacked.origin}/en/positions/canary-owner/canary-beside`, options, (answer) => {
        let text = "";
        answer.on("data", (part) => {
          text += part;
        });
        answer.on("end", () => resolve(text));
      });
      asked.on("error", reject).end();
    });
  const answers = await Promise.all(turns.map(take));
  for (const [i, who] of turns.entries()) {
    expect(answers[i]?.includes("cnry-beside-rationaleen-zz"), who).toBe(who === "representative");
  }
  agent.destroy();
  const { representative } = attacked.planted.callers;
  const path = "GET /api/v1/positions/canary-owner/canary-alone HTTP/1.1\r\nhost: x\r\n";
  const piped = await send(
    attacked.port,
    `${path}cookie: ${representative.cookie}\r\n\r\n${path}connection: close\r\n\r\n`,
  );
  const [first = "", second = ""] = piped.body.split("HTTP/1.1 ");
  expect([canariesIn(first).length > 0, second.slice(0, 3), canariesIn(second)]).toEqual([true, "404", []]);
});

test("a cookie planted beside one's own makes a visitor of both, on pages and at the gateway", async ({ attacked }) => {
  const { representative, other } = attacked.planted.callers;
  for (const cookie of [`${representative.cookie}; ${other.cookie}`, `${other.cookie}; ${representative.cookie}`]) {
    expect((await fetch(`${attacked.origin}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
    const page = await fetch(`${attacked.origin}/en/positions/canary-owner/canary-alone`, { headers: { cookie } });
    expect([page.status, canariesIn(await page.text())]).toEqual([404, []]);
  }
});

// Attack 23: the back button after signing out.
test("after signing out the back button shows nothing of what was read", async ({ attacked, browser }) => {
  const context = await browser.newContext();
  const { name = "", value = "" } =
    /^(?<name>[^=]+)=(?<value>.*)$/.exec(attacked.planted.callers.representative.cookie ?? "")?.groups ?? {};
  await context.addCookies([{ name, value, url: attacked.origin, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  await page.goto(`${attacked.origin}/en/positions/canary-owner/canary-alone`);
  await expect(page.getByText("cnry-alone-rationaleen-zz").first()).toBeVisible();
  await page.goto(`${attacked.origin}/en/account`);
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => !url.pathname.includes("account"));
  for (let steps = 0; steps < 2; steps++) {
    await page.goBack();
    await expect.poll(() => page.content().then(canariesIn, () => ["moving on"])).toEqual([]);
  }
  const again = await attacked.get("representative", "/api/v1/me");
  expect(again.status, "the cookie opens nothing any more").toBe(401);
  await context.close();
});

test("no way of writing an address leads to another site, breaks the server or shows a page without its policy", async ({
  attacked,
}) => {
  for (const host of [`localhost:${attacked.port}`, `127.0.0.1:${attacked.port}`]) {
    for (const at of backWays) {
      const { status, headers, body } = await sendLine(attacked.port, `GET ${at}`, { host });
      const told = `${host} ${at}`;
      expect([status > 0, status < 500], told).toEqual([true, true]);
      const to = new URL(headers.location ?? "/", attacked.origin);
      expect(to.origin, told).toBe(attacked.origin);
      expect(headers["content-security-policy"] ?? (status >= 300 && status < 400 ? "moved" : ""), told).not.toBe("");
      expect([canariesIn(body), /root:|DATABASE_URL|"pages"/.test(body)], told).toEqual([[], false]);
    }
  }
});

// Attack 3, where something breaks: the answer, the page and the log.
test("what breaks tells nobody what it was about", async ({ attacked }) => {
  const owner = new Client({ connectionString: attacked.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query('ALTER TABLE "PositionStep" RENAME TO "Gone"');
  try {
    for (const at of [
      "/api/v1/positions",
      '/api/rpc/positions/list?data={"json":{}}',
      "/en/positions/canary-owner/canary-alone",
      "/fr?_rsc=1",
    ]) {
      const answer = await attacked.get("signatory", at, { accept: "text/html" });
      const text = await answer.text();
      expect(answer.status, at).toBe(500);
      // The frame around what broke names the reader to themselves, and nobody else.
      expect(
        canariesIn(text).filter((word) => word !== "cnry-person-signatory-name-zz"),
        at,
      ).toEqual([]);
      expect(text, at).not.toMatch(/PositionStep|prisma|node_modules|\.ts:\d/i);
      for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy"])
        expect(answer.headers.get(name), `${at} ${name}`).not.toBeNull();
      expect(answer.headers.get("cache-control"), at).toContain("no-store");
    }
  } finally {
    await owner.query('ALTER TABLE "Gone" RENAME TO "PositionStep"');
    await owner.end();
  }
});

test("what the server and its worker printed holds no word, no person and no address", async ({ attacked }) => {
  const log = attacked.readLog();
  expect(log.split("\n").length).toBeGreaterThan(100);
  expect(canariesIn(log)).toEqual([]);
  for (const line of log.split("\n")) {
    expect(line).not.toMatch(/@[a-z-]+\.example|canary-|token=|concerted-session=|127\.0\.0\.1:?(?!\d*\/)/);
  }
});
