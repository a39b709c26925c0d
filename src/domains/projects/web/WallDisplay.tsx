import { type ReactNode, useEffect, useRef } from "react";
import { wallTexts } from "#domains/projects/web/wall-texts.ts";
import { useWords } from "#ui/language.tsx";

type WallDisplayProps = {
  readonly title: string;
  readonly state: string;
  readonly note: string;
  readonly onLeave: () => void;
  readonly legend: ReactNode;
  readonly children: ReactNode;
};

/** The same page on a wall: dark, over the whole screen, nothing but the picture. Escape leads back. */
export function WallDisplay({ title, state, note, onLeave, legend, children }: WallDisplayProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    element.showModal();
    // The browser would choose the first button; nobody stands before a wall with a keyboard.
    element.focus();
  }, []);
  return (
    <dialog ref={dialog} className="wall-display" tabIndex={-1} aria-label={title} onClose={onLeave}>
      <div className="wall-display-body">
        <header className="wall-display-head">
          <div>
            <h1>{title}</h1>
            <p className="wall-display-state">{state}</p>
          </div>
          <div className="actions">
            <span className="quiet">{note}</span>
            {legend}
            <button type="button" className="bar-button" onClick={() => dialog.current?.close()}>
              {say(wallTexts.leave)}
            </button>
          </div>
        </header>
        {children}
      </div>
    </dialog>
  );
}
