import { expect, type Page } from "@playwright/test";

/** The latest link of this kind that was mailed to somebody; the worker writes mails in its own time. */
export async function findLink(page: Page, email: string, kind: RegExp): Promise<string> {
  const find = async () => {
    const answer = await page.request.get("/api/v1/outbox");
    const { items } = (await answer.json()) as { items: { to: string; text: string }[] };
    const links = items.filter((it) => it.to === email).map((it) => /https?:\S+/.exec(it.text)?.[0] ?? "");
    return links.find((it) => kind.test(it)) ?? "";
  };
  await expect.poll(find, { timeout: 30_000 }).toMatch(kind);
  return find();
}
