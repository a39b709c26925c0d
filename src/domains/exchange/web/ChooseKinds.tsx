import { EVENT_KINDS } from "#domains/exchange/contract/event-kinds.ts";
import { domainWords, hookWords } from "#domains/exchange/web/exchange-words.ts";
import { useWords } from "#ui/language.tsx";

type ChooseKindsProps = { readonly chosen: readonly string[]; readonly onChange: (kinds: readonly string[]) => void };

const byDomain = Object.entries(Object.groupBy(Object.keys(EVENT_KINDS), (kind) => kind.split(".")[0] ?? ""));

/** Kinds of events under the heading of their domain, each heading with its own “all”. */
export function ChooseKinds({ chosen, onChange }: ChooseKindsProps) {
  const { say, language } = useWords();
  const held = new Set(chosen);
  const turn = (kinds: readonly string[], on: boolean) =>
    onChange(on ? [...new Set([...chosen, ...kinds])] : chosen.filter((kind) => !kinds.includes(kind)));
  return (
    <div className="kinds">
      {byDomain.map(([domain, kinds = []]) => {
        const heading = domainWords[domain];
        return (
          <fieldset key={domain} className="kinds-group">
            <legend>{heading ? say(heading) : domain}</legend>
            <label className="check">
              <input
                type="checkbox"
                checked={kinds.every((kind) => held.has(kind))}
                onChange={(event) => turn(kinds, event.target.checked)}
              />
              {say(hookWords.all)}
            </label>
            {kinds.map((kind) => (
              <label key={kind} className="check" title={kind}>
                <input type="checkbox" checked={held.has(kind)} onChange={(event) => turn([kind], event.target.checked)} />
                {EVENT_KINDS[kind]?.[language]}
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
