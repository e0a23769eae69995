import { register } from "tsx/esm/api";

register();
await import("./second-thread-work.ts");
