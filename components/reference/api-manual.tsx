import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";

const example = `curl -H "Authorization: Bearer $TOKEN" \\
  /api/v1/recommendations?regimeArea=practice`;

const statuses = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429] as const;

/** How to call, before what to call. */
export function ApiManual({ origin }: { origin: string }) {
  const t = useTranslations("reference.api");
  const code = (chunks: ReactNode) => <code>{chunks}</code>;
  return (
    <>
      <Section id="call" title={t("call.title")}>
        <div className="grid max-w-[72ch] gap-2 pt-3">
          <p>{t.rich("call.text", { code })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls can be reached by keyboard */}
          <pre tabIndex={0} className="code overflow-x-auto border border-rule bg-sheet p-3">
            {example.replace("/api", `${origin}/api`)}
          </pre>
        </div>
      </Section>
      <Section id="tokens" title={t("tokens.title")}>
        <div className="grid max-w-[72ch] gap-2 pt-3">
          <p>
            {t.rich("tokens.text", {
              code,
              page: (chunks) => <Link href="/account/tokens">{chunks}</Link>,
            })}
          </p>
          <dl className="grid gap-x-4 gap-y-1 md:grid-cols-[88px_minmax(0,1fr)]">
            {(["read", "draft", "commit"] as const).map((scope) => (
              <div key={scope} className="md:contents">
                <dt>
                  <code>{scope}</code>
                </dt>
                <dd>{t(`tokens.${scope}`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t.rich("tokens.repeat", { code })}</p>
          <p>{t("tokens.session")}</p>
        </div>
      </Section>
      <Section id="versions" title={t("versions.title")}>
        <p className="max-w-[72ch] pt-3">{t.rich("versions.text", { code })}</p>
      </Section>
      <Section id="lists" title={t("lists.title")}>
        <p className="max-w-[72ch] pt-3">{t.rich("lists.text", { code })}</p>
      </Section>
      <Section id="errors" title={t("errors.title")}>
        <p className="max-w-[72ch] pt-3">{t.rich("errors.text", { code })}</p>
        <dl className="mt-3 grid max-w-[72ch] grid-cols-[44px_minmax(0,1fr)] gap-y-1">
          {statuses.map((status) => (
            <div key={status} className="contents">
              <dt>
                <code>{status}</code>
              </dt>
              <dd>{t(`errors.${status}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
