import "server-only";
import { clientKey } from "@/lib/platform/http/client-key.mjs";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256 } from "@/lib/platform/text/digest";
import { findViewerByCalendar } from "@/lib/viewer/read";
import { writeFeed } from "./read.calendar";

const shape = /^([\w-]{22})\.ics$/;

/** Readers ask every quarter of an hour or so; whoever guesses asks for many links from one address. */
const perLink = { name: "calendar", most: 60, minutes: 60 };
const perAddress = { name: "calendar-guess", most: 30, minutes: 60 };

/** The calendar behind a private link. Wrong, ended and never made answer alike, and asking changes nothing. */
export async function readFeed(file: string, address: string): Promise<string> {
  const [, link = ""] = shape.exec(file) ?? [];
  const viewer = link ? await findViewerByCalendar(link) : null;
  if (!viewer) {
    const more = await consumeQuota(perAddress, clientKey(address));
    throw more ? new Refusal("NOT_FOUND", "noSuchCalendar") : tooOften();
  }
  if (!(await consumeQuota(perLink, sha256(link)))) throw tooOften();
  return writeFeed(viewer);
}

const tooOften = () => new Refusal("TOO_MANY_REQUESTS", "tooOften", { retryAfter: 600 });
