import { plantBriefing } from "../tests/support/journey-briefings";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    updates: "Updates from members",
    contact: /^Whom to ask/,
    file: "File the update",
    filed: "The update was filed.",
    add: "Add a line",
    own: "Circles in six towns",
  },
  fr: {
    updates: "Nouvelles des membres",
    contact: /^À qui s’adresser/,
    file: "Transmettre les nouvelles",
    filed: "Les nouvelles sont transmises.",
    add: "Ajouter une ligne",
    own: "Cercles dans six villes",
  },
} as const;

const planting = { host: "prairie-horizon", invited: ["prairie-horizon", "red-cedar", "kettle-rapids"] };

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`an organization files its update, which stays on its page (${locale})`, async ({ as, own }) => {
    const slug = `updates-${locale}`;
    await plantBriefing(own.superUrl, { slug, inDays: 44, ...planting });
    const member = await as("rep.red-cedar@demo.example", { locale, width: 360 });
    await member.goto(`/${locale}/briefings/${slug}/updates`);
    await expect(member.getByRole("heading", { level: 1, name: t.updates })).toBeVisible();
    await member.locator(`[name="n1.what.${locale}"]`).fill(t.own);
    await member.getByLabel(t.contact).fill("Joanna");
    await member.getByRole("button", { name: t.add }).click();
    await member.locator(`[name="n2.what.${locale}"]`).fill(`${t.own}, 2`);
    await expectAccessible(member);
    await member.reload();
    await expect(member.locator(`[name="n2.what.${locale}"]`), "what was typed is kept").toHaveValue(`${t.own}, 2`);
    await member.getByRole("button", { name: t.file }).click();
    await expect(member.getByText(t.filed).last()).toBeVisible();
    const other = await as("rep.kettle-rapids@demo.example", { locale });
    await other.goto(`/${locale}/briefings/${slug}/updates`);
    await expect(other.locator("#updates")).toContainText(`${t.own}, 2`);
    await other.goto(`/${locale}/organizations/red-cedar`);
    await expect(other.locator("#updates")).toContainText("Joanna");
    await expectAccessible(other);
  });
}
