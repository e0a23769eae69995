import { register } from "tsx/esm/api";

// A thread is started by its path, from a bundle, a test or the command line alike, and reads the sources as they are.
register();
await import("./thread-work.ts");
