import { useId } from "react";
import type { MenuGroup } from "#apps/web/menu.ts";
import { groupTexts } from "#apps/web/shell-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

type NavGroupProps = {
  readonly group: MenuGroup;
  readonly here: string | undefined;
  readonly open: boolean;
  /** Undefined where nothing folds: the menu of a phone, which is folded as a whole. */
  readonly onFold: ((open: boolean) => void) | undefined;
};

/** Pages under their heading; the heading folds them away. */
export function NavGroup({ group, here, open, onFold }: NavGroupProps) {
  const { say } = useWords();
  const id = useId();
  const heading = groupTexts[group.name];
  const folds = heading !== undefined && onFold !== undefined;
  return (
    <div className="nav-group">
      {heading === undefined ? null : folds ? (
        <button type="button" className="nav-heading nav-fold" aria-expanded={open} aria-controls={id} onClick={() => onFold(!open)}>
          {say(heading)} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
        </button>
      ) : (
        <p className="nav-heading">{say(heading)}</p>
      )}
      <ul id={id} hidden={folds && !open}>
        {group.pages.map((page) => (
          <li key={page.path} className={page.path === here ? "nav-here" : undefined}>
            <AppLink to={page.path}>{say(page.title)}</AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
