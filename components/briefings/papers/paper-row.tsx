import { useLocale, useTranslations } from "next-intl";
import { isoDay, longDay } from "@/components/ui/format-moment";
import { Download } from "@/components/ui/icons";
import type { Paper } from "@/lib/briefings/schema.papers";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { noonOf } from "@/lib/platform/time/noon-of";
import { paperFileHref } from "./papers-href";
import { useFileSize } from "./use-file-size";
import { WithdrawPaper } from "./withdraw-paper";

/** A paper: what it is called, whose it is, and its file, or that it was withdrawn. */
export function PaperRow({ slug, paper, withdraws = true }: { slug: string; paper: Paper; withdraws?: boolean }) {
  const t = useTranslations("papers.page");
  const locale = useLocale();
  const size = useFileSize();
  const { id, title, organization, addedAt, withdrawnAt, file, language, viewer } = paper;
  const name = pickLanguage(title, locale);
  const day = (at: string) => longDay(noonOf(isoDay(new Date(at))), locale);
  return (
    <li className="grid gap-0.5">
      <p lang={name?.lang} className="min-w-0 break-words font-semibold">
        {name?.text}
      </p>
      <p className="text-small text-ink-2">
        {t("by", { organization: organization.name[locale], day: day(addedAt) })} · {t(`language.${language}`)}
      </p>
      {withdrawnAt && <p className="text-small text-ink-2">{t("withdrawn", { day: day(withdrawnAt) })}</p>}
      {file && (
        <p className="flex flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
          <a href={paperFileHref(slug, id)} className="inline-flex items-center gap-1.5">
            <Download />
            {t("download", { name: file.name })}
          </a>
          <span className="text-small text-ink-2">
            {t("size", { type: file.type.toUpperCase(), size: size(file.bytes) })}
          </span>
        </p>
      )}
      {withdraws && viewer.mayWithdraw && <WithdrawPaper slug={slug} paper={id} title={name?.text ?? ""} />}
    </li>
  );
}
