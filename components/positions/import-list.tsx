"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { longDay } from "@/components/ui/format-moment";
import { Table } from "@/components/ui/table";
import { showToast } from "@/components/ui/toast";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { PositionImport } from "@/lib/positions/schema.files";

/** What was imported, by whom, and the way back while there is one. */
export function ImportList({ past, zone }: { past: readonly PositionImport[]; zone: string }) {
  const t = useTranslations("positions.import");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const when = (at: string) => `${longDay(new Date(at), locale, zone)}, ${timeOfDay(new Date(at), zone)}`;
  const columns = [
    { key: "when", label: t("when"), head: true, cell: (it: PositionImport) => when(it.at) },
    { key: "who", label: t("who"), cell: (it: PositionImport) => it.by ?? "" },
    { key: "drafts", label: t("drafts"), numeric: true, cell: (it: PositionImport) => it.drafts },
    {
      key: "state",
      label: t("state"),
      cell: (it: PositionImport) =>
        it.undoneAt ? (
          t("undone", { when: when(it.undoneAt) })
        ) : it.mayUndo ? (
          <UndoImport id={it.id} when={when(it.at)} />
        ) : (
          t("movedOn")
        ),
    },
  ];
  return <Table caption={t("past")} columns={columns} rows={past} rowKey={({ id }) => id} />;
}

function UndoImport({ id, when }: { id: string; when: string }) {
  const t = useTranslations("positions.import");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation(
    api.positions.undoImport.mutationOptions({
      onSuccess: () => showToast(t("undoDone")),
      onError: (error) => showToast(readProblem(error).detail ?? t("offline"), "red"),
      onSettled: () => {
        setAsking(false);
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button small aria-label={t("undoName", { when })} onClick={() => setAsking(true)}>
        {t("undo")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("undoTitle")}
        actions={
          <Button variant="primary" loading={isPending} onClick={() => mutate({ id })}>
            {t("undo")}
          </Button>
        }
      >
        {t("undoText")}
      </Dialog>
    </>
  );
}
