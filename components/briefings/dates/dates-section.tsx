import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { api } from "@/lib/api/server";
import { ClosingNote } from "./closing-note";
import { getShownDates } from "./get-shown-dates";
import { PollStatus } from "./poll-status";

/** On the page of a meeting: where the question of its date stands, and the way to answer it. */
export async function DatesSection({ slug }: { slug: string }) {
  const [t, poll] = await Promise.all([
    getTranslations("briefingDates.section"),
    api.briefings.dates.get({ id: slug }),
  ]);
  const dates = await getShownDates(poll.dates);
  const best = dates.find((it) => it.best);
  const asks = poll.viewer.answersFor.length > 0;
  return (
    <Section title={t("title")} id="dates">
      <div className="grid gap-3 pt-3">
        <PollStatus poll={poll} dates={dates} />
        {poll.state === "polling" && <p>{t("open", { count: dates.length })}</p>}
        {poll.state === "planned" && dates.length === 0 && <p>{t("planned")}</p>}
        {best && <p>{t("best", { date: best.name })}</p>}
        <ClosingNote poll={poll} />
        {(dates.length > 0 || poll.viewer.mayHost) && (
          <div className="actions">
            <ButtonLink href={`/briefings/${slug}/dates`} variant={asks ? "primary" : "plain"}>
              {t(asks ? "answer" : "see")}
            </ButtonLink>
          </div>
        )}
      </div>
    </Section>
  );
}
