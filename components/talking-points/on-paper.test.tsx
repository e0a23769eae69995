import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Round } from "@/lib/talking-points/schema.rounds";
import { en } from "@/locales/en";
import type { TalkingPointFacts } from "./load-talking-point";
import { PrivateMark } from "./private-mark";
import { RoundSection } from "./round-section";
import { useRoundSteps } from "./use-round-steps";

const organization = {
  ...{ slug: "quiet", name: { en: "Quiet House", fr: "Maison tranquille" }, short: { en: "Quiet", fr: "Tranquille" } },
} as NonNullable<NonNullable<Round["objection"]>["by"]>;
const stoppedBy = (named: boolean) =>
  ({
    ...{ number: 1, version: 2, state: "stopped", endedAt: "2026-10-05T15:00:00.000Z", nextStep: null, result: null },
    objection: { reason: { en: "Too soon.", fr: null }, lift: null, by: organization, named },
    steps: [{ kind: "stopped", version: 2, at: "2026-10-05T15:00:00.000Z", closesAt: null, nextStep: null }],
  }) as unknown as Round;

function htmlOf(children: ReactNode) {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="America/Toronto" now={new Date("2026-10-06T12:00:00Z")}>
      {children}
    </NextIntlClientProvider>,
  );
}

/** What a printer puts on paper: everything but what the screen alone shows. */
const onPaper = (html: string) =>
  html.replace(/<(p|span|li)\b[^>]*class="[^"]*\bno-print\b[^"]*"[^>]*>.*?<\/\1>/gs, "").replace(/<[^>]+>/g, " ");

function Story({ round }: { round: Round }) {
  return useRoundSteps([round]).map(({ key, text }) => <b key={key}>{text}</b>);
}

const pageOf = (round: Round) => (
  <>
    <RoundSection
      facts={
        {
          ...{ point: { slug: "point" }, choice: {} },
          rounds: { rounds: [round], viewer: { opens: [], objects: [], needsFreshSignIn: false }, obstacle: null },
        } as unknown as TalkingPointFacts
      }
    />
    <Story round={round} />
  </>
);

test("whose objection stopped a round is on paper only where members may read it", () => {
  const unnamed = htmlOf(pageOf(stoppedBy(false)));
  expect(unnamed.match(/Quiet House/g)).toHaveLength(2);
  expect(onPaper(unnamed)).not.toContain("Quiet House");
  expect(onPaper(unnamed)).toContain("Stopped by one objection on 5 October 2026.");
  expect(onPaper(unnamed)).toContain("No-objection round stopped by one objection.");
  expect(onPaper(unnamed)).toContain("Too soon.");
  expect(onPaper(htmlOf(pageOf(stoppedBy(true)))).match(/Quiet House/g)).toHaveLength(2);
});

test("a private mark is on no paper", () => {
  const note = {
    clause: "clause-1",
    organization,
    mark: "would_leave",
    text: { en: "We leave.", fr: null },
    amendment: 3,
  };
  const html = htmlOf(<PrivateMark note={note as unknown as Parameters<typeof PrivateMark>[0]["note"]} />);
  expect(html).toContain("We leave.");
  expect(onPaper(html).trim()).toBe("");
});
