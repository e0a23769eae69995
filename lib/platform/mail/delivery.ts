import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "../env";

/** A calendar that goes with a mail, and what a reader is asked to do with it: the METHOD that stands in it. */
export type MailCalendar = { method: "REQUEST" | "CANCEL"; content: string };

type Mail = { to: string; subject: string; text: string; messageId: string; calendar?: MailCalendar };
type OutboxMail = Mail & { at: string };

const outbox = () => path.join(env().dataDirectory, "outbox");

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

let transport: Transporter | undefined;

const lineEnds = /\r\n?|[\u2028\u2029]/g;

const toLines = (text: string) =>
  text
    .replace(lineEnds, "\n")
    .split("\n")
    .map((line) => line.trim());

/** A mail as it goes out. A text from before may hold a lone carriage return, which some programs take for the end of a header. */
const toPlain = (mail: Mail): Mail => ({
  ...mail,
  subject: toLines(mail.subject).join(" ").trim(),
  text: mail.text.replace(lineEnds, "\n"),
});

/** Hands a mail to the SMTP server, or lays it in the outbox on disk where none is configured. */
export async function deliver(given: Mail) {
  const mail = toPlain(given);
  const { smtpUrl, mailFrom } = env();
  if (!smtpUrl) return writeToOutbox(mail);
  transport ??= createTransport({ url: smtpUrl, disableFileAccess: true, disableUrlAccess: true, ...timeouts });
  try {
    await transport.sendMail({ ...toSmtp(mail), from: mailFrom, headers: { "Auto-Submitted": "auto-generated" } });
  } catch (error) {
    throw new MailNotSent(error);
  }
}

/** Without its method a request would be taken for a calendar to read, and nobody be asked. */
const toSmtp = ({ calendar, ...mail }: Mail) =>
  calendar ? { ...mail, icalEvent: { ...calendar, filename: calendarFile } } : mail;

const calendarFile = "meeting.ics";

/** A mail that did not go out, told by codes alone: what a server answers may name the address. */
export class MailNotSent extends Error {
  override name = "MailNotSent";
  readonly code: string;
  /** The server will never take this mail for this mailbox. */
  readonly forever: boolean;

  constructor(cause: unknown) {
    const { code, responseCode, command } = cause as { code?: string; responseCode?: number; command?: string };
    super("a mail was not sent");
    this.code = [code ?? "unknown", responseCode].filter(Boolean).join("-");
    const ofThisMail = command === "RCPT TO" || command === "DATA";
    this.forever = ofThisMail && (responseCode ?? 0) >= 500;
  }
}

/**
 * The same at every attempt, so that a mailbox that got a mail twice shows it once, and never again for another one:
 * after a restore, jobs are numbered anew from an earlier moment.
 */
export const toMessageId = (what: string, job: { id: string; created_at: Date }) =>
  `<${what}.${job.id}.${job.created_at.getTime().toString(36)}@${new URL(env().origin).hostname}>`;

async function writeToOutbox(mail: Mail) {
  await mkdir(outbox(), { recursive: true, mode: 0o700 });
  const at = new Date().toISOString();
  const file = path.join(outbox(), `${at.replaceAll(":", "-")}-${randomUUID()}.json`);
  // Written aside, then named: a reader never sees half a mail.
  await writeFile(`${file}.part`, JSON.stringify({ ...mail, at }), { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** The mails that lie in the outbox, by the names of their files: newest first, as the names begin with the moment. */
export async function listKeptMails(): Promise<string[]> {
  const names = await readdir(outbox()).catch(() => []);
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse();
}

export const readKeptMail = async (name: string) =>
  JSON.parse(await readFile(path.join(outbox(), name), "utf8")) as OutboxMail;

/** So many of them, from the newest on. */
export async function readOutbox(offset: number, limit: number): Promise<{ mails: OutboxMail[]; total: number }> {
  const kept = await listKeptMails();
  return { mails: await Promise.all(kept.slice(offset, offset + limit).map(readKeptMail)), total: kept.length };
}

/** Throws away every mail that lies here: they belong to a demonstration that is over. */
export const emptyOutbox = () => rm(outbox(), { recursive: true, force: true });
