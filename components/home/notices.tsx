import { useLocale, useTranslations } from "next-intl";
import { positionHref } from "@/components/positions/position-href";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink } from "@/components/ui/link";
import type { Conflict } from "@/lib/positions/schema.conflicts";
import { organizationsWithoutMandate } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

type NoticesProps = { viewer: Viewer; conflicts: readonly Conflict[] };

/** Notices for the reader that are no tasks: where they hold no mandate, and where they and another signed differently. */
export function Notices({ viewer, conflicts }: NoticesProps) {
  const without = organizationsWithoutMandate(viewer);
  if (without.length + conflicts.length === 0) return null;
  return (
    <div className="grid gap-3 pb-4">
      {conflicts.map((conflict) => (
        <ConflictNotice key={`${conflict.proposition.slug} ${conflict.second.at}`} conflict={conflict} />
      ))}
      {without.map((it) => (
        <NoMandate key={it.slug} name={{ en: it.nameEn, fr: it.nameFr }} />
      ))}
    </div>
  );
}

function NoMandate({ name }: { name: { en: string; fr: string } }) {
  const t = useTranslations("accounts.welcome");
  return (
    <div className="notice max-w-[72ch]">
      <p>
        <b>{t("homeTitle", { organization: name[useLocale()] })}</b> {t("homeText")}
      </p>
      <div className="actions mt-2.5">
        <ButtonLink href="/welcome">{t("homeVerb")}</ButtonLink>
      </div>
    </div>
  );
}

function ConflictNotice({ conflict: { organization, proposition, first, second } }: { conflict: Conflict }) {
  const t = useTranslations("positions.signatoryConflict");
  const stances = useTranslations("stances.name");
  const locale = useLocale();
  const toFacts = ({ actor, kind, stance, at }: Conflict["first"]) => ({
    who: actor ?? t("somebody"),
    act: t(kind, { stance: stances(stance) }),
    day: longDay(new Date(at), locale),
  });
  const [one, two] = [toFacts(first), toFacts(second)];
  const title = proposition.title[locale];
  return (
    <div className="notice notice-amber max-w-[72ch]">
      <p>
        <b>
          {t("title")}: <bdi>{title}</bdi>
        </b>{" "}
        {t("text", {
          first: one.who,
          firstAct: one.act,
          firstDay: one.day,
          second: two.who,
          secondAct: two.act,
          secondDay: two.day,
          organization: organization.name[locale],
        })}
      </p>
      <div className="actions mt-2.5">
        <ButtonLink
          href={positionHref(organization.slug, proposition.slug)}
          aria-label={t("about", { verb: t("verb"), proposition: title })}
        >
          {t("verb")}
        </ButtonLink>
      </div>
    </div>
  );
}
