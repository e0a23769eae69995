import "server-only";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { router } from "./router";

const problem = {
  description: "A problem, as in RFC 9457",
  content: {
    "application/problem+json": {
      schema: {
        type: "object" as const,
        required: ["type", "title", "status", "detail"],
        properties: {
          type: { type: "string" as const },
          title: { type: "string" as const },
          status: { type: "integer" as const },
          detail: { type: "string" as const },
          errors: {
            type: "object" as const,
            additionalProperties: { type: "array" as const, items: { type: "string" as const } },
          },
        },
      },
    },
  },
};

/** The REST contract, made from the router itself. */
export async function generateSpec() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const spec = await generator.generate(router, {
    info: { title: "Concerted", version: "1", license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" } },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "concerted-session" },
      },
    },
  });
  for (const methods of Object.values(spec.paths ?? {})) {
    for (const operation of Object.values(methods ?? {})) {
      if (operation && typeof operation === "object" && "responses" in operation) {
        Object.assign(operation.responses ?? {}, { default: problem });
      }
    }
  }
  return spec;
}
