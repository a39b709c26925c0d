export { type ProjectRef, projectRefs } from "#domains/projects/server/project-refs.ts";
