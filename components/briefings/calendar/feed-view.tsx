import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { longDay } from "@/components/ui/format-moment";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { FeedLink } from "./feed-link";

/** The link to one's own calendar: made, made anew, ended. */
export function FeedView({ since }: { since: string | null }) {
  const t = useTranslations("calendar.feed");
  const account = useTranslations("accounts.account");
  const locale = useLocale();
  return (
    <ProvideMessages of={["calendar.feed"]}>
      <Breadcrumb steps={[{ label: account("title"), href: "/account" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <NeedsScript what="buttons" />
      <p className="max-w-[64ch]">{since ? t("since", { day: longDay(new Date(since), locale) }) : t("none")}</p>
      <FeedLink exists={since !== null} />
    </ProvideMessages>
  );
}
