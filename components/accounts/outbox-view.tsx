import { getLocale, getTranslations } from "next-intl/server";
import { longDay } from "@/components/ui/format-moment";
import { getTimeOfDay } from "@/components/ui/get-time-of-day";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { SignInLink } from "@/components/ui/sign-in-link";
import { LinkedText } from "../ui/linked-text";

type Mail = { at: string; to: string; subject: string; text: string; messageId: string };
type OutboxViewProps = { mails: { items: Mail[]; nextCursor: string | null; total: number } };

/** What would have been mailed, with links that work. */
export async function OutboxView({ mails: { items, nextCursor, total } }: OutboxViewProps) {
  const t = await getTranslations("accounts.outbox");
  const locale = await getLocale();
  const timeOfDay = await getTimeOfDay();
  const timeOf = (at: Date) => `${longDay(at, locale)}, ${timeOfDay(at)}`;
  return (
    <>
      <PageHead title={t("title")}>{t("lede", { count: total })}</PageHead>
      <p className="text-ink-2">{t("why")}</p>
      {items.length === 0 && (
        <p className="pt-4">
          <SignInLink>{t("signIn")}</SignInLink>
        </p>
      )}
      <ul className="grid gap-4 pt-6">
        {items.map(({ at, to, subject, text, messageId }) => (
          <li key={messageId + at} className="sheet grid max-w-[80ch] gap-2 p-4">
            <h2 className="text-h3">{subject}</h2>
            <p className="text-ink-2 text-small">
              {t("to", { email: to })} · <time dateTime={at}>{timeOf(new Date(at))}</time>
            </p>
            <LinkedText text={text} />
          </li>
        ))}
      </ul>
      <Pagination
        nextHref={nextCursor && `/outbox?cursor=${encodeURIComponent(nextCursor)}`}
        firstHref={null}
        size={20}
      />
    </>
  );
}
