import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** Words that nobody can break: sixty letters in one, and an address. */
export const longWord = "Rechtsschutzversicherungsgesellschaftenverordnungsgrundlagen";
export const longAddress = `https://example.org/${"responsibility-to-protect/".repeat(4).replaceAll("-", "_")}report`;

const unbreakable = { en: `See ${longWord} and ${longAddress}.`, fr: `Voir ${longWord} et ${longAddress}.` };

type Given = { stance: string; reservation?: typeof unbreakable };

/** Writes an answer whose reasons hold such words, and signs it where it is to stand. */
export async function plantUnbreakable(page: Page, origin: string, place: string, given: Given, sign: boolean) {
  const at = `/api/v1/positions/${place}`;
  const call = async (method: "PUT" | "POST", path: string, data: object | undefined) => {
    const { version } = (await (await page.request.get(at)).json()) as { version?: number };
    const seen = version === undefined ? { "if-none-match": "*" } : { "if-match": `"${version}"` };
    const headers = { origin, "x-concerted": "1", "idempotency-key": randomUUID(), ...seen };
    const answer = await page.request.fetch(`${at}${path}`, { method, headers, ...(data && { data }) });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await call("PUT", "", { ...given, rationale: unbreakable, visibility: "network" });
  if (sign) await call("POST", "/sign-off", { decision: "sign_off" });
  else await call("POST", "/submission", undefined);
}

export const reserved: Given = { stance: "support_with_reservation", reservation: unbreakable };
