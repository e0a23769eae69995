import { powers } from "@/lib/organizations/schema";

const textIn = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** On whose authority, by what and when; an empty field is left out, so that the API reports it as missing. */
export function readAuthority(form: FormData) {
  const pair = (name: string) => {
    const [en, fr] = [textIn(form, `${name}.en`), textIn(form, `${name}.fr`)];
    return { ...(en && { en }), ...(fr && { fr }) };
  };
  return {
    authorizedBy: pair("authorizedBy"),
    instrument: pair("instrument"),
    instrumentDate: textIn(form, "instrumentDate"),
  };
}

/** The form's fields as the API's input; an empty one is left out, so that the API reports it as missing. */
export function readGrantForm(form: FormData) {
  const text = (name: string) => textIn(form, name);
  return {
    person: text("person"),
    powers: powers.filter((power) => form.getAll("powers").includes(power)),
    ...(text("reach") === "some" && { themes: form.getAll("themes").map(String) }),
    ...readAuthority(form),
    ...(text("expiresOn") && { expiresOn: text("expiresOn") }),
  };
}
