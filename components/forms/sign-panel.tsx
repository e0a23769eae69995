import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { DigestChip } from "../ui/code-chip";
import { Facts } from "../ui/facts";

type SignPanelProps = {
  title: ReactNode;
  organization: ReactNode;
  /** Powers, who authorized it, instrument and date. */
  mandate?: ReactNode;
  /** What exactly is committed to: "Version 3, 20 October 2026". */
  version?: ReactNode;
  digest?: string | undefined;
  /** What the act will do, in a sentence. */
  children?: ReactNode;
  /** The one button that commits, and the way out. */
  actions: ReactNode;
};

/** Before an organization is committed: which one, by what authority, to which exact words. */
export function SignPanel({ title, organization, mandate, version, digest, children, actions }: SignPanelProps) {
  const t = useTranslations("ui");
  const id = useId();
  const facts = [
    [t("organization"), organization],
    [t("mandate"), mandate],
    [t("version"), version],
    [t("digest"), digest && <DigestChip digest={digest} />],
  ] as const;
  return (
    <section className="sign" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <Facts facts={facts} />
      {children && <div className="max-w-[60ch]">{children}</div>}
      <div className="actions">{actions}</div>
    </section>
  );
}
