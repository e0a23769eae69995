import { useTranslations } from "next-intl";
import { Stamp } from "@/components/ui/stamp";
import { describeSchema, type Schema } from "./describe-schema";
import type { Operation, Parameter } from "./read-operations";

/** A shape of one line stands open; a longer one unfolds. */
function Shape({ label, schema }: { label: string; schema: Schema }) {
  const words = describeSchema(schema);
  if (!words.includes("\n")) {
    return (
      <p className="mt-2 text-small">
        {label}{" "}
        <span className="code" lang="en">
          {words}
        </span>
      </p>
    );
  }
  return (
    <details className="mt-2">
      <summary className="cursor-pointer py-1 text-small font-semibold text-pen max-md:py-3">{label}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls can be reached by keyboard */}
      <pre tabIndex={0} className="code overflow-x-auto border-l border-rule py-1 pl-4 whitespace-pre-wrap" lang="en">
        {words}
      </pre>
    </details>
  );
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  const t = useTranslations("reference.api");
  if (parameters.length === 0) return null;
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1 text-small md:grid-cols-[minmax(112px,auto)_minmax(0,1fr)]">
      {parameters.map(({ name, place, required, schema }) => (
        <div key={`${place} ${name}`} className="md:contents">
          <dt>
            <code className="font-semibold">{name}</code>
          </dt>
          <dd className="text-ink-2">
            <span className="code" lang="en">
              {describeSchema(schema)}
            </span>
            {(place !== "query" || required) && (
              <span className="text-ink-3"> {place === "path" ? t("inPath") : t("required")}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One address and method: what it is for, what it takes, what it answers. */
export function OperationRow({ operation }: { operation: Operation }) {
  const t = useTranslations("reference.api");
  const { id, method, path, summary, open, parameters, body, answer } = operation;
  return (
    <article id={id} className="break-inside-avoid border-b border-rule py-4 target:bg-pen-wash">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 text-body">
          <code className="text-table font-semibold break-words">
            {method} {path}
          </code>
        </h3>
        <Stamp>{open ? t("open") : t("account")}</Stamp>
      </div>
      <p lang="en" className="mt-1">
        {summary}
      </p>
      <Parameters parameters={parameters} />
      {body && <Shape label={t("body")} schema={body} />}
      {answer && <Shape label={t("answer", { status: answer.status })} schema={answer.schema} />}
    </article>
  );
}
