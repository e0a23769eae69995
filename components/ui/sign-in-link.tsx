"use client";

import type { ReactNode } from "react";
import { useSignInHref } from "@/lib/platform/i18n/here";
import { Link } from "./link";

/** The way in, and back to the page it stands on. */
export function SignInLink({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <Link href={useSignInHref()} className={className}>
      {children}
    </Link>
  );
}
