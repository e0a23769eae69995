"use client";

import { useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { usePathname } from "./navigation";
import { signInHref } from "./sign-in-href";

const Absent = createContext<string | null>(null);

/** An address at which nothing is has a page of its own made for it; what was asked for is told from outside. */
export const AbsentAddress = ({ at, children }: { at: string | null; children: ReactNode }) => (
  <Absent value={at}>{children}</Absent>
);

/** Where the reader is: without the language that every address begins with, and with what it asks for. */
export function useHere(): string {
  const path = usePathname();
  const query = useSearchParams().toString();
  const absent = useContext(Absent);
  if (absent !== null && path === "/absent") return absent;
  return query ? `${path}?${query}` : path;
}

/** Through the sign-in page and back to where the reader is, query and language included. */
export const useSignInHref = () => signInHref(useLocale(), useHere());
