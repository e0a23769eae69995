"use client";

import { useMutation } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { TableAnswer } from "@/lib/talking-points/schema.comment-table";

type Preview = { file: File; answer: TableAnswer };

/** Previews a table first; exactly what was previewed is then sent. */
export function useCommentTable(
  point: string,
  organization: string,
  onSent: (sent: NonNullable<TableAnswer["applied"]>) => void,
) {
  const router = useRouter();
  const ask = (preview: "true" | "false", body: { file: File; digest?: string }) =>
    api.talkingPoints.commentTable.read.call({
      params: { id: point },
      query: { preview },
      body: { organization, ...body },
    });
  const previewing = useMutation({
    mutationFn: async (file: File): Promise<Preview> => ({ file, answer: await ask("true", { file }) }),
  });
  const sending = useMutation({
    mutationFn: ({ file, answer }: Preview) => ask("false", { file, digest: answer.digest }),
    onSuccess: ({ applied }) => {
      if (applied) onSent(applied);
      previewing.reset();
      router.refresh();
    },
  });
  return {
    preview: previewing.data ?? null,
    reading: previewing.isPending,
    sending: sending.isPending,
    error: sending.error ?? previewing.error,
    read: (file: File) => {
      sending.reset();
      previewing.mutate(file);
    },
    send: () => {
      if (previewing.data) sending.mutate(previewing.data);
    },
    forget: () => {
      sending.reset();
      previewing.reset();
    },
  };
}
