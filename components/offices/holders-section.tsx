import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import type { Holder, OfficeDetail } from "@/lib/offices/schema";
import { noonOf } from "@/lib/platform/time/noon-of";
import { EndHolder } from "./end-holder";
import { EraseHolder } from "./erase-holder";
import { HolderForm } from "./holder-form";

type HoldersSectionProps = { office: OfficeDetail; writer: string };

/** Who holds the office and who held it: the last first. Where a name was erased, its days remain. */
export function HoldersSection({ office, writer }: HoldersSectionProps) {
  const t = useTranslations("offices.page");
  const { slug, version, holders, viewer } = office;
  return (
    <Section title={t("holders")} count={holders.length} id="holders">
      {holders.length === 0 ? (
        <p className="pt-3 text-ink-2">{t("noHolders")}</p>
      ) : (
        <ul className="rows">
          {holders.map((it) => (
            <HolderRow key={it.id} office={office} holder={it} />
          ))}
        </ul>
      )}
      {viewer.mayWrite && (
        <div className="pt-3">
          <HolderForm slug={slug} version={version} writer={writer} />
        </div>
      )}
    </Section>
  );
}

function HolderRow({ office: { slug, version, viewer }, holder }: { office: OfficeDetail; holder: Holder }) {
  const t = useTranslations("offices.page");
  const locale = useLocale();
  const { id, name, firstOn, lastOn } = holder;
  const day = (iso: string) => longDay(noonOf(iso), locale);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          {name === null ? <i className="text-ink-2">{t("erased")}</i> : <b className="break-words">{name}</b>}
          {lastOn === null && <Stamp kind="pen">{t("current")}</Stamp>}
        </p>
        <p className="text-small text-ink-2">
          {lastOn === null ? t("since", { day: day(firstOn) }) : t("from", { first: day(firstOn), last: day(lastOn) })}
        </p>
        {viewer.mayWrite && name !== null && <EndHolder slug={slug} version={version} holder={holder} name={name} />}
      </div>
      {viewer.mayErase && name !== null && (
        <EraseHolder slug={slug} version={version} holder={id} name={name} commitNow={viewer.commitNow} />
      )}
    </li>
  );
}
