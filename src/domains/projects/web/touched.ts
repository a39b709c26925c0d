/** What is read again after a command on a project: the page itself, and everything that is computed from it. */
export const TOUCHED_BY_A_PROJECT: readonly string[] = [
  "project",
  "project-colour",
  "project-investment",
  "project-force",
  "projects",
  "project-lists",
  "wall",
];
