/** As much of JSON Schema as our contract uses. */
export type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  format?: string;
  contentMediaType?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
};

const step = "  ";

function describeNumber({ type, minimum, maximum }: Schema): string {
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `from ${minimum}` : "";
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `to ${maximum}` : "";
  return [String(type), least, most].filter(Boolean).join(" ");
}

function describeObject({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = indent + step;
  const lines = Object.entries(properties).map(
    ([name, schema]) => `${inner}${name}${required.includes(name) ? "" : "?"}: ${describeSchema(schema, inner)}`,
  );
  if (typeof additionalProperties === "object" && Object.keys(additionalProperties).length > 0) {
    lines.push(`${inner}[name]: ${describeSchema(additionalProperties, inner)}`);
  }
  return lines.length > 0 ? `{\n${lines.join("\n")}\n${indent}}` : "{}";
}

/** A schema in a few lines that people read: names, kinds, choices; a question mark where a name may be absent. */
export function describeSchema(schema: Schema, indent = ""): string {
  const { type, contentMediaType, format, maxLength } = schema;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map((choice) => describeSchema(choice, indent)))].join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(type)) return type.join(" | ");
  if (type === "object") return describeObject(schema, indent);
  if (type === "array") return `[${describeSchema(schema.items ?? {}, indent)}]`;
  if (type === "integer" || type === "number") return describeNumber(schema);
  if (contentMediaType) return contentMediaType;
  if (type === "string" && format) return `string, ${format}`;
  if (type === "string" && maxLength) return `string, ${maxLength} at most`;
  return type ?? "anything";
}
