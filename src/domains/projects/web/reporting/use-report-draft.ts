import { useEffect, useState } from "react";

/** What was typed, kept on the device until it is sent. Photos are too large for that; how many there were is remembered. */
export type ReportDraft = {
  readonly month: string;
  readonly invested: string;
  readonly progress: string;
  readonly difficulties: string;
  readonly reason: string;
  readonly photos: number;
  /** Sent along, and changed with every change: a report that is sent twice as it stands is done once. */
  readonly key: string;
};

const NAMES = ["month", "invested", "progress", "difficulties", "reason"] as const;

/** @returns the draft, how to change it, how to throw it away, and how many photos it had when the page was left. */
export function useReportDraft(personId: string, projectId: string, month: string) {
  const place = `yuanshu.report.${personId}.${projectId}`;
  const [{ draft, lost }, setState] = useState(() => {
    const found = stored(place);
    const blank = { month, invested: "", progress: "", difficulties: "", reason: "", photos: 0, key: crypto.randomUUID() };
    return { draft: { ...blank, ...found, photos: 0 } as ReportDraft, lost: found?.photos ?? 0 };
  });
  useEffect(() => keep(place, draft), [place, draft]);
  return {
    draft,
    lost,
    change: (part: Partial<Omit<ReportDraft, "key">>) =>
      setState(({ draft: before }) => ({ draft: { ...before, ...part, key: crypto.randomUUID() }, lost: 0 })),
    clear: () => forget(place),
  };
}

function stored(place: string): (Partial<ReportDraft> & { readonly photos: number }) | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? "null");
    if (typeof read !== "object" || read === null) return undefined;
    const given = read as Record<string, unknown>;
    const texts = NAMES.flatMap((name) => (typeof given[name] === "string" ? [[name, given[name]] as const] : []));
    const photos = typeof given["photos"] === "number" ? given["photos"] : 0;
    // With its photos gone it is another report, and gets another key.
    const key = typeof given["key"] === "string" && photos === 0 ? { key: given["key"] } : {};
    return { ...Object.fromEntries(texts), ...key, photos };
  } catch {
    return undefined;
  }
}

const isEmpty = (draft: ReportDraft): boolean =>
  draft.photos === 0 && [draft.invested, draft.progress, draft.difficulties, draft.reason].every((text) => text === "");

function keep(place: string, draft: ReportDraft): void {
  try {
    if (isEmpty(draft)) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // A browser that stores nothing loses the draft with the page; sending works.
  }
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}
