import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What the server does with one mail. The last two hang up after DATA: one had taken the mail by then, one had not. */
export type Conduct = "take" | "laterAtSender" | "laterAtRecipient" | "laterAtData" | "takeAndHangUp" | "hangUp";

export type Arrived = { to: string; messageId: string; subject: string; raw: string; conduct: Conduct };

type Options = {
  /** What to do with the next mail. */
  conduct?: () => Conduct;
  /** A mailbox that is refused for ever. */
  refused?: string;
  /** Called when a mail was read, and awaited before it is answered. */
  onData?: () => void | Promise<void>;
};

const answer = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
const headerOf = (raw: string, name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(raw)?.[1]?.trim() ?? "";

/** A real SMTP server on a loopback port, as good or bad as it is told to be. Stays on its port when it opens again. */
export async function startMailServer({ conduct = () => "take", refused, onData }: Options = {}) {
  const arrived: Arrived[] = [];
  const conducts = new Map<string, Conduct>();
  const attempts = { count: 0 };
  const conductOf = (session: SMTPServerSession) => conducts.get(session.id) ?? "take";

  const make = () => {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      closeTimeout: 100,
      onMailFrom(_, session, done) {
        attempts.count += 1;
        conducts.set(session.id, conduct());
        done(conductOf(session) === "laterAtSender" ? answer(450, "not now") : null);
      },
      onRcptTo({ address }, session, done) {
        if (address === refused) return done(answer(550, `5.1.1 <${address}> is nobody here`));
        done(conductOf(session) === "laterAtRecipient" ? answer(451, `greylisted <${address}>`) : null);
      },
      async onData(stream, session, done) {
        const raw = await text(stream);
        const how = conductOf(session);
        const to = session.envelope.rcptTo[0]?.address ?? "";
        if (how === "take" || how === "takeAndHangUp")
          arrived.push({
            to,
            messageId: headerOf(raw, "Message-ID"),
            subject: headerOf(raw, "Subject"),
            raw,
            conduct: how,
          });
        await onData?.();
        if (how === "take") done(null);
        else if (how === "laterAtData") done(answer(451, `no room for <${to}>`));
        else hangUp(server, session);
      },
    });
    // Whoever hangs up on us in the middle of a sentence is part of the test.
    server.on("error", () => {});
    return server;
  };

  const listen = (server: SMTPServer, port: number) =>
    new Promise<number>((resolve) => {
      const net = server.listen(port, "127.0.0.1", () => resolve((net.address() as AddressInfo).port));
    });

  let server = make();
  const port = await listen(server, 0);
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    attempts,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
    async open() {
      server = make();
      await listen(server, port);
    },
  };
}

function hangUp(server: SMTPServer, session: SMTPServerSession) {
  for (const connection of server.connections as Set<{ id: string; _socket: Socket }>)
    if (connection.id === session.id) connection._socket.destroy();
}
