export { type ProjectCourse, projectCourses } from "#domains/projects/server/project-courses.ts";
export { type ProjectRef, projectRefs } from "#domains/projects/server/project-refs.ts";
