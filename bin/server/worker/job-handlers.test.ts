import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ActivityKinds } from "@/lib/activity/schema";
import { crontab, notices, parts, taskList } from "./job-handlers";

const root = path.resolve(import.meta.dirname, "../../..");

/** What every noun declares, wherever there is one. */
async function readDeclared(): Promise<[kind: string, notifies: boolean][]> {
  const files = readdirSync(path.join(root, "lib"))
    .map((noun) => path.join(root, "lib", noun, "activity.ts"))
    .filter((file) => existsSync(file));
  expect(files.length).toBeGreaterThan(7);
  const all = await Promise.all(files.map((file) => import(file) as Promise<{ kinds: ActivityKinds }>));
  return all.flatMap(({ kinds }) =>
    Object.entries(kinds).map(([kind, { notifies }]) => [kind, notifies] as [string, boolean]),
  );
}

test("each kind of activity is declared by one noun", async () => {
  const names = (await readDeclared()).map(([kind]) => kind);
  expect(names.length).toBeGreaterThan(60);
  expect(new Set(names).size).toBe(names.length);
});

test("the worker knows whom each activity that notifies concerns, and of no other", async () => {
  const notifying = (await readDeclared()).filter(([, notifies]) => notifies).map(([kind]) => kind);
  expect(Object.keys(notices).sort()).toEqual(notifying.sort());
});

test("each job has one piece of work, and what comes each night is one of them", () => {
  const names = parts.flatMap(({ jobs }) => Object.keys(jobs));
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(taskList).sort()).toEqual(names.sort());
  const nightly = crontab.split("\n").map((line) => line.split(" ")[5] ?? "");
  expect(nightly.sort()).toEqual(
    [
      ...["complete_recoveries", "describe_studies", "keep_record_head", "refresh_concealed"],
      ...["remind_of_expiring_mandates", "remind_of_reviews", "sweep", "advance_rounds", "note_red_lines"],
      ...["compare_clocks", "delete_logistics", "keep_invitations"],
    ].sort(),
  );
  for (const name of nightly) expect(taskList).toHaveProperty(name);
});
