"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { MarkedText } from "@/lib/talking-points/schema.word";

type Preview = { file: File; onBehalfOf: string; answer: MarkedText };

/** Previews a marked file first; exactly what was previewed and left chosen is then stored. */
export function useMarked(slug: string, onStored: (counts: { amendments: number; comments: number }) => void) {
  const router = useRouter();
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const previewing = useMutation({
    mutationFn: async ({ file, onBehalfOf }: Omit<Preview, "answer">): Promise<Preview> => ({
      ...{ file, onBehalfOf },
      answer: await api.talkingPoints.word.marked.call({
        ...{ params: { id: slug }, query: { preview: "true" }, body: { onBehalfOf, file } },
      }),
    }),
  });
  const storing = useMutation({
    mutationFn: ({ file, onBehalfOf, answer: { digest } }: Preview) =>
      api.talkingPoints.word.marked.call({
        ...{ params: { id: slug }, query: { preview: "false" } },
        body: { onBehalfOf, file, digest, leaveOut: [...leftOut].join(",") },
      }),
    onSuccess: ({ applied }) => {
      if (applied) onStored(applied);
      previewing.reset();
      router.refresh();
    },
  });
  return {
    preview: previewing.data ?? null,
    reading: previewing.isPending,
    storing: storing.isPending,
    error: storing.error ?? previewing.error,
    leftOut,
    choose: (row: number, taken: boolean) =>
      setLeftOut((before) => new Set(taken ? [...before].filter((it) => it !== row) : [...before, row])),
    read: (file: File, onBehalfOf: string) => {
      storing.reset();
      setLeftOut(new Set());
      previewing.mutate({ file, onBehalfOf });
    },
    store: () => {
      if (previewing.data) storing.mutate(previewing.data);
    },
    forget: () => {
      storing.reset();
      previewing.reset();
    },
  };
}
