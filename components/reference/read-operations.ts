import { publicProcedures } from "@/lib/api/procedure-options";
import type { Schema } from "./describe-schema";

type Content = Record<string, { schema?: Schema }>;
type RawOperation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content?: Content };
  responses?: Record<string, { content?: Content }>;
};
type Spec = { paths?: Record<string, Record<string, RawOperation>> };

export type Parameter = { name: string; place: string; required: boolean; schema: Schema };
export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Anyone may call it, without an account. */
  open: boolean;
  parameters: Parameter[];
  body: Schema | null;
  /** What it answers when all went well; null where that is nothing. */
  answer: { status: string; schema: Schema } | null;
};

const firstSchema = (content: Content | undefined) => Object.values(content ?? {})[0]?.schema ?? null;

function answerOf(responses: RawOperation["responses"] = {}) {
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
  const schema = firstSchema(response?.content);
  return status && schema ? { status, schema } : null;
}

/** The contract as a page shows it: every operation once, under its heading, in the contract's order. */
export function readOperations(contract: unknown): [heading: string, operations: Operation[]][] {
  const headings = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries((contract as Spec).paths ?? {})) {
    for (const [method, raw] of Object.entries(methods)) {
      const heading = raw.tags?.[0] ?? "";
      const operation: Operation = {
        id: raw.operationId ?? `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        summary: raw.summary ?? "",
        open: publicProcedures.includes(raw.operationId ?? ""),
        parameters: (raw.parameters ?? []).map(({ name, in: place, required = false, schema = {} }) => ({
          name,
          place,
          required,
          schema,
        })),
        body: firstSchema(raw.requestBody?.content),
        answer: answerOf(raw.responses),
      };
      headings.set(heading, [...(headings.get(heading) ?? []), operation]);
    }
  }
  return [...headings];
}
