import { expect, type Page } from "@playwright/test";

/** The links of this kind that were mailed to somebody, as the outbox has them. */
export async function listLinks(page: Page, email: string, kind: RegExp): Promise<string[]> {
  const answer = await page.request.get("/api/v1/outbox");
  const { items } = (await answer.json()) as { items: { to: string; text: string }[] };
  const links = items.filter((it) => it.to === email).map((it) => /https?:\S+/.exec(it.text)?.[0] ?? "");
  return links.filter((it) => kind.test(it));
}

/** A link of this kind beside those that were there before; the worker writes mails in its own time. */
export async function findLink(page: Page, email: string, kind: RegExp, before: readonly string[] = []) {
  const find = async () => (await listLinks(page, email, kind)).find((it) => !before.includes(it)) ?? "";
  await expect.poll(find, { timeout: 30_000 }).toMatch(kind);
  return find();
}
