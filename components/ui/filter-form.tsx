"use client";

import type { ComponentProps } from "react";
import { usePathname, useRouter } from "@/lib/platform/i18n/navigation";

/** A GET form that goes to its address as soon as something is chosen, keeping the place on the page; empty choices leave no trace. */
export function FilterForm(props: ComponentProps<"form">) {
  const router = useRouter();
  const path = usePathname();
  const go = (form: HTMLFormElement) => {
    const chosen = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== "") as [
      string,
      string,
    ][];
    const query = new URLSearchParams(chosen).toString();
    router.push(query ? `${path}?${query}` : path, { scroll: false });
  };
  return (
    <form
      {...props}
      onChange={(event) => go(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget);
      }}
    />
  );
}
