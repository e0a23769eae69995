"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { AbsentAddress } from "@/lib/platform/i18n/here";

const create = () =>
  new QueryClient({
    // What the server just rendered is not asked for again; a change invalidates what it touches.
    defaultOptions: {
      queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false },
      // Without a line an act fails at once and says so: nothing waits unseen to be done later.
      mutations: { retry: false, networkMode: "always" },
    },
  });

type ProvidersProps = { absent: string | null; children: ReactNode };

/** Data that changes under the reader's hand, one client per browser; and the address of a page that is not there. */
export function Providers({ absent, children }: ProvidersProps) {
  const [client] = useState(create);
  return (
    <QueryClientProvider client={client}>
      <AbsentAddress at={absent}>{children}</AbsentAddress>
    </QueryClientProvider>
  );
}
