import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Where the way in has nothing to lead back to: pages whose link is spent, and the list of pages that are passed through. */
const plain = [
  "components/organizations/confirm-application-view.tsx",
  "components/organizations/confirm-application.tsx",
  "components/organizations/invitation-view.tsx",
];

const sources = ["app", "components"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));

test("no page links to signing in, or sends anybody there, without the page that was asked for", () => {
  const bare = sources.filter((file) =>
    /(?:href|pathname)[=:{\s]*["'`]\/sign-in["'`?]/.test(readFileSync(file, "utf8")),
  );
  // The page that says why an organization's sign-in led nowhere names the page that was asked for itself.
  expect(bare.filter((file) => !file.endsWith("/sign-in-refused-view.tsx")).sort()).toEqual(plain);
});
