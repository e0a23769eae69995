import "server-only";
import { headers } from "next/headers";

/** Set by bin/server for each page, and taken from whoever else sends it. */
const header = "x-concerted-here";

/** The page that is asked for, with its language and its query; null where a page is made by something else. */
export async function readHere(): Promise<string | null> {
  const given = (await headers()).get(header);
  return given && withoutNext(given);
}

/** A place, with what this page was asked for with: an old address that leads on to it loses nothing of it. */
export async function withQuery(place: string): Promise<string> {
  const query = (await readHere())?.split("?")[1];
  return query ? `${place}?${query}` : place;
}

/** Next asks for a page's data at the page's own address, with a mark of its own that is no part of it. */
function withoutNext(address: string): string {
  const [path = "", query] = address.split("?", 2);
  const asked = (query ?? "").split("&").filter((it) => it !== "" && !/^_rsc(?:=|$)/.test(it));
  return asked.length > 0 ? `${path}?${asked.join("&")}` : path;
}
