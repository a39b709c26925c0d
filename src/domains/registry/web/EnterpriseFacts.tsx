import { useId } from "react";
import { type FieldOrigin, fieldWords, ProfileField } from "#domains/registry/contract/enterprise.ts";
import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import { type ProfileView, shownField } from "#domains/registry/web/say-field.ts";
import { useAge } from "#domains/registry/web/use-age.ts";
import { useWords } from "#ui/language.tsx";

type Origins = Readonly<Record<string, FieldOrigin>>;
type EnterpriseFactsProps = {
  readonly profile: ProfileView;
  readonly origins: Origins;
  readonly onOpen: (field: ProfileField) => void;
};

/** Every field with its value, and beside it who says so and as of when; a field that nobody knows says so. */
export function EnterpriseFacts({ profile, origins, onOpen }: EnterpriseFactsProps) {
  const { say, language } = useWords();
  return (
    <dl className="profile">
      {ProfileField.options.map((field) => {
        const value = shownField(profile, field, language);
        return (
          <div key={field} className="profile-row">
            <dt>{say(fieldWords[field])}</dt>
            <dd>{value === "" ? <span className="quiet">{say(enterpriseTexts.unknown)}</span> : value}</dd>
            <dd className="profile-origin">
              <OriginButton name={say(fieldWords[field])} origin={origins[field]} onOpen={() => onOpen(field)} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

type OriginButtonProps = { readonly name: string; readonly origin: FieldOrigin | undefined; readonly onOpen: () => void };

/** Source and day in short; all of it on hover and focus, and in the drawer that it opens. */
function OriginButton({ name, origin, onOpen }: OriginButtonProps) {
  const { say } = useWords();
  const age = useAge();
  const id = useId();
  const old = origin === undefined ? null : age(origin);
  const source = origin?.source || say(enterpriseTexts.noSource);
  return (
    <span className="reasoned">
      <button
        type="button"
        className="origin-opens"
        aria-label={say(enterpriseTexts.sourceOf, { field: name })}
        aria-describedby={id}
        onClick={onOpen}
      >
        {origin === undefined ? "–" : (old ?? source)}
      </button>
      <span id={id} role="tooltip" className="reason">
        {origin === undefined
          ? say(enterpriseTexts.unknown)
          : [source, origin.asOf === null ? null : `${say(enterpriseTexts.asOf)} ${origin.asOf}`, old].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
}
