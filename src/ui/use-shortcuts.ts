import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Text } from "#kernel/texts.ts";

export type Shortcut = { readonly keys: readonly string[]; readonly text: Text; readonly run: () => void };

let present: readonly (readonly Shortcut[])[] = [];
const listeners = new Set<() => void>();
const publish = (next: readonly (readonly Shortcut[])[]) => {
  present = next;
  for (const listener of listeners) listener();
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
    target.closest("[role=combobox], [role=listbox]") !== null);

/** Single keys for the page that is open; they rest while one types, and with Ctrl, Alt or Command. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const mine = latest.current;
    publish([...present, mine]);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const found = latest.current.find((shortcut) => shortcut.keys.includes(key));
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
      publish(present.filter((one) => one !== mine));
    };
  }, []);
}

/** Everything that can be pressed now, for the help. */
export const usePresentShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => present,
  ).flat();
