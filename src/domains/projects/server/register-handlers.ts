import { attachEvidence, downloadEvidence } from "#domains/projects/server/attach-evidence.ts";
import { decideDate, listDateRequests, requestDate, tryDate, withdrawDateRequest } from "#domains/projects/server/date-requests.ts";
import { editProject } from "#domains/projects/server/edit-project.ts";
import { exportProjects } from "#domains/projects/server/export-projects.ts";
import { importProjects, projectsTemplate } from "#domains/projects/server/import-projects.ts";
import { listOwnProjects } from "#domains/projects/server/list-own-projects.ts";
import { listPeople } from "#domains/projects/server/list-people.ts";
import { listProjects, openProject, projectLists } from "#domains/projects/server/list-projects.ts";
import { moveProject } from "#domains/projects/server/move-project.ts";
import { reachMilestone } from "#domains/projects/server/reach-milestone.ts";
import { type RegisterHandlers, registerProject } from "#domains/projects/server/register-project.ts";

export const registerHandlers: RegisterHandlers = {
  registerProject,
  editProject,
  listProjects,
  exportProjects,
  listOwnProjects,
  listPeople,
  projectLists,
  openProject,
  attachEvidence,
  moveProject,
  reachMilestone,
  tryDate,
  requestDate,
  decideDate,
  withdrawDateRequest,
  listDateRequests,
  projectsTemplate,
  importProjects,
  downloadEvidence,
};
