import { afterEach, expect, test, vi } from "vitest";

async function under(secret: string) {
  vi.stubEnv("AUTH_SECRET", secret);
  vi.resetModules();
  return import("./encryption");
}
const [mine, other] = ["m".repeat(40), "o".repeat(40)];
afterEach(() => vi.unstubAllEnvs());

test("what is sealed opens with the same secret, for the same purpose and row, and nowhere else", async () => {
  const { encryptSecret: seal, decryptSecret: unseal } = await under(mine);
  const sealed = seal("clé secrète", "identity provider", "row-1");
  expect(sealed).not.toContain("secr");
  expect(unseal(sealed, "identity provider", "row-1")).toBe("clé secrète");
  expect(unseal(sealed, "identity provider", "row-2")).toBeNull();
  expect(unseal(sealed, "something else", "row-1")).toBeNull();
  expect((await under(other)).decryptSecret(sealed, "identity provider", "row-1")).toBeNull();
});

test("sealing twice gives two texts; one that was changed, cut or made up opens nothing", async () => {
  const { encryptSecret: seal, decryptSecret: unseal } = await under(mine);
  const sealed = seal("word", "p", "r");
  expect(seal("word", "p", "r")).not.toBe(sealed);
  const [version, iv, text, tag] = sealed.split(".");
  for (const bent of [
    [version, iv, `A${text?.slice(1)}`, tag],
    [version, iv, text, tag?.slice(0, 6)],
    [version, iv, text],
    ["v2", iv, text, tag],
    [""],
  ])
    expect(unseal(bent.join("."), "p", "r")).toBeNull();
});
