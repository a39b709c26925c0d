import type { ReactNode } from "react";
import { type FieldOrigin, fieldWords, type ProfileField } from "#domains/registry/contract/enterprise.ts";
import { enterpriseTexts, originKindTexts } from "#domains/registry/web/enterprise-texts.ts";
import { type ProfileView, shownField } from "#domains/registry/web/say-field.ts";
import { useAge } from "#domains/registry/web/use-age.ts";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useTimes } from "#ui/use-times.ts";

type OriginDrawerProps = {
  readonly field: ProfileField;
  readonly profile: ProfileView;
  readonly origin: FieldOrigin | undefined;
  readonly onClose: () => void;
  /** What can be done about it. */
  readonly action?: ReactNode;
};

/** One field: what it says, who says so, since when, and the way to another value. */
export function OriginDrawer({ field, profile, origin, onClose, action }: OriginDrawerProps) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const age = useAge();
  const kind = origin === undefined ? undefined : originKindTexts[origin.kind];
  const rows = [
    [enterpriseTexts.value, shownField(profile, field, language) || say(enterpriseTexts.unknown)],
    [enterpriseTexts.source, origin?.source || say(enterpriseTexts.noSource)],
    [enterpriseTexts.kind, kind === undefined ? (origin?.kind ?? "") : say(kind)],
    [enterpriseTexts.asOf, origin === undefined || origin.asOf === null ? "" : day(origin.asOf)],
    [enterpriseTexts.age, origin === undefined ? "" : (age(origin) ?? "")],
  ] as const;
  return (
    <Drawer open onClose={onClose} title={say(fieldWords[field])}>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== "")
          .map(([text, value]) => (
            <div key={text.en} className="facts-row">
              <dt>{say(text)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {action ? <div className="actions">{action}</div> : null}
    </Drawer>
  );
}
