import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { cityOf } from "@/lib/platform/time/zone-label";
import { Appearance } from "./account-menu-items";
import { footerLinks } from "./navigation";

/** What the report is, which clock is meant, and the pages about Concerted itself. Visitors choose the theme here. */
export function Footer({ visitor }: { visitor: boolean }) {
  const t = useTranslations("layout");
  return (
    <footer className="foot">
      <div className="page">
        <p>{t("foot.source")}</p>
        <nav aria-label={t("footer")}>
          <ul>
            <li>{t("foot.times", { zone: cityOf(networkTimeZone()) })}</li>
            {footerLinks.map(({ key, href }) => (
              <li key={key}>
                <Link href={href}>{t(`foot.${key}`)}</Link>
              </li>
            ))}
            {visitor && (
              <li>
                <Popover end trigger={t("theme.title")} triggerClass="link-button" className="menu">
                  <Appearance name="theme-foot" />
                </Popover>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
