import type { MatterMaterial, ReviewNode } from "#domains/approvals/contract/matter.ts";
import { matterTexts, reviseTexts } from "#domains/approvals/web/matter-texts.ts";
import type { RevisePartProps } from "#domains/approvals/web/ReviseLimits.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

/** The marks of the materials, and the limits of the pieces of the review. */
export function ReviseParts({ matter, onChange }: RevisePartProps) {
  const { say, language } = useWords();
  const setMaterial = (key: string, change: Partial<MatterMaterial>) =>
    onChange({ ...matter, materials: matter.materials.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  const setNode = (key: string, change: Partial<ReviewNode>) =>
    onChange({ ...matter, reviews: matter.reviews.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  return (
    <>
      <fieldset className="parts">
        <legend>{say(reviseTexts.materials)}</legend>
        {matter.materials.map(({ key, name, deferrable, byCommitment }) => (
          <div key={key} className="part">
            <span>{name[language]}</span>
            <label className="check">
              <input type="checkbox" checked={deferrable} onChange={(event) => setMaterial(key, { deferrable: event.target.checked })} />
              {say(matterTexts.deferrable)}
            </label>
            <label className="check">
              <input
                type="checkbox"
                checked={byCommitment}
                onChange={(event) => setMaterial(key, { byCommitment: event.target.checked })}
              />
              {say(matterTexts.byCommitment)}
            </label>
          </div>
        ))}
      </fieldset>
      {matter.reviews.length > 0 ? (
        <fieldset className="parts">
          <legend>{say(reviseTexts.reviews)}</legend>
          {matter.reviews.map(({ key, name, limit, silence }) => (
            <div key={key} className="part">
              <Field
                label={say(reviseTexts.nodeLimit, { name: name[language] })}
                type="number"
                value={String(limit.length)}
                onChange={(length) => setNode(key, { limit: { ...limit, length: Number(length) } })}
              />
              <label className="check">
                <input
                  type="checkbox"
                  checked={silence === "no-objection"}
                  onChange={(event) => setNode(key, { silence: event.target.checked ? "no-objection" : "none" })}
                />
                {say(reviseTexts.silence)}
              </label>
            </div>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
