import type { Fault } from "../finding";
import { answersLost } from "./answers-lost";
import { appKilled } from "./app-killed";
import { clocksApart } from "./clocks-apart";
import { connectionsEnded } from "./connections-ended";
import { statementsCut } from "./cut-statements";
import { databaseFrozen } from "./database-frozen";
import { databaseKilled } from "./database-killed";
import { diskFull } from "./disk-full";
import { identicalSubmits } from "./identical-submits";
import { migrations } from "./migrations";
import { oneText } from "./one-text";
import { otherNodes } from "./other-nodes";
import { poolExhausted } from "./pool-exhausted";
import { randomAnswers } from "./random-answers";
import { rollingRestart } from "./rolling-restart";
import { roundsClosed } from "./rounds-closed";
import { rowsChanged } from "./rows-changed";
import { whoHides } from "./who-hides";
import { workerKilled } from "./worker-killed";

/** Everything that is made to go wrong, in the order in which it is tried. */
export const faults: Fault[] = [
  appKilled,
  workerKilled,
  databaseKilled,
  statementsCut,
  connectionsEnded,
  diskFull,
  databaseFrozen,
  poolExhausted,
  identicalSubmits,
  oneText,
  randomAnswers,
  roundsClosed,
  answersLost,
  rollingRestart,
  migrations,
  clocksApart,
  otherNodes,
  whoHides,
  rowsChanged,
];
