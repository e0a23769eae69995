import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "./cells";
import { type MatrixWorld, plantProvider } from "./world";

type Ids = { items: { id: string }[] };
const inAnHour = () => new Date(Date.now() + 3_600_000);
const nobody = randomUUID();

/** Whose it is: the caller's own, or a bystander's. A visitor has nothing of their own. */
const holder = async (own: boolean, { id }: { id: string }) => (own && id ? id : (await given.person()).id);

const aSession = async (personId: string) =>
  (await db.session.create({ data: { personId, tokenHash: sha256(randomUUID()), expiresAt: inAnHour() } })).id;

const aToken = async (personId: string) =>
  (
    await db.accessToken.create({
      data: { personId, name: "Another", scope: "read", expiresAt: inAnHour(), tokenHash: sha256(randomUUID()) },
    })
  ).id;

const aPasskey = async (personId: string) =>
  (
    await db.passkey.create({
      data: { personId, name: "Key", credentialId: randomUUID(), publicKey: Buffer.from("key"), transports: [] },
    })
  ).id;

const anEmailChange = async (personId: string) => {
  await db.emailChange.deleteMany({ where: { personId } });
  const newEmail = `${randomUUID()}@matrix.example`;
  return (await db.emailChange.create({ data: { personId, newEmail, expiresAt: inAnHour() } })).id;
};

const anImport = async (personId: string) =>
  (await db.importProgress.create({ data: { id: randomUUID(), personId, done: 1, total: 2 } })).id;

type Plant = (personId: string) => Promise<string>;

const about =
  (plant: Plant, own: boolean, more: Partial<RequestSpec> = {}): RequestSpecs[string] =>
  async ({ who }, subject) => ({ params: { id: await plant(await holder(own, who[subject])) }, ...more });

/** Whether a list of one's own holds something of somebody else's. */
const foreign =
  (plant: Plant): RequestSpecs[string] =>
  async () => {
    const id = await plant(await holder(false, { id: nobody }));
    return { query: { limit: "100" }, sees: (it) => (it as Ids).items.some((item) => item.id === id) };
  };

const plain = () => ({});

/** What an administrator keeps, on the version that is there now. */
async function settings(): Promise<RequestSpec> {
  const { version } = await db.network.findUniqueOrThrow({ where: { id: 1 } });
  return { body: {}, headers: { "if-match": `"${version}"` } };
}

const provider = {
  issuer: "https://issuer.example",
  clientId: "concerted",
  secret: "a secret of theirs",
  enabled: false,
};

export const networkRequests: RequestSpecs = {
  "people.me own": plain,
  "people.me may-make-tokens": () => ({ sees: (_, text) => text.includes('"makeTokens":true') }),
  "people.listSessions own": plain,
  "people.listTokens own": plain,
  "passkeys.list own": plain,
  "people.changeProfile own": () => ({ body: { timeZone: "America/Toronto" } }),
  "people.endSession own": about(aSession, true),
  "people.endSession another's": about(aSession, false),
  "people.endOtherSessions own": plain,
  "people.createToken reading": () => ({ body: { name: "Program", scope: "read" } }),
  "people.createToken committing": () => ({ body: { name: "Program", scope: "commit" } }),
  "people.revokeToken own": about(aToken, true),
  "people.revokeToken another's": about(aToken, false),
  "people.listSessions another's": foreign(aSession),
  "people.listTokens another's": foreign(aToken),
  "passkeys.list another's": foreign(aPasskey),
  "positions.importProgress own": about(anImport, true),
  "positions.importProgress another's": about(anImport, false),
  "emailChange.read own": async ({ who }, subject) => {
    const id = await anEmailChange(await holder(true, who[subject]));
    return { sees: (_, text) => who[subject].id === "" || text.includes(id) };
  },
  "emailChange.read another's": async ({ who }, subject) => {
    if (who[subject].id) await db.emailChange.deleteMany({ where: { personId: who[subject].id } });
    await anEmailChange(await holder(false, { id: nobody }));
    return { sees: (it) => (it as { change: object | null }).change !== null };
  },
  "emailChange.request own": () => ({ body: { email: `${randomUUID()}@matrix.example` } }),
  "emailChange.stop own": async ({ who }, subject) => {
    await anEmailChange(await holder(true, who[subject]));
    return {};
  },
  "emailChange.stop another's": async ({ who }, subject) => {
    if (who[subject].id) await db.emailChange.deleteMany({ where: { personId: who[subject].id } });
    await anEmailChange(await holder(false, { id: nobody }));
    return {};
  },
  "passkeys.beginAdding own": plain,
  "passkeys.rename own": about(aPasskey, true, { body: { name: "Mine" } }),
  "passkeys.rename another's": about(aPasskey, false, { body: { name: "Mine" } }),
  "passkeys.remove own": about(aPasskey, true),
  "passkeys.remove another's": about(aPasskey, false),
  "administration.network blackouts": () => ({
    sees: (it) => (it as { blackouts: object[] | null }).blackouts !== null,
  }),
  "administration.changeNetwork settings": settings,
  "administration.administrators administrators": () => ({ sees: (it) => (it as Ids).items.length > 0 }),
  "providers.list ours": ({ ours }: MatrixWorld) => ({ sees: (_, text) => text.includes(`${ours.slug}.example`) }),
  "providers.configure fresh": async () => {
    const { slug } = await given.organization({ listing: "public" });
    const body = { ...provider, domains: [`${slug}.example`] };
    return { params: { slug }, body, headers: { "if-none-match": "*" } };
  },
  "providers.remove fresh": async () => {
    const organization = await given.organization({ listing: "public" });
    await plantProvider(organization);
    return { params: { slug: organization.slug } };
  },
};
