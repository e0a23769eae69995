import type { Canaries } from "./canaries";
import type { Decision } from "./columns";
import type { CanaryWorld } from "./world";

type Named = { id: string; slug: string };

/** Whose content is planted, and who writes it. */
export type Planting = { canaries: Canaries; owner: Named; representative: { id: string } };

/** What a noun adds to the leak sweeps: `tests/support/nouns/<noun>.canary.ts`. */
export type CanaryPart = {
  /** Who may read each of its columns that can hold words. */
  columns: Record<string, Decision>;
  /** What fills the names in the addresses of its endpoints that read. */
  addresses?: Record<string, (world: CanaryWorld) => Record<string, string>[]>;
  /** Before anybody looks; for the organization's own people or for nobody; for the network. */
  plantBefore?: (planting: Planting) => Promise<void>;
  plantAtHome?: (planting: Planting) => Promise<void>;
  plantForNetwork?: (planting: Planting) => Promise<void>;
};
