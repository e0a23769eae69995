import type { ReactNode } from "react";
import { CalendarClock, DoorOpen, FlaskConical, Lock, MessageSquareOff } from "@/components/ui/icons";

const icons = {
  illustrative: <FlaskConical />,
  guest: <DoorOpen />,
  embargo: <Lock />,
  chatham: <MessageSquareOff />,
  "as-of": <CalendarClock />,
};

type BannerProps = {
  kind: keyof typeof icons;
  bold: string;
  /** What joins the bold words to the rest: a colon, or nothing. */
  join?: string | undefined;
  children: ReactNode;
};

/**
 * A thin strip above the masthead, never dismissible. On a phone only the bold words stay and the rest opens on tap;
 * both forms are in the page and one of them is always hidden from everybody, so that it works without script.
 */
export function Banner({ kind, bold, join = "", children }: BannerProps) {
  return (
    <section className={`band band-${kind}`} aria-label={bold}>
      <p className="page band-line band-open">
        <span className="band-text">
          {icons[kind]}
          <b>{bold}</b>
          {join} {children}
        </span>
      </p>
      <details className="page band-fold">
        <summary>
          <span className="band-text">
            {icons[kind]}
            <b>{bold}</b>
          </span>
        </summary>
        <p>
          <span className="band-text">{children}</span>
        </p>
      </details>
    </section>
  );
}
