import { Halt } from "@/bin/steps/halt.mjs";
import { env } from "@/lib/platform/env";
import { tell } from "@/prisma/seed/tell";
import { fromHere } from "./backup/place";
import { takeBackup } from "./backup/take";

await tell(async ([folder, ...more]) => {
  if (!folder || more.length > 0) throw new Halt("Say where to: `npm run -s backup -- FOLDER`.");
  const { file, rows, bytes, digest } = await takeBackup(env().databaseUrl, fromHere(folder));
  return `${file}\t${rows} rows\t${bytes} bytes\tsha256 ${digest}`;
});
