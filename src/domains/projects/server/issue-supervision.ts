import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import type { SupervisionView } from "#domains/projects/contract/supervision-operations.ts";
import { supervisionPolicy } from "#domains/projects/rules/project-policy.ts";
import { answererOf, answerersOf } from "#domains/projects/server/answerers.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import type { SupervisionHandlers } from "#domains/projects/server/handler-shapes.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { requireSupervision } from "#domains/projects/server/require-supervision.ts";
import {
  getSupervision,
  nextLetterNumber,
  supervisionSubjects,
  supervisionViews,
  updateSupervision,
} from "#domains/projects/server/supervision-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { addWorkdays, type ReckonedDay } from "#kernel/work-calendar.ts";

/** One letter, worded by whoever issues it. */
export const issueSupervision: SupervisionHandlers["issueSupervision"] = async ({ supervisionId, version, text, addresseeId }, context) => {
  const { tx, today } = context;
  const letter = await requireSupervision("issue", supervisionId, context);
  if (addresseeId !== undefined && !(await namesOf(tx, [addresseeId])).has(addresseeId))
    throw new AppError("projects.no-such-person", "not-found");
  const due = await replyBy(context);
  const addressee = addresseeId ?? letter.addressee?.id ?? (await answererOf(tx, letter.project.id));
  const number = await issue(context, { id: supervisionId, version, text, addressee, due });
  context.journal({ subject: `project:${letter.project.id}`, after: { supervision: number, kind: letter.kind, dueOn: due.day } });
  await context.emit("projects.supervision-issued", { projectId: letter.project.id, supervisionId });
  return getSupervision(tx, supervisionId, today);
};

/** Several, each with the words that were drafted for it. One that cannot be issued is refused alone and takes no number. */
export const issueAllSupervision: SupervisionHandlers["issueAllSupervision"] = async ({ items }, context) => {
  const { tx, today, actor, language } = context;
  const ids = items.map(({ supervisionId }) => supervisionId);
  const letters = new Map((await supervisionViews(tx, { ids }, today)).map((letter) => [letter.id, letter]));
  const [subjects, answerers, due] = [await supervisionSubjects(tx, ids), await answerersOf(tx), await replyBy(context)];
  const issued: { readonly supervisionId: string; readonly number: string; readonly project: string; readonly projectId: string }[] = [];
  const refused: { readonly supervisionId: string; readonly project: string | null; readonly problem: Words }[] = [];
  const seen = new Set<string>();
  for (const { supervisionId, version } of items) {
    const letter = letters.get(supervisionId);
    try {
      const subject = subjects.get(supervisionId);
      if (letter === undefined || subject === undefined) throw new AppError("projects.no-such-supervision", "not-found");
      if (seen.has(supervisionId)) throw new AppError("projects.named-twice", "invalid");
      seen.add(supervisionId);
      requireDecision(supervisionPolicy.issue(actor, subject));
      const addressee = letter.addressee?.id ?? answerers.get(letter.project.id) ?? null;
      const number = await issue(context, { id: supervisionId, version, text: draftIn(letter, language), addressee, due });
      issued.push({ supervisionId, number, project: letter.project.name, projectId: letter.project.id });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ supervisionId, project: letter?.project.name ?? null, problem: inWords(error) });
    }
  }
  if (issued.length > 0)
    context.journal({
      subject: "projects",
      after: { issued: issued.length, refused: refused.length, dueOn: due.day },
      items: issued.map(({ supervisionId, number, projectId }) => ({ supervision: supervisionId, number, project: projectId })),
    });
  for (const { projectId, supervisionId } of issued) await context.emit("projects.supervision-issued", { projectId, supervisionId });
  return { issued: issued.map(({ supervisionId, number, project }) => ({ supervisionId, number, project })), refused };
};

type Words = { readonly zh: string; readonly en: string };
type Issue = {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly addressee: string | null;
  readonly due: ReckonedDay;
};

/** Nothing is written when somebody else was quicker. @returns its number. */
async function issue({ tx, today, actor }: OperationContext, { id, version, text, addressee, due }: Issue): Promise<string> {
  const number = await nextLetterNumber(tx, today);
  await updateSupervision(tx, id, version, {
    state: "ISSUED",
    number,
    issued_on: today,
    issued_by: actor.id,
    issued_by_name: actor.name,
    due_on: due.day,
    due_provisional: due.provisional,
    text,
    addressee_id: addressee,
  });
  return number;
}

async function replyBy({ tx, today }: OperationContext): Promise<ReckonedDay> {
  const { rule } = await colourRuleOn(tx, today);
  return addWorkdays(await loadCalendar(tx), today, rule.actions.replyWorkdays);
}

const draftIn = ({ draft, text }: SupervisionView, language: "zh" | "en"): string => draft?.[language] ?? text;

const inWords = (error: AppError): Words => ({
  zh: sentenceOf(error, projectErrorTexts, "zh"),
  en: sentenceOf(error, projectErrorTexts, "en"),
});
