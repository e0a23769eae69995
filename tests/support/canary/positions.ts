import { db, transact } from "@/lib/platform/db/client";
import type { Visibility } from "@/lib/platform/generated/prisma/enums";
import {
  type AuthorizedAct,
  type Built,
  draft,
  insertPositions,
  openPosition,
  returnDraft,
  signOff,
  submit,
  withdraw,
} from "@/prisma/seed/build-position";
import { type Canaries, type Observer, own } from "./canaries";

type Id = { id: string };
/** Where something was planted, as an address names it. */
export type CanaryAddress = { organization: string; proposition: string };

/** Writes positions whose every word is a canary. What is drafted or kept at home is for its own people. */
export class PositionPlanter {
  readonly #canaries: Canaries;
  readonly #by: Id;
  readonly #built: Built[] = [];

  constructor(canaries: Canaries, by: Id) {
    this.#canaries = canaries;
    this.#by = by;
  }

  open(organization: Id, proposition: Id): Built {
    const built = openPosition(organization.id, proposition.id);
    this.#built.push(built);
    return built;
  }

  #act(readers: readonly Observer[], name: string, kind: string): AuthorizedAct {
    const authorizedBy = this.#canaries.for(readers, name, kind, "authorizedBy");
    const instrument = this.#canaries.for(readers, name, kind, "instrument");
    return { by: this.#by.id, at: new Date(), mandate: { authorizedBy, instrument, instrumentDate: new Date() } };
  }

  draft(built: Built, name: string, visibility: Visibility, readers: readonly Observer[], home = own) {
    const word = (column: string) => this.#canaries.for(readers, name, column);
    const words = {
      rationaleEn: word("rationaleEn"),
      rationaleFr: word("rationaleFr"),
      reservationEn: word("reservationEn"),
      reservationFr: word("reservationFr"),
    };
    const said = { stance: "support_with_reservation", visibility, propositionVersion: 1, ...words } as const;
    draft(built, said, this.#act(home, name, "drafted"));
  }

  sign(built: Built, name: string, readers: readonly Observer[], home = own) {
    submit(built, this.#act(home, name, "submitted"));
    signOff(built, this.#act(readers, name, "signed"));
  }

  /** Drafted, handed over and signed. */
  stand(built: Built, name: string, visibility: Visibility, readers: readonly Observer[], home = own) {
    this.draft(built, name, visibility, readers, home);
    this.sign(built, name, readers, home);
  }

  returnDraft(built: Built, name: string) {
    submit(built, this.#act(own, name, "submitted"));
    returnDraft(built, this.#act(own, name, "returned"), this.#canaries.for(own, name, "note"));
  }

  withdraw(built: Built, name: string, readers: readonly Observer[]) {
    withdraw(built, this.#act(readers, name, "withdrawn"), this.#canaries.for(own, name, "note"));
  }

  async save() {
    await transact((tx) => insertPositions(tx, this.#built));
    this.#built.length = 0;
  }
}

/** Puts a draft with its words beside what stands at a place. */
export async function plantSecondDraft(canaries: Canaries, place: { positionId: string; by: Id }) {
  const { positionId, by } = place;
  const word = (column: string) => canaries.for(own, "beside", column);
  const last = await db.positionRevision.aggregate({ where: { positionId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const rest = { propositionVersion: 1, stance: "oppose", visibility: "public", authorId: by.id } as const;
  const words = { rationaleEn: word("rationaleEn"), rationaleFr: word("rationaleFr") };
  await db.positionRevision.create({ data: { positionId, number, createdAt: new Date(), ...rest, ...words } });
  const steps = await db.positionStep.count({ where: { positionId } });
  await db.positionStep.create({
    data: { positionId, number: steps + 1, kind: "drafted", revision: number, at: new Date(), actorId: by.id },
  });
  await db.position.update({
    where: { id: positionId },
    data: { draft: number, draftState: "drafted", version: { increment: 1 } },
  });
}
