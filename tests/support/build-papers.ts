import { transact } from "@/lib/platform/db/client";
import { dropContent, storeFile } from "@/lib/platform/files/stored";

type PaperOptions = {
  id?: string;
  briefingId: string;
  organizationId: string;
  itemId?: string;
  titleEn?: string;
  titleFr?: string;
  name?: string;
  content?: string;
  withdrawn?: boolean;
};

/** A paper as if it had been handed in, or handed in and withdrawn. */
export const addPaperRow = ({ briefingId, organizationId, ...options }: PaperOptions) =>
  transact(async (tx) => {
    const { name = "paper.txt", content = "A paper", titleEn = "A paper", titleFr = null } = options;
    const fileId = await storeFile(tx, { name, type: "txt", bytes: new TextEncoder().encode(content) });
    const at = new Date();
    const withdrawnAt = options.withdrawn ? at : null;
    if (withdrawnAt) await dropContent(tx, fileId);
    return tx.briefingPaper.create({
      data: {
        ...{ briefingId, organizationId, itemId: options.itemId ?? null, fileId, titleEn, titleFr },
        ...(options.id && { id: options.id }),
        ...{ languages: ["en"], createdAt: at, withdrawnAt },
      },
    });
  });
