"use client";

import { type ReactNode, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Reauthenticate } from "./reauthenticate";

type ConfirmDialogProps = {
  /** What the small button says, and to whom it belongs where many stand in a table. */
  verb: string;
  label: string;
  title: string;
  button: string;
  commitNow: boolean;
  act: { isPending: boolean; error: unknown; reset: () => void };
  onConfirm: (close: () => void) => void;
  children: ReactNode;
};

/** What ends of somebody's part or authority: by a button, after everything that follows from it was said. */
export function ConfirmDialog({ verb, label, title, button, commitNow, act, ...rest }: ConfirmDialogProps) {
  const [asking, setAsking] = useState(false);
  const { onConfirm, children } = rest;
  return (
    <>
      <Button small variant="danger" aria-label={label} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={title}
        actions={
          commitNow && (
            <Button variant="danger" loading={act.isPending} onClick={() => onConfirm(() => setAsking(false))}>
              {button}
            </Button>
          )
        }
      >
        <div className="grid gap-3">
          {children}
          {!commitNow && <Reauthenticate />}
          <ActionError error={act.error} onReread={act.reset} />
        </div>
      </Dialog>
    </>
  );
}
