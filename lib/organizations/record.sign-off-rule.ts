import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { profileSelect } from "./read.profile-history";
import type { SignOffKind } from "./schema";

/** Stores the profile's previous version before it is overwritten: the history is public to the network. */
export async function storePreviousVersion(tx: Tx, viewer: Viewer, { id, version }: { id: string; version: number }) {
  const before = await tx.organization.findUniqueOrThrow({ where: { id }, select: profileSelect });
  await tx.organizationText.create({
    data: {
      ...{ ...before, organizationId: id, version, until: await readClock(tx) },
      changedById: viewer.personId,
      byToken: viewer.token !== null,
    },
  });
}

/** The sign-off rule becomes another, once as many agreed as the one of before asks for. The row is locked by the caller. */
export async function changeSignOffRule(tx: Tx, viewer: Viewer, id: string, signOffKind: SignOffKind) {
  const { version } = await tx.organization.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await storePreviousVersion(tx, viewer, { id, version });
  await tx.organization.update({ where: { id }, data: { signOffKind, version: { increment: 1 } } });
  const facts = { version: version + 1, changed: "signOffKind" };
  await record(tx, "organization.changed", viewer, `organization/${id}`, facts);
}
