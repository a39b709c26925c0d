const KEY = "yuanshu.single-sign-on";

/** What belongs to one attempt stays in this window: another one cannot finish it. */
export const keepFlow = (flow: string): void => sessionStorage.setItem(KEY, flow);

export function takeFlow(): string {
  const flow = sessionStorage.getItem(KEY) ?? "";
  sessionStorage.removeItem(KEY);
  return flow;
}
