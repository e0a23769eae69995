import type { Page } from "@playwright/test";

/** Goes to an application as the convener does: until it is admitted, nobody can tell its address from its name. */
export async function openApplication(convener: Page, locale: "en" | "fr", name: string) {
  await convener.goto(`/${locale}/organizations/applications`);
  await convener.getByRole("main").getByRole("link", { name }).click();
  await convener.waitForURL(/\/organizations\/application-[0-9a-f-]{36}\/admission$/);
}
