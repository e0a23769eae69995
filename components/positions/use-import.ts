"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { ImportAnswer } from "@/lib/positions/schema.files";

const often = 400;

type Preview = { file: File; answer: ImportAnswer };

/** Previews a file first; exactly what was previewed is then applied. */
export function useImport(organization: string, onApplied: (drafts: number) => void) {
  const router = useRouter();
  const [run, setRun] = useState<string | null>(null);
  const previewing = useMutation({
    mutationFn: async (file: File): Promise<Preview> => ({
      file,
      answer: await api.positions.import.call({ query: { preview: "true" }, body: { organization, file } }),
    }),
  });
  const applied = useMutation({
    mutationFn: ({ file, answer }: Preview) => {
      const id = crypto.randomUUID();
      setRun(id);
      const body = { organization, file, digest: answer.digest, run: id };
      return api.positions.import.call({ query: { preview: "false" }, body });
    },
    onSettled: () => setRun(null),
    onSuccess: ({ applied }) => {
      onApplied(applied?.drafts ?? 0);
      previewing.reset();
      router.refresh();
    },
  });
  return {
    preview: previewing.data ?? null,
    reading: previewing.isPending,
    writing: applied.isPending,
    error: applied.error ?? previewing.error,
    done: useProgress(run),
    read: (file: File) => {
      applied.reset();
      previewing.mutate(file);
    },
    apply: () => {
      if (previewing.data) applied.mutate(previewing.data);
    },
    forget: () => {
      applied.reset();
      previewing.reset();
    },
  };
}

/** How far the writing has come, asked for while it goes on. Nothing is known of it before it has begun. */
function useProgress(run: string | null): number {
  const [done, setDone] = useState(0);
  useEffect(() => {
    setDone(0);
    if (run === null) return;
    const timer = setInterval(() => {
      api.positions.importProgress.call({ id: run }).then(
        (it) => setDone(it.done),
        () => {},
      );
    }, often);
    return () => clearInterval(timer);
  }, [run]);
  return done;
}
