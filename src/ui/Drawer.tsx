import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type DrawerProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly wide?: boolean;
  /** Stands in the middle and asks something, instead of at the side. */
  readonly centred?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

/** The browser's own modal dialog, at the right edge: focus stays inside, Escape closes, focus returns to what opened it. */
export function Drawer({ open, onClose, title, wide = false, centred = false, footer, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { say } = useWords();
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element || element.open) return;
    element.showModal();
    // The browser would choose the first button, which closes it again.
    element.querySelector<HTMLElement>("[data-first]")?.focus();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className={`drawer${wide ? " drawer-wide" : ""}${centred ? " drawer-centred" : ""}`}
      aria-label={title}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="drawer-body">
        <header className="drawer-head">
          <h2>{title}</h2>
          <button type="button" className="bar-button" onClick={() => dialog.current?.close()}>
            {say(uiTexts.close)}
          </button>
        </header>
        <div className="drawer-content">{children}</div>
        {footer ? <footer className="drawer-foot">{footer}</footer> : null}
      </div>
    </dialog>
  );
}
