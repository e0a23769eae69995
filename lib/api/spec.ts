import "server-only";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { pack } from "@/lib/briefings/schema.pack";
import { paperList } from "@/lib/briefings/schema.papers";
import { officeDetail } from "@/lib/offices/schema";
import { answeredVersion, talkingPointDetail } from "@/lib/talking-points/schema";
import { amendment } from "@/lib/talking-points/schema.amendments";
import { comment } from "@/lib/talking-points/schema.comments";
import { consolidation } from "@/lib/talking-points/schema.consolidation";
import { endorsement, ownEndorsement } from "@/lib/talking-points/schema.endorsements";
import { handout } from "@/lib/talking-points/schema.handout";
import { walkAway } from "@/lib/talking-points/schema.marks";
import { rounds } from "@/lib/talking-points/schema.rounds";
import { version } from "@/lib/talking-points/schema.text";
import { listFiles } from "./csv-export";
import { listEndpoints } from "./endpoints";
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

type Operation = { parameters?: unknown[]; responses?: Record<string, unknown> };

/** Every list leaves as a file too: whole, under the same rights, with a column for each field. */
function offerFile(operation: object | undefined) {
  if (!operation) return;
  const { responses } = operation as Operation;
  const parameters = [...((operation as Operation).parameters ?? []), fileParameter];
  Object.assign(operation, { parameters });
  const ok = responses?.["200"] as { content?: object } | undefined;
  if (ok?.content) Object.assign(ok.content, { "text/csv": { schema: { type: "string" } } });
}

const fileParameter = {
  name: "format",
  in: "query",
  description: "csv: the whole list as a file",
  schema: { type: "string", enum: ["csv"] },
};

/** Answers that many endpoints give: each is written once, and pointed to. */
const shared = {
  TalkingPoint: talkingPointDetail,
  TalkingPointVersion: version,
  AnsweredVersion: answeredVersion,
  Handout: handout,
  Endorsement: endorsement,
  OwnEndorsement: ownEndorsement,
  Amendment: amendment,
  Consolidation: consolidation,
  Comment: comment,
  ClauseMarks: walkAway,
  NoObjectionRounds: rounds,
  Office: officeDetail,
  Pack: pack,
  Papers: paperList,
};

/** The REST contract, made from the router itself. */
export async function generateSpec() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const spec = await generator.generate(router, {
    info: { title: "Concerted", version: "1", license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" } },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
    commonSchemas: Object.fromEntries(
      Object.entries(shared).map(([name, schema]) => [name, { schema, strategy: "output" as const }]),
    ),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "concerted-session" },
      },
    },
  });
  const lists = listEndpoints().filter(({ name }) => listFiles().has(name));
  for (const { path } of lists) offerFile(spec.paths?.[path]?.get);
  for (const methods of Object.values(spec.paths ?? {})) {
    for (const operation of Object.values(methods ?? {})) {
      if (operation && typeof operation === "object" && "responses" in operation) {
        Object.assign(operation.responses ?? {}, { default: problem });
      }
    }
  }
  return spec;
}
