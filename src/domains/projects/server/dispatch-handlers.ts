import {
  cancelResolution,
  closeResolution,
  downloadClosing,
  extendResolution,
} from "#domains/projects/server/dispatch/close-resolution.ts";
import { conveneMeeting } from "#domains/projects/server/dispatch/convene-meeting.ts";
import { addResolution, noteAgendaItem } from "#domains/projects/server/dispatch/discuss-item.ts";
import { downloadMinutes } from "#domains/projects/server/dispatch/download-minutes.ts";
import { addAgendaItem, changeAgendaItem } from "#domains/projects/server/dispatch/edit-agenda.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { listIssues } from "#domains/projects/server/dispatch/issues.ts";
import { listResolutions, resolutionBurnDown } from "#domains/projects/server/dispatch/list-resolutions.ts";
import { inviteToMeeting, markAttendance } from "#domains/projects/server/dispatch/mark-attendance.ts";
import { reviewMinutes, writeMinutes } from "#domains/projects/server/dispatch/minutes.ts";
import {
  cancelMeeting,
  changeMeeting,
  dispatchAgenda,
  listMeetings,
  nextMeeting,
  planMeeting,
  setDispatchDay,
} from "#domains/projects/server/dispatch/plan-meeting.ts";
import { openMeeting } from "#domains/projects/server/dispatch/view-meeting.ts";
import { workload } from "#domains/projects/server/dispatch/workload.ts";

export const dispatchHandlers: DispatchHandlers = {
  listMeetings,
  nextMeeting,
  openMeeting,
  dispatchAgenda,
  planMeeting,
  changeMeeting,
  conveneMeeting,
  cancelMeeting,
  setDispatchDay,
  addAgendaItem,
  changeAgendaItem,
  noteAgendaItem,
  addResolution,
  listResolutions,
  resolutionBurnDown,
  closeResolution,
  extendResolution,
  cancelResolution,
  downloadClosing,
  inviteToMeeting,
  markAttendance,
  writeMinutes,
  reviewMinutes,
  downloadMinutes,
  workload,
  listIssues,
};
