import { expect, test } from "vitest";
import { findInnerPage } from "./inner-link";

const click = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, defaultPrevented: false };

function linkTo(address: string) {
  const { origin, pathname, search, hash } = new URL(address, "https://concerted.example");
  return { origin, pathname, search, hash, target: "", download: false };
}

const here = linkTo("/en/positions?theme=outreach");
const follow = (address: string, more: object = {}, by: object = {}) =>
  findInnerPage({ ...click, ...by }, { ...linkTo(address), ...more }, here);

test("a plain click on a page of ours is followed, with its question and its place on the page", () => {
  expect(follow("/en")).toBe("/en");
  expect(follow("/fr/agreement?on=2026-01-01#open")).toBe("/fr/agreement?on=2026-01-01#open");
  expect(follow("/en/positions?theme=prevention#top")).toBe("/en/positions?theme=prevention#top");
  expect(follow("/en", { target: "_self" })).toBe("/en");
});

test("a click that asks for a new tab, a window or a file is left to the browser", () => {
  for (const by of ["metaKey", "ctrlKey", "shiftKey", "altKey"]) expect(follow("/en", {}, { [by]: true })).toBeNull();
  expect(follow("/en", {}, { button: 1 })).toBeNull();
  expect(follow("/en", { target: "_blank" })).toBeNull();
  expect(follow("/en", { download: true })).toBeNull();
});

test("a click that the page has taken is not followed", () => {
  expect(follow("/en", {}, { defaultPrevented: true })).toBeNull();
});

test("another site, a file, the API and a place on the same page are left to the browser", () => {
  for (const address of [
    "https://elsewhere.example/en",
    "mailto:desk@concerted.example",
    "/api/v1/positions/export?format=csv",
    "/english",
    "/en/positions?theme=outreach#below",
  ])
    expect(follow(address)).toBeNull();
});
