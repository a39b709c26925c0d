/** What other domains may ask: what waits for a person. */
export { findWork } from "#domains/workbench/server/my-work.ts";
