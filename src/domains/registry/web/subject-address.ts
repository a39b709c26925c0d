const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Records that have a page of their own, by the first word of a subject. */
const PAGES: Readonly<Record<string, string>> = {
  document: "/documents",
  project: "/projects",
  case: "/approvals",
  "enterprise-import": "/registry/import",
};

/** Where the record of a line in the timeline is looked at: `document:ID` is at `/documents/ID`. */
export function subjectAddress(subject: string): string | undefined {
  const [kind = "", id = ""] = subject.split(":");
  const page = Object.hasOwn(PAGES, kind) ? PAGES[kind] : undefined;
  return page !== undefined && UUID.test(id) ? `${page}/${id}` : undefined;
}
