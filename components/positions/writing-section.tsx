import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Changes } from "./changes";
import { DraftActions } from "./draft-actions";
import { DraftForm } from "./draft-form";
import { DraftText } from "./draft-text";
import type { PositionFacts } from "./load-position";
import { PositionText } from "./position-text";
import { SignOff } from "./sign-off";
import { useAuthorityText } from "./use-authority-text";

/** Writing: for people whose mandate covers it, on request, or at once where there is nothing yet. */
export function WritingForm({ facts }: { facts: PositionFacts & { writer: string } }) {
  const t = useTranslations("positions.form");
  const locale = useLocale();
  const { positionKey, position, organization, writer } = facts;
  const short = organization.short[locale];
  const { standing = null, draft = null } = position ?? {};
  return (
    <Section title={t(draft ? "resume" : standing ? "change" : "first")} id="write">
      <p className="max-w-measure pt-3 pb-5 text-ink-2">
        {t(standing ? "lede" : "ledeFirst", { organization: short })}
      </p>
      <DraftForm
        positionKey={positionKey}
        position={position && { version: position.version, standing, draft }}
        organization={short}
        writer={writer}
        leavable={standing !== null || draft !== null}
      />
    </Section>
  );
}

/** The draft as it is, what can be done with it, and before a signatory the panel that commits. */
export function DraftSection({ facts }: { facts: PositionFacts }) {
  const t = useTranslations("positions");
  const locale = useLocale();
  const mandate = useAuthorityText();
  const { positionKey, position, proposition, organization, signatories, signOffTypicalDays: days } = facts;
  if (!position?.draft) return null;
  const { draft, standing, version, viewer } = position;
  const short = organization.short[locale];
  const names = new Intl.ListFormat(locale, { type: "disjunction" }).format(signatories);
  const { number, digest } = proposition;
  const signing = viewer.maySignOff || viewer.mayReturn;
  const seen = { version, draft, standing, viewer };
  const obstacle = viewer.maySignOff
    ? null
    : t(!viewer.mandate ? "sign.notPublic" : draft.state === "signed_once" ? "joint.mine" : "text.wordingChanged");
  return (
    <Section title={t("text.draft")} id="draft">
      <div className="grid gap-5 pt-4">
        <DraftText position={position} factsOnly={signing || standing !== null} />
        {standing && <Changes standing={standing} draft={draft} />}
        <p className="max-w-measure text-small text-ink-2">
          {t("draft.stays", { organization: short })}{" "}
          {signatories.length > 0
            ? t("draft.whoSigns", { names, organization: short, days })
            : t("draft.nobodySigns", { organization: short })}
        </p>
        <DraftActions positionKey={positionKey} position={seen} main={!signing || obstacle !== null} />
        {signing && (
          <SignOff
            positionKey={positionKey}
            position={seen}
            organization={organization.name[locale]}
            mandate={mandate(viewer.mandate)}
            proposition={{ number, version: draft.propositionVersion, digest }}
            obstacle={obstacle}
          >
            <PositionText text={draft} provisional />
          </SignOff>
        )}
      </div>
    </Section>
  );
}
