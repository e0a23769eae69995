import { Banner } from "@/components/ui/banner";

/** They stand above the masthead; here they stand alone. */
export function ShowBanners() {
  return (
    <div className="mt-4 border-x border-t border-rule">
      <Banner kind="illustrative" bold="Illustrative data, as everywhere" join=":">
        these 14 organizations are fictional, and no one has taken these positions.
      </Banner>
      <Banner kind="embargo" bold="Under embargo">
        until 14 December 2026, 06:00, Toronto time. 03:00 in Vancouver.
      </Banner>
      <Banner kind="guest" bold="Guest room.">
        You see what was released to this meeting, until 10 December, 17:00.
      </Banner>
      <Banner kind="chatham" bold="Chatham House.">
        Nothing here says who said what, or who attended.
      </Banner>
      <Banner kind="as-of" bold="As of 1 March 2026.">
        Read only: what stood on that day.
      </Banner>
    </div>
  );
}
