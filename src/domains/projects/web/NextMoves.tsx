import { useState } from "react";
import { EvidenceKind, stageWords } from "#domains/projects/contract/project.ts";
import { AttachEvidence } from "#domains/projects/web/AttachEvidence.tsx";
import { MoveProject, type NextMove } from "#domains/projects/web/MoveProject.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { moveTexts, pageTexts } from "#domains/projects/web/project-page-texts.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import type { Decision } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useSentence } from "#ui/sentences.tsx";

const WAYS_OUT: readonly string[] = ["suspend", "terminate"];

/** The moves that leave the present stage: what is missing for each, who has to act, and the button itself. */
export function NextMoves({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const [moving, setMoving] = useState<NextMove>();
  const [attaching, setAttaching] = useState<EvidenceKind>();
  const onward = project.next.filter((move) => !WAYS_OUT.includes(move.move));
  const out = project.next.filter((move) => WAYS_OUT.includes(move.move));
  const list = (moves: readonly NextMove[]) => (
    <ul className="moves">
      {moves.map((move) => (
        <MoveLine key={move.move} move={move} project={project} onMove={setMoving} onAttach={setAttaching} />
      ))}
    </ul>
  );
  return (
    <Section title={say(pageTexts.next)}>
      {onward.length === 0 ? <p className="section-body">{say(pageTexts.nextNone)}</p> : list(onward)}
      {out.length > 0 ? (
        <details className="folded">
          <summary>{say(pageTexts.otherMoves)}</summary>
          {list(out)}
        </details>
      ) : null}
      {moving ? <MoveProject project={project} move={moving} onClose={() => setMoving(undefined)} /> : null}
      {attaching ? <AttachEvidence projectId={project.row.id} kind={attaching} onClose={() => setAttaching(undefined)} /> : null}
    </Section>
  );
}

type MoveLineProps = {
  readonly move: NextMove;
  readonly project: Project;
  readonly onMove: (move: NextMove) => void;
  readonly onAttach: (kind: EvidenceKind) => void;
};

function MoveLine({ move, project, onMove, onAttach }: MoveLineProps) {
  const { say } = useWords();
  const sentence = useSentence();
  const name = moveTexts[move.move];
  const [first] = move.missing;
  const ability: Decision = first === undefined || !move.ability.allowed ? move.ability : { allowed: false, because: first };
  return (
    <li>
      <div className="list-line">
        <span>
          <strong>{say(pageTexts.moveTo, { stage: say(stageWords[move.to]) })}</strong>{" "}
          <span className="quiet">{say(pageTexts.waitsFor, { role: say(roleTexts[move.by]) })}</span>
        </span>
        <AbilityButton size="small" ability={ability} onClick={() => onMove(move)}>
          {name ? say(name) : move.move}
        </AbilityButton>
      </div>
      {move.missing.length === 0 ? (
        <span className="quiet">{say(pageTexts.ready)}</span>
      ) : (
        <span className="missing">
          {move.missing.map((code) => {
            const kind = EvidenceKind.safeParse(code.slice("missing:".length)).data;
            return (
              <span key={code}>
                {sentence(code)}
                {kind !== undefined && project.abilities["attachEvidence"]?.allowed ? (
                  <button type="button" className="text-button" onClick={() => onAttach(kind)}>
                    {say(pageTexts.attachThis)}
                  </button>
                ) : null}
              </span>
            );
          })}
        </span>
      )}
    </li>
  );
}
