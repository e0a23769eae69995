"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ErrorBlock } from "@/components/ui/error-block";
import { Progress } from "@/components/ui/progress";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { Study } from "@/lib/studies/schema";

type StudyProgressProps = Pick<Study, "slug" | "state" | "done">;

const often = 700;

/** How far the description has come; the page reads itself anew once it is there. */
export function StudyProgress({ slug, ...before }: StudyProgressProps) {
  const t = useTranslations("studies");
  const router = useRouter();
  const [now, setNow] = useState(before);
  useEffect(() => {
    if (now.state === "ready" || now.state === "failed") return;
    const timer = setInterval(() => {
      api.studies.progress.call({ slug }).then(
        (it) => {
          setNow(it);
          if (it.state === "ready") router.refresh();
        },
        () => {},
      );
    }, often);
    return () => clearInterval(timer);
  }, [slug, now.state, router]);
  if (now.state === "failed") return <ErrorBlock title={t("failed")} />;
  return (
    <div className="grid gap-2 py-6">
      <Progress label={t(now.state === "waiting" ? "waiting" : "computing")} done={now.done} total={100} />
      <p className="text-small text-ink-2">{t("waitingHint")}</p>
    </div>
  );
}
