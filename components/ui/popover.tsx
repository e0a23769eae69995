"use client";

import { clsx } from "clsx";
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";

export type PopoverProps = {
  /** The words or mark on the button that opens it. */
  trigger: ReactNode;
  /** Its accessible name, where the trigger is only a mark. */
  label?: string | undefined;
  triggerClass?: string | undefined;
  /** Opens toward the start, for a button at the end of a line. */
  end?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** After a choice the sheet has done its work; a plain link would leave it open over the new page. */
function closeAfterClick(event: MouseEvent<HTMLDivElement>) {
  if ((event.target as Element).closest("a, [data-closes]")) event.currentTarget.hidePopover();
}

/** The platform's own popover: it opens, closes on Escape or outside, and gives focus back, also without script. */
export function Popover({ trigger, label, triggerClass = "btn", end, className, children }: PopoverProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={triggerClass} {...(label && { "aria-label": label })}>
        {trigger}
      </button>
      <PopoverSheet id={id} className={clsx(end && "popover-end", className)}>
        {children}
      </PopoverSheet>
    </>
  );
}

export function PopoverSheet({ className, children, ...rest }: ComponentProps<"div"> & { id: string }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked inside are links and buttons, which keys press too
    // biome-ignore lint/a11y/noStaticElementInteractions: listens only for choices made inside
    <div {...rest} popover="auto" className={clsx("popover", className)} onClick={closeAfterClick}>
      {children}
    </div>
  );
}
