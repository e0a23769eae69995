import pg from "pg";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { readAgreement } from "@/lib/agreement/read";
import { endMarks } from "@/lib/agreement/write.marks";
import { decideMembership } from "@/lib/organizations/write.membership";
import { db, transact } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";
import { readToday } from "@/lib/platform/time/today";
import { visibilities } from "@/lib/positions/constants";
import { addDays } from "@/lib/positions/rules";
import { draftInput } from "@/lib/positions/schema";
import { saveDraft } from "@/lib/positions/write.drafts";
import { reaffirm, signOff } from "@/lib/positions/write.signing";
import { changeVisibility, withdraw } from "@/lib/positions/write.visibility";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "../builders";
import type { Act, History } from "./acts";
import type { Reading } from "./coalition";

type Member = { id: string; slug: string; person: { id: string }; signer: Viewer };

/** The same coalition in the database: every act by the product's own writes, every reading by its own reads. */
export class LiveCoalition {
  readonly #members: (Member | null)[];
  readonly #propositions: { id: string; slug: string }[] = [];
  #convener: Viewer | null = null;
  #reader: Viewer | null = null;

  constructor(readonly history: History) {
    this.#members = Array.from({ length: history.organizations }, () => null);
  }

  async build() {
    const themes = new Map<number, { id: string }>();
    for (const theme of this.history.themes) {
      const made = themes.get(theme) ?? (await given.theme());
      themes.set(theme, made);
      this.#propositions.push(await given.proposition({ theme: made }));
    }
    const outside = { status: "observer", listing: "public" } as const;
    this.#convener = await as(await given.convener(await given.organization(outside)));
    const observer = await as(await given.memberOf(await given.organization(outside)));
    this.#reader = [await as(null), observer, this.#convener][3 - this.history.audience] ?? null;
    await db.network.update({ where: { id: 1 }, data: { concealedAt: null } });
  }

  async batch(endsQuarter: boolean) {
    await refreshConcealed();
    if (endsQuarter) await transact(async (tx) => endMarks(tx, await readClock(tx)));
  }

  async apply(act: Act) {
    switch (act.kind) {
      case "join":
        return this.#join(act.organization);
      case "reword":
        return given.rewording(must(this.#propositions[act.proposition]));
      case "suspend":
        return this.#suspend(act.organization);
      case "return":
        return this.#return(act.organization);
      default:
        return this.#state(act);
    }
  }

  async #suspend(organization: number) {
    const { slug } = this.#member(organization);
    await decideMembership(must(this.#convener), { slug, decision: "suspend", reason: "" });
  }

  async #join(organization: number) {
    const made = await given.organization({ listing: "public", createdAt: new Date() });
    const person = await given.signatory(made);
    this.#members[organization] = { id: made.id, slug: made.slug, person, signer: await as(person) };
  }

  async #return(organization: number) {
    const member = this.#member(organization);
    await decideMembership(must(this.#convener), { slug: member.slug, decision: "admit", as: "member", reason: "" });
    member.signer = await as(member.person);
  }

  async #state(act: Exclude<Act, { kind: "reword" | "join" | "return" | "suspend" }>) {
    const { id, slug, signer } = this.#member(act.organization);
    const proposition = must(this.#propositions[act.proposition]);
    const key = { organization: slug, proposition: proposition.slug };
    const place = { organizationId: id, propositionId: proposition.id };
    const head = await db.position.findUnique({ where: { organizationId_propositionId: place } });
    const version = head?.version ?? null;
    if (act.kind === "sign") {
      const visibility = must(visibilities[act.level]);
      await saveDraft(signer, draftInput.parse({ ...key, stance: "oppose", visibility }), version);
      await signOff(signer, { ...key, decision: "sign_off" }, (version ?? 0) + 1);
    } else if (!head?.standing) return;
    else if (act.kind === "confirm") await reaffirm(signer, key, must(version));
    else if (act.kind === "withdraw") await withdraw(signer, key, null);
    else if (visibilities[act.level] !== head.standingVisibility)
      await changeVisibility(signer, { ...key, visibility: must(visibilities[act.level]) }, null);
  }

  #member = (organization: number) => must(this.#members[organization] ?? null);

  /** What the attacker reads, `daysAgo` days ago or now. */
  async read(daysAgo: number | null = null): Promise<Reading> {
    const { today } = await readToday(db);
    const asOf = daysAgo === null ? {} : { asOf: addDays(today, -daysAgo) };
    const grid = await readAgreement(must(this.#reader), { limit: 200, ...asOf }, "en");
    const places = new Map(grid.propositions.map((it) => [it.slug, it]));
    const columns = new Set(grid.organizations.map((it) => it.slug));
    const cells = new Set(grid.cells.map((it) => `${it.proposition} ${it.organization}`));
    return {
      members: this.#members.map((it) => it !== null && columns.has(it.slug)),
      shown: this.#propositions.map(({ slug }) =>
        this.#members.map((it) => it !== null && cells.has(`${slug} ${it.slug}`)),
      ),
      notShown: this.#propositions.map(({ slug }) => places.get(slug)?.notShown === "some"),
    };
  }

  /** A day goes by: everything that happened is a day older. The owner of the tables does it, since nothing else may. */
  async age() {
    const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await client.connect();
    const tables = Object.entries(moments);
    const switched = (state: string) => tables.map(([at]) => `ALTER TABLE "${at}" ${state} TRIGGER USER;`).join("");
    const shifted = tables.map(([at, columns]) => {
      const sets = columns.map((column) => `"${column}" = "${column}" - interval '1 day'`).join(", ");
      return `UPDATE "${at}" SET ${sets};`;
    });
    await client.query(`BEGIN;${switched("DISABLE")}${shifted.join("")}${switched("ENABLE")}COMMIT;`);
    await client.end();
  }
}

const moments = {
  Organization: ["createdAt"],
  OrganizationStep: ["at"],
  PropositionVersion: ["createdAt"],
  Position: ["standingSince"],
  PositionRevision: ["createdAt", "signedOffAt", "stoodUntil"],
  PositionStep: ["at"],
  ConcealedTheme: ["since", "until"],
  Network: ["concealedAt"],
};

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the coalition has not been built");
  return value;
}
