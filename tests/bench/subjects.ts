export type Sent = { method: "GET" | "PUT" | "POST"; path: string; headers: Record<string, string>; body?: string };

export type BenchAnswer = { status: number; etag: string | undefined; body: string };

/** One asker's question, which may depend on the answer before. */
export type RequestSequence = { next: () => Sent; answered?: (answer: BenchAnswer) => void };

/** What a server is asked by the asker of this number. */
export type Ask = (subject: Subject, asker: number) => RequestSequence;

/** Who is measured: a server, and the name it is told by. */
export type Subject = { name: "product" | "twin"; address: string; host: string; pid: number };
