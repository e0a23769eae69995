import { StanceCards } from "@/components/stances/stance-cards";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { FileDrop } from "@/components/ui/file-drop";
import { LanguagePair } from "@/components/ui/language-pair";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

const themes = [
  { value: "", label: "All 12 themes" },
  { value: "prevention", label: "Prevention" },
];
const mistake = "Name the words it qualifies. What you typed is kept.";

export function ShowFields() {
  return (
    <Section title="Record a stance">
      <div className="grid gap-5 pt-4">
        <FieldErrors errors={[{ field: "reservation", message: mistake }]} />
        <StanceCards
          name="stance"
          label="What is your organization’s stance?"
          hint="It stays a draft until a signatory signs it off."
          defaultValue="support_with_reservation"
        />
        <TextArea
          name="reservation"
          label="Reservation"
          hint="In either language, 150 words at most. It travels with the text."
          wordLimit={150}
          words
          defaultValue="We support this."
          error={mistake}
        />
        <LanguagePair
          label="Reasons"
          hint="One language is enough; the other can follow."
          en={<TextArea name="rationale.en" label="English" lang="en" optional counted words />}
          fr={<TextArea name="rationale.fr" label="Français" lang="fr" optional counted words />}
        />
        <TextField name="address" label="E-mail" type="email" hint="A link is sent to it." autoComplete="off" />
        <TextField name="fixed" label="Organization" readOnly defaultValue="Red Cedar Women and Peace Circle" />
        <Select name="theme" label="Theme" options={themes} optional />
        <DateField name="review" label="Review date" defaultValue="2027-11-24" />
        <div>
          <Checkbox
            name="agree"
            label="Listed to the public"
            hint="Visitors see the name, never a stance."
            defaultChecked
          />
          <Checkbox name="other" label="Send me a copy" />
          <Switch name="live" label="Show live counts" defaultChecked />
          <Switch name="quiet" label="Keep the margin folded" />
        </div>
        <FileDrop
          name="file"
          label="Positions as CSV"
          hint="Nothing is changed before you have seen every row."
          optional
        />
      </div>
    </Section>
  );
}
