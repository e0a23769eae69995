import { getTranslations } from "next-intl/server";
import type { Poll } from "@/lib/briefings/schema.dates";
import { cityOf } from "@/lib/platform/time/zone-label";
import { getWallFormats } from "./get-shown-dates";

/** Until when answers are asked for, on the meeting's clock and on the reader's. */
export async function ClosingNote({
  poll,
}: {
  poll: Pick<Poll, "closes" | "zone" | "state"> & { viewer?: { zone: string } };
}) {
  const [t, words] = await Promise.all([getTranslations("briefingDates"), getWallFormats()]);
  const { closes, zone, state } = poll;
  if (!closes || state === "cancelled") return null;
  const time = `${words.short(closes.wall)}, ${words.hour(closes.wall)}`;
  const own = closes.own && poll.viewer;
  return (
    <p>
      <time dateTime={closes.at} className="font-semibold text-amber">
        {t(closes.over ? "closed" : "closes", { time: t("in", { time, city: cityOf(zone) }) })}
      </time>
      {own && (
        <span className="block text-ink-3 text-small">
          {t("closesOwn", {
            time: `${words.short(closes.own ?? "")}, ${words.hour(closes.own ?? "")}`,
            city: cityOf(own.zone),
          })}
        </span>
      )}
    </p>
  );
}
