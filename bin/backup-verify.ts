import { Halt } from "@/bin/steps/halt.mjs";
import { tell } from "@/prisma/seed/tell";
import { checkFile } from "./backup/file";
import { findTarget, fromHere } from "./backup/place";
import { rebuild } from "./backup/rebuild";
import { openTemporary } from "./backup/temporary";

await tell(async ([name, ...more]) => {
  if (!name || more.length > 0) throw new Halt("Say which file: `npm run -s backup:verify -- FILE`.");
  const file = fromHere(name);
  // A broken file is known as such before a server starts for it.
  await checkFile(file);
  const place = await openTemporary(findTarget());
  try {
    const { tables, rows } = await rebuild(file, place);
    return `${tables} tables, ${rows} rows, chain whole`;
  } finally {
    await place.close();
  }
});
