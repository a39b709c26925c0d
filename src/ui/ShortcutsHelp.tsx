import { useState } from "react";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { usePresentShortcuts, useShortcuts } from "#ui/use-shortcuts.ts";

const SHOWN: Readonly<Record<string, string>> = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc" };

export function ShortcutsHelp() {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  useShortcuts([{ keys: ["?"], text: uiTexts.shortcuts, run: () => setOpen(true) }]);
  const shortcuts = usePresentShortcuts();
  return (
    <>
      <button
        type="button"
        className="bar-button wide-only"
        onClick={() => setOpen(true)}
        aria-label={say(uiTexts.shortcuts)}
        title={say(uiTexts.shortcuts)}
      >
        <kbd>?</kbd>
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} title={say(uiTexts.shortcuts)}>
        <p>{say(uiTexts.shortcutsHint)}</p>
        <dl className="shortcuts">
          {shortcuts.map((shortcut) => (
            <div key={shortcut.keys.join()}>
              <dt>
                {shortcut.keys.map((key) => (
                  <kbd key={key}>{SHOWN[key] ?? key.toUpperCase()}</kbd>
                ))}
              </dt>
              <dd>{say(shortcut.text)}</dd>
            </div>
          ))}
        </dl>
      </Drawer>
    </>
  );
}
