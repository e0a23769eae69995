import { closeRounds } from "../support/closing-rounds";

/** Closes so many rounds by so many workers, half of them killed, on the database it is told; prints what came of it as one line. */
const [rounds = 100, workers = 16] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await closeRounds({ rounds, workers })));
process.exit(0);
