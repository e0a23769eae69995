import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SideLayout, SideSection } from "@/components/ui/side";
import { generateSpec } from "@/lib/api/spec";
import { env } from "@/lib/platform/env";
import { ApiManual } from "./api-manual";
import { OperationRow } from "./operation-row";
import { readOperations } from "./read-operations";

const idOf = (heading: string) => heading.toLowerCase().replaceAll(" ", "-");

/** The contract, read from the router itself when the page is asked for: it cannot say anything else. */
export async function ApiReference() {
  const [t, contract] = await Promise.all([getTranslations("reference.api"), generateSpec()]);
  const headings = readOperations(contract);
  const side = (
    <SideSection title={t("contents")}>
      <ul>
        {headings.map(([heading, operations]) => (
          <li
            key={heading}
            className="flex items-baseline justify-between gap-4 border-b border-rule py-1.5 max-md:py-2.5"
          >
            <a href={`#${idOf(heading)}`} lang="en">
              {heading}
            </a>
            <span className="count">{operations.length}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4">{t.rich("spec", { a: (chunks) => <a href="/api/v1/spec.json">{chunks}</a> })}</p>
    </SideSection>
  );
  return (
    <>
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <SideLayout label={t("contents")} side={side}>
        <ApiManual origin={env().origin} />
        {headings.map(([heading, operations]) => (
          <Section key={heading} id={idOf(heading)} title={<span lang="en">{heading}</span>} count={operations.length}>
            {operations.map((operation) => (
              <OperationRow key={operation.id} operation={operation} />
            ))}
          </Section>
        ))}
      </SideLayout>
    </>
  );
}
