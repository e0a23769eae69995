import { type FormValues, listed } from "@/components/forms/saved-values";
import type { BriefingDetail, FrameInput, PlanInput } from "@/lib/briefings/schema";

type Frame = Pick<
  BriefingDetail,
  "title" | "purpose" | "place" | "minutes" | "zone" | "quorum" | "cadence" | "kind" | "attribution" | "invitees"
>;

/** What a form begins with where nothing is known yet. */
export const emptyValues = (host: string, zone: string): FormValues => ({
  ...{ kind: "civil_society", host, attribution: "", minutes: "90", zone, quorum: "", cadence: "" },
  ...{ "title.en": "", "title.fr": "", "purpose.en": "", "purpose.fr": "", "place.en": "", "place.fr": "" },
  ...{ dueOn: "", lastHeldOn: "", callClosesOn: "", invite: "all", organizations: "", offices: "" },
  ...{ caucus: "", "caucus.attribution": "chatham_house", "caucus.minutes": "60" },
  ...{ debrief: "", "debrief.attribution": "decisions_only", "debrief.minutes": "45" },
});

/** The frame of a meeting, to be changed or to be that of the next one. */
export function valuesOf(briefing: Frame & Pick<BriefingDetail, "host">): FormValues {
  const { title, purpose, place, quorum, invitees } = briefing;
  const texts = { title, purpose, place };
  return {
    ...emptyValues(briefing.host.slug, briefing.zone),
    ...{ kind: briefing.kind, attribution: briefing.attribution, minutes: String(briefing.minutes) },
    ...{ quorum: quorum === null ? "" : String(quorum), cadence: briefing.cadence ?? "" },
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([name, { en, fr }]) => [
        [`${name}.en`, en ?? ""],
        [`${name}.fr`, fr ?? ""],
      ]),
    ),
    invite: "some",
    organizations: invitees.organizations.map(({ slug }) => slug).join(" "),
    offices: invitees.offices.map(({ slug }) => slug).join(" "),
  };
}

/** The days and parts of a meeting are its own: the next one has others. */
export const valuesOfChange = (briefing: BriefingDetail): FormValues => ({
  ...valuesOf(briefing),
  ...{ dueOn: briefing.dueOn ?? "", lastHeldOn: briefing.lastHeldOn ?? "" },
  callClosesOn: briefing.callClosesOn ?? "",
});

export function valuesOfNext(briefing: BriefingDetail): FormValues {
  const parts = briefing.sequence.flatMap(({ part, attribution, minutes }) =>
    part === "caucus" || part === "debrief"
      ? [
          [part, "true"],
          [`${part}.attribution`, attribution],
          [`${part}.minutes`, String(minutes)],
        ]
      : [],
  );
  return { ...valuesOf(briefing), ...Object.fromEntries(parts) };
}

const text = (values: FormValues, name: string) => {
  const [en, fr] = [values[`${name}.en`]?.trim(), values[`${name}.fr`]?.trim()];
  return { ...(en && { en }), ...(fr && { fr }) };
};

const number = (value: string | undefined) => (value?.trim() ? Number(value) : Number.NaN);

/** What was typed, as the API takes it: a number that is none is sent as such, and named by the answer. */
export function toFrame(values: FormValues): Omit<FrameInput, "id"> {
  const part = (name: "caucus" | "debrief") =>
    values[name] === "true" && {
      [name]: { attribution: values[`${name}.attribution`], minutes: number(values[`${name}.minutes`]) },
    };
  const government = values.kind === "government";
  return {
    ...{ title: text(values, "title"), purpose: text(values, "purpose"), place: text(values, "place") },
    ...{ minutes: number(values.minutes), zone: values.zone },
    quorum: values.quorum?.trim() ? Number(values.quorum) : null,
    cadence: (values.cadence || null) as FrameInput["cadence"],
    ...(values.invite === "some" && { organizations: listed(values, "organizations") }),
    ...(government && { offices: listed(values, "offices"), ...part("caucus"), ...part("debrief") }),
  } as Omit<FrameInput, "id">;
}

export function toPlan(values: FormValues, follows: string | null): PlanInput {
  const { dueOn, lastHeldOn, callClosesOn } = values;
  return {
    ...toFrame(values),
    ...{ host: values.host, kind: values.kind, attribution: values.attribution || undefined },
    ...(dueOn && { dueOn }),
    ...(callClosesOn && { callClosesOn }),
    ...(lastHeldOn && { lastHeldOn }),
    ...(follows && { follows }),
  } as PlanInput;
}

/** Days that were not touched are not sent: the due day then follows another cadence. */
export function toChange(values: FormValues, before: FormValues, id: string): FrameInput {
  const days = (["dueOn", "lastHeldOn", "callClosesOn"] as const).filter((name) => values[name] !== before[name]);
  const frame = toFrame(values);
  if (values.organizations === before.organizations && values.invite === before.invite) delete frame.organizations;
  if (values.offices === before.offices) delete frame.offices;
  return { id, ...frame, ...Object.fromEntries(days.map((name) => [name, values[name] || null])) };
}
