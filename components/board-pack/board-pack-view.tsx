import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { listBlocks } from "@/lib/board-pack/rules.blocks";
import { listPointBlocks } from "@/lib/board-pack/rules.point-blocks";
import type { BoardPack } from "@/lib/board-pack/schema";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { DecisionBlock } from "./decision-block";
import "./board-pack.css";

const files = [
  { key: "pdfLetter", query: "format=pdf&paper=letter" },
  { key: "pdfA4", query: "format=pdf&paper=a4" },
  { key: "html", query: "format=html" },
] as const;

/** What an organization's board has to decide, a page for each decision, on screen as on paper. */
export async function BoardPackView({ pack: { content, digest } }: { pack: BoardPack }) {
  const [language, t] = await Promise.all([getLocale(), getTranslations("boardPack")]);
  const { organization, decisions, points, day, signOffRule } = content;
  const total = decisions.length + points.length;
  const context = { t: await translatorIn(language), language, total, origin: "" };
  const here = `/organizations/${organization.slug}`;
  return (
    <div className="pack">
      <Breadcrumb steps={[{ label: organization.name[language], href: here }]} />
      <PageHead
        title={t("title")}
        over={organization.name[language]}
        actions={
          <span className="actions no-print">
            {files.map(({ key, query }) => (
              <a key={key} className="btn" href={`/api/v1${here}/board-pack?${query}&language=${language}`}>
                {t(key)}
              </a>
            ))}
          </span>
        }
      >
        {t("lede", { count: total, day: formatDay(day, language) })} {t("rule", { rule: signOffRule[language] })}
      </PageHead>
      {total === 0 && (
        <EmptyState
          action={<ButtonLink href={`/positions?organization=${organization.slug}`}>{t("register")}</ButtonLink>}
        >
          {t("none")}
        </EmptyState>
      )}
      {decisions.map((decision, at) => (
        <section key={decision.code} className="pack-decision" aria-labelledby={`decision-${decision.code}`}>
          {listBlocks(decision, { ...context, at }).map((block, index) => (
            <DecisionBlock
              key={`${block.kind}${String(index)}`}
              block={block}
              language={language}
              id={block.kind === "title" ? `decision-${decision.code}` : undefined}
            />
          ))}
        </section>
      ))}
      {points.map((point, at) => (
        <section key={point.point.id} className="pack-decision" aria-labelledby={`point-${point.point.slug}`}>
          {listPointBlocks(point, { ...context, at: decisions.length + at }).map((block, index) => (
            <DecisionBlock
              key={`${block.kind}${String(index)}`}
              block={block}
              language={language}
              id={block.kind === "title" ? `point-${point.point.slug}` : undefined}
            />
          ))}
        </section>
      ))}
      <footer className="pack-foot">
        <p>{t("digest", { digest })}</p>
        <p>{t("digestText")}</p>
      </footer>
    </div>
  );
}
