import { randomUUID } from "node:crypto";
import type { World } from "./setting";
import type { Ask, RequestSequence, Sent, Subject } from "./subjects";

export type Case = {
  name: string;
  /** Throughput against the twin's: what we want, and what a well-known peer on this stack has. */
  target: number;
  peer: number;
  ask: Ask;
  askers: number;
  /** Before each stretch of asking: what the last stretch left undecided is looked up. */
  prepare?: (subject: Subject) => Promise<void>;
};

const many = 256;

const reading = (paths: { product: string; twin: string }, cookie: string | null): Pick<Case, "ask" | "askers"> => ({
  askers: many,
  ask: ({ name, host }) => {
    const headers = { host, ...(cookie && { cookie }) };
    const sent: Sent = { method: "GET", path: paths[name], headers };
    return { next: () => sent };
  },
});

const rationale = {
  en: "What is said here is about as long as what people say: two sentences, in both languages.",
  fr: "Ce qui est dit ici est à peu près aussi long que ce que disent les gens : deux phrases, dans les deux langues.",
};

/** Each asker writes at a place of its own, time after time, and says which version it saw. */
function write({ cookie, places }: World): Ask {
  return ({ name, address, host }: Subject, asker: number): RequestSequence => {
    const place = places[name][asker % places[name].length];
    if (!place) throw new Error("there is nowhere to write");
    const { organization, proposition } = place;
    const said = { stance: "support", rationale, visibility: "network" };
    const common = { host, cookie, "content-type": "application/json" };
    if (name === "twin") {
      const body = JSON.stringify({ organization, proposition, ...said });
      const sent: Sent = { method: "PUT", path: "/api/position", headers: common, body };
      return { next: () => sent };
    }
    const origin = address.replace("127.0.0.1", "localhost");
    const headers = { ...common, origin, "x-concerted": "1" };
    const path = `/api/v1/positions/${organization}/${proposition}`;
    const body = JSON.stringify(said);
    return {
      next: () => ({ method: "PUT", path, headers: { ...headers, "if-match": place.version }, body }),
      answered: ({ status, etag }) => {
        if (status === 200 && etag) place.version = etag;
      },
    };
  };
}

/** A write whose answer nobody waited for may be done or not: who writes next asks which version there is. */
const seeVersions =
  ({ cookie, places }: World) =>
  async ({ name, address }: Subject) => {
    if (name === "twin") return;
    for (const place of places.product) {
      const at = `${address}/api/v1/positions/${place.organization}/${place.proposition}`;
      place.version = (await fetch(at, { headers: { cookie } })).headers.get("etag") ?? place.version;
    }
  };

/** Each asker answers a talking point time after time, each time with another reservation: the same answer twice is refused. */
function answer({ cookie, organization, points }: World): Ask {
  return ({ name, address, host }: Subject, asker: number): RequestSequence => {
    const point = points[asker % points.length];
    if (!point) throw new Error("there is nothing to answer");
    const { slug, version, digest } = point;
    const common = { host, cookie, "content-type": "application/json" };
    const origin = address.replace("127.0.0.1", "localhost");
    const said = { onBehalfOf: organization, response: "endorse_with_reservation", usage: "will_use", version, digest };
    return {
      next: () => {
        const reservation = { en: `Only where it was said in writing, ${randomUUID()}.`, fr: "" };
        if (name === "twin") {
          const body = JSON.stringify({ slug, ...said, reservation });
          return { method: "POST", path: "/api/endorsement", headers: common, body };
        }
        const headers = { ...common, origin, "x-concerted": "1" };
        const path = `/api/v1/talking-points/${slug}/endorsements`;
        return { method: "POST", path, headers, body: JSON.stringify({ ...said, reservation }) };
      },
      answered: () => undefined,
    };
  };
}

/** What is compared. The pages are a visitor's or a member's, as the twins' are. */
export function toCases(world: World): Case[] {
  const { cookie, organization, proposition, talkingPoint, briefing, points } = world;
  const at = `/api/v1/positions/${organization}/${proposition}`;
  const twinAt = `/api/position?organization=${organization}&proposition=${proposition}`;
  const read = { target: 0.6, peer: 0.3 };
  const page = { target: 0.5, peer: 0.18 };
  return [
    { name: "read: one position", ...read, ...reading({ product: at, twin: twinAt }, cookie) },
    {
      name: "read: a page of positions",
      ...read,
      ...reading({ product: "/api/v1/positions?limit=50", twin: "/api/positions?limit=50" }, cookie),
    },
    {
      name: "read: one proposition",
      ...read,
      ...reading(
        { product: `/api/v1/propositions/${proposition}`, twin: `/api/proposition?slug=${proposition}` },
        cookie,
      ),
    },
    {
      name: "read: a page of propositions",
      ...read,
      ...reading({ product: "/api/v1/propositions?limit=25", twin: "/api/propositions?limit=25" }, cookie),
    },
    { name: "page: the grid", ...page, ...reading({ product: "/en/agreement", twin: "/grid" }, cookie) },
    {
      name: "page: a proposition",
      ...page,
      ...reading({ product: `/en/propositions/${proposition}`, twin: `/proposition?slug=${proposition}` }, cookie),
    },
    {
      name: "page: a talking point",
      ...page,
      ...reading(
        { product: `/en/talking-points/${talkingPoint}`, twin: `/talking-point?slug=${talkingPoint}` },
        cookie,
      ),
    },
    {
      name: "page: a briefing",
      ...page,
      ...reading({ product: `/en/briefings/${briefing}`, twin: `/briefing?slug=${briefing}` }, cookie),
    },
    {
      name: "page: sign-in",
      target: 0.5,
      peer: 0.16,
      ...reading({ product: "/en/sign-in", twin: "/sign-in" }, null),
    },
    { name: "write: a position", target: 0.5, peer: 0.24, ask: write(world), askers: 16, prepare: seeVersions(world) },
    { name: "write: an endorsement", target: 0.5, peer: 0.24, ask: answer(world), askers: points.length },
  ];
}
