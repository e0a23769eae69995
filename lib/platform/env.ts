import "server-only";
import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { trafficLimits } from "./http/traffic-limits.mjs";

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

const sample = /^(changeme|change-me|secret|example)/i;

const limit = z.coerce.number().int().min(1);

const shape = z
  .object({
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().min(1).optional(),
    APP_ORIGIN: z.url().optional(),
    AUTH_SECRET: z.string().min(32, "must be at least 32 characters"),
    BACKUP_KEY: z.string().min(32, "must be at least 32 characters").optional(),
    CONCERTED_DATA_DIR: z.string().optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, "must be an smtp:// or smtps:// address")
      .optional(),
    MAIL_FROM: z.string().optional(),
    SECURITY_CONTACT: z
      .string()
      .regex(/^(mailto:|https:)/, "must be a mailto: or https: address")
      .optional(),
    // Read by bin/server/web, which starts before anything here can be asked; what is wrong with them is said here all the same.
    RATE_PER_ACCOUNT: limit.default(trafficLimits.requestsPerAccount),
    RATE_PER_ADDRESS: limit.default(trafficLimits.requestsPerAddress),
    IN_FLIGHT_PER_ACCOUNT: limit.default(trafficLimits.inFlightPerAccount),
    IN_FLIGHT_PER_ADDRESS: limit.default(trafficLimits.inFlightPerAddress),
    MOST_IN_FLIGHT: limit.default(trafficLimits.inFlightPerNode),
    RATE_EXPORTS: z.coerce.number().int().min(1).default(10),
    RATE_SIGN_IN_PER_ACCOUNT: z.coerce.number().int().min(1).default(5),
    RATE_SIGN_IN_PER_ADDRESS: z.coerce.number().int().min(1).default(30),
    LONGEST_ANSWER_SECONDS: z.coerce.number().min(1).optional(),
    TRUSTED_PROXIES: z
      .string()
      .refine((list) => list.split(",").every((it) => isIP(it.trim()) > 0), "must be addresses, by commas")
      .optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  // Every server knows that secret; a seal that all of them can make shows nothing.
  .refine(({ AUTH_SECRET, BACKUP_KEY }) => AUTH_SECRET !== BACKUP_KEY, {
    path: ["BACKUP_KEY"],
    message: "must be another than AUTH_SECRET",
  })
  .refine(({ BACKUP_KEY }) => !BACKUP_KEY || !sample.test(BACKUP_KEY), {
    path: ["BACKUP_KEY"],
    message: "is a sample value",
  })
  .transform((raw) => ({
    databaseUrl: raw.DATABASE_URL,
    origin: new URL(raw.APP_ORIGIN ?? `http://localhost:${raw.PORT}`).origin,
    secret: raw.AUTH_SECRET,
    /** What backups are sealed with. Whoever makes and checks them has it; the servers need none. */
    backupKey: raw.BACKUP_KEY,
    dataDirectory: path.resolve(raw.CONCERTED_DATA_DIR ?? ".data"),
    smtpUrl: raw.SMTP_URL,
    mailFrom: raw.MAIL_FROM ?? "Concerted <no-reply@localhost>",
    securityContact: raw.SECURITY_CONTACT,
    /** How often: exports in an hour, sign-in links in a quarter of an hour. */
    rates: {
      exports: raw.RATE_EXPORTS,
      signInPerAccount: raw.RATE_SIGN_IN_PER_ACCOUNT,
      signInPerAddress: raw.RATE_SIGN_IN_PER_ADDRESS,
    },
    logLevel: raw.LOG_LEVEL,
    /** Only a server that nobody else can reach may show the demonstration people's sign-in. */
    onThisMachineOnly:
      raw.HOST !== undefined &&
      loopback.test(raw.HOST) &&
      loopback.test(new URL(raw.APP_ORIGIN ?? "http://localhost").hostname),
    given: { origin: raw.APP_ORIGIN !== undefined, mailFrom: raw.MAIL_FROM !== undefined },
  }));

type Env = z.output<typeof shape>;

let read: Env | undefined;

/** What the operator set wrong, or did not set. */
export class ConfigurationError extends Error {}

/** The configuration, checked once. What is wrong is said by name; values are never printed. */
export function env(): Env {
  if (read) return read;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path: [name = ""], message }) => {
      const absent = given[String(name)] === undefined;
      return `${String(name)}: ${absent ? "must be set" : message}`;
    });
    throw new ConfigurationError(`Configuration: ${wrong.join("; ")}`);
  }
  read = parsed.data;
  return read;
}

/**
 * Ends the program where its configuration cannot be meant, before it opens anything: with one line that says what is wrong,
 * and a code that is not 0. Thrown into Next, the same would leave a server that listens and answers nothing.
 */
export function requireConfiguration(findObstacles: () => string[] = findServingObstacles) {
  const end = (message: string) => {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  };
  try {
    const obstacles = findObstacles();
    if (obstacles.length > 0) end(`Configuration: ${obstacles.join("; ")}`);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    end(error.message);
  }
}

/** What stops a server that others can reach from starting. On this machine alone, a newcomer's defaults serve. */
export function findServingObstacles(): string[] {
  const { onThisMachineOnly, given, origin, smtpUrl, secret } = env();
  if (onThisMachineOnly) return [];
  return [
    ...(given.origin ? [] : ["APP_ORIGIN: must be set where others can reach the server"]),
    ...(origin.startsWith("https://") ? [] : ["APP_ORIGIN: must be https where others can reach the server"]),
    ...(smtpUrl ? [] : ["SMTP_URL: must be set where others can reach the server"]),
    ...(given.mailFrom ? [] : ["MAIL_FROM: must be set where others can reach the server"]),
    ...(sample.test(secret) ? ["AUTH_SECRET: is a sample value"] : []),
  ];
}
