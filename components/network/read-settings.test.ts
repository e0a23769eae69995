import { expect, test } from "vitest";
import { parityRules } from "@/lib/network/constants";
import { readSettingsForm } from "./read-settings";

test.each(parityRules)("the network chooses from when both languages of a text must be equal: %s", (rule) => {
  const form = new FormData();
  form.set("parityRule", rule);
  expect(readSettingsForm(form).parityRule).toBe(rule);
});
