import { powers } from "@/lib/organizations/schema";

/** The form's fields as the API's input; an empty one is left out, so that the API reports it as missing. */
export function readGrantForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const pair = (name: string) => {
    const [en, fr] = [text(`${name}.en`), text(`${name}.fr`)];
    return { ...(en && { en }), ...(fr && { fr }) };
  };
  return {
    person: text("person"),
    powers: powers.filter((power) => form.getAll("powers").includes(power)),
    ...(text("reach") === "some" && { themes: form.getAll("themes").map(String) }),
    authorizedBy: pair("authorizedBy"),
    instrument: pair("instrument"),
    instrumentDate: text("instrumentDate"),
    ...(text("expiresOn") && { expiresOn: text("expiresOn") }),
  };
}
