import type { EnteredKind } from "@/lib/network/constants";
import type { EnteredClosing } from "@/lib/network/schema.closing-days";

/** The form as the API's input. An empty date is sent as it is, so that the error names its field; one day alone is its own last. */
export function readClosingForm(form: FormData, kind: EnteredKind): EnteredClosing {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const provinces = form.getAll("provinces").map(String) as EnteredClosing["provinces"];
  return {
    ...{ kind, firstOn: text("firstOn"), lastOn: text("lastOn") || text("firstOn") },
    name: { en: text("name.en"), fr: text("name.fr") },
    provinces: kind === "provincial" ? provinces : [],
  };
}
