import { Diff } from "@/components/ui/diff";
import { Quote } from "@/components/ui/quote";
import { Margin, RecordText } from "@/components/ui/record-text";
import { Section } from "@/components/ui/section";
import { SideLayout, SideSection } from "@/components/ui/side";
import { Timeline } from "@/components/ui/timeline";

const steps = [
  { key: "1", date: "6 Sept", text: "Version 1 proposed by Prairie Horizon" },
  { key: "2", date: "6 Oct", text: "Version 2: “last resort” moved to its own clause. 11 endorsed it" },
  {
    key: "3",
    date: "14 Oct",
    text: "No-objection round stopped by one objection, from Kettle Rapids",
    mark: "stopped" as const,
  },
  { key: "4", date: "20 Oct", text: "Version 3, material. 8 endorse, 3 are asked again", mark: "now" as const },
];
const before = "It is not a licence for any State to use force on its own.";
const after = "It gives no legal authority for any State to use force on its own.";

export function ShowWording() {
  return (
    <Section title="Words, margin, comparison, history">
      <SideLayout
        side={
          <SideSection title="What we have said">
            <p>38 of 40 propositions, 27 of them public</p>
          </SideSection>
        }
      >
        <div className="grid gap-6 pt-4 md:grid-cols-[minmax(0,1fr)_280px]">
          <RecordText
            lang="en"
            other={{
              lang: "fr",
              text: "La RdP est un cadre pour les Nations Unies et les organisations régionales. Elle n’autorise aucun État à employer la force de son propre chef.",
            }}
          >
            R2P is a framework for the United Nations and regional organizations. It is not a licence for any State to
            use force on its own.
          </RecordText>
          <Margin>
            <p className="font-semibold">Still Waters</p>
            <Quote>Regional bodies may act only under the Charter. We support the clause on that reading.</Quote>
            <Quote lang="fr">La dernière en préférence, pas toujours la dernière dans le temps.</Quote>
            <Diff before={before} after={after} lang="en" />
          </Margin>
        </div>
      </SideLayout>
      <Timeline label="How these words came about" steps={steps} />
      <Timeline label="The same, upright" steps={steps} upright />
    </Section>
  );
}
