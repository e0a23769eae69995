"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { findInnerPage, keepsScroll } from "@/lib/platform/i18n/inner-link";

/** Follows every link to a page of ours without leaving this one: links are markup, and this is all the script they have. */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    // On the window, after whatever a page itself does with the click.
    const follow = (event: MouseEvent) => {
      const anchor = event.target instanceof Element && event.target.closest("a[href]");
      if (!(anchor instanceof HTMLAnchorElement)) return;
      const { origin, pathname, search, hash, target } = anchor;
      const leads = { origin, pathname, search, hash, target, download: anchor.hasAttribute("download") };
      const page = findInnerPage(event, leads, location);
      if (page === null) return;
      event.preventDefault();
      router.push(page, { scroll: !anchor.hasAttribute(keepsScroll) });
    };
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [router]);
  return null;
}
