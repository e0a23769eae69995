"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { X } from "@/components/ui/icons";
import { IconButton } from "./icon-button";

export type DialogProps = {
  open: boolean;
  /** Escape, the cross, or a press outside. */
  onClose: () => void;
  title: ReactNode;
  /** The buttons, at the foot. */
  actions?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** The platform's own modal dialog: the rest of the page is inert, focus stays inside and returns to where it was. */
export function Dialog({ open, onClose, title, actions, className, children }: DialogProps) {
  const t = useTranslations("ui");
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape
    <dialog
      ref={ref}
      aria-labelledby={id}
      className={clsx("dialog", className)}
      onClose={() => ref.current?.open || onClose()}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton label={t("close")} icon={<X />} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
      {actions && <div className="dialog-foot">{actions}</div>}
    </dialog>
  );
}
