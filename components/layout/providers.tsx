"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

const create = () =>
  new QueryClient({
    // What the server just rendered is not asked for again; a change invalidates what it touches.
    defaultOptions: {
      queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false },
      // Without a line an act fails at once and says so: nothing waits unseen to be done later.
      mutations: { retry: false, networkMode: "always" },
    },
  });

/** Data that changes under the reader's hand; one client per browser. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(create);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
