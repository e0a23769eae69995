import { expect, test } from "vitest";
import { deliver, listKeptMails, readKeptMail } from "./delivery";

test("no lone carriage return goes out with a mail, and a subject is one line", async () => {
  const messageId = "<carriage.return@example.org>";
  const subject = "Cedar\rBcc: all@example.org\r\nNetwork";
  await deliver({ to: "anna@example.org", subject, text: "one\rtwo\r\nthree\u2028four", messageId });
  const mails = await Promise.all((await listKeptMails()).map(readKeptMail));
  expect(mails.find((it) => it.messageId === messageId)).toMatchObject({
    subject: "Cedar Bcc: all@example.org Network",
    text: "one\ntwo\nthree\nfour",
  });
});
