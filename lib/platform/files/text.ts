import { z } from "zod";
import type { Download } from "../http/download";

const type = "text/plain;charset=utf-8";

/** What an export as plain text answers, as its endpoint declares it. */
export const textDownload = z.file().mime([type]);

export function answerText(context: Download, name: string, text: string): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([text], name, { type });
}
