import { useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "#ui/language.tsx";
import { type Block, blocksOf, type CutPlace, type Mark, type Piece } from "#ui/source-pieces.ts";
import { uiTexts } from "#ui/ui-texts.ts";

/** Up to this length a text is drawn at once. */
const DRAWN_WHOLE = 100_000;

type SourceViewProps = {
  readonly text: string;
  readonly cuts: readonly CutPlace[];
  readonly marks: readonly Mark[];
  readonly activeMark: string | undefined;
  readonly onMark?: (id: string) => void;
  readonly cutReasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
};

/** The stored original with what was cut greyed, and the quotes highlighted. Blocks are drawn when they come near the window. */
export function SourceView({ text, cuts, marks, activeMark, onMark, cutReasons }: SourceViewProps) {
  const { say, language } = useWords();
  const frame = useRef<HTMLElement>(null);
  const blocks = useMemo(() => blocksOf(text, cuts, marks), [text, cuts, marks]);
  const active = marks.find((mark) => mark.id === activeMark);
  useEffect(() => {
    if (!activeMark) return;
    const shown = requestAnimationFrame(() => {
      const element = frame.current?.querySelector<HTMLElement>(".mark-active");
      const box = frame.current;
      if (!element || !box) return;
      const at = element.getBoundingClientRect();
      const around = box.getBoundingClientRect();
      if (at.top < around.top + 40 || at.bottom > around.bottom - 40) box.scrollTop += at.top - around.top - around.height / 3;
    });
    return () => cancelAnimationFrame(shown);
  }, [activeMark]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable by keyboard
    <section className="source" ref={frame} tabIndex={0} aria-label={say(uiTexts.original)} lang="zh-CN">
      {blocks.map((block) =>
        block.kind === "cut" ? (
          <FoldedCut key={block.start} block={block} text={text} reason={cutReasons[block.reason]?.[language] ?? block.reason} />
        ) : (
          <KeptBlock
            key={block.start}
            pieces={block.pieces}
            text={text}
            activeMark={activeMark}
            needed={active !== undefined && active.start < block.end && active.end > block.start}
            onMark={onMark}
          />
        ),
      )}
    </section>
  );
}

type FoldedCutProps = { readonly block: Block & { readonly kind: "cut" }; readonly text: string; readonly reason: string };

function FoldedCut({ block, text, reason }: FoldedCutProps) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const count = (block.end - block.start).toLocaleString("en-US");
  return (
    <span className="fold">
      <button
        type="button"
        className="fold-button"
        aria-expanded={open}
        title={say(open ? uiTexts.hideCut : uiTexts.showCut)}
        onClick={() => setOpen(!open)}
      >
        {say(uiTexts.cutHere, { count, reason })}
      </button>
      {open ? <del className="cut">{text.slice(block.start, block.end)}</del> : null}
    </span>
  );
}

type KeptBlockProps = {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly activeMark: string | undefined;
  readonly needed: boolean;
  readonly onMark: ((id: string) => void) | undefined;
};

function KeptBlock({ pieces, text, activeMark, needed, onMark }: KeptBlockProps) {
  const [near, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const length = (pieces.at(-1)?.end ?? 0) - (pieces[0]?.start ?? 0);
  const drawn = near || needed || text.length < DRAWN_WHOLE;
  useEffect(() => {
    const element = place.current;
    if (drawn || !element) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setNear(true), {
      rootMargin: "800px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [drawn]);
  if (!drawn) return <div ref={place} style={{ height: `${Math.ceil(length / 40) * 24}px` }} />;
  return (
    <span className="source-block">
      {pieces.map((piece) => (
        <PieceView key={piece.start} piece={piece} words={text.slice(piece.start, piece.end)} activeMark={activeMark} onMark={onMark} />
      ))}
    </span>
  );
}

type PieceViewProps = {
  readonly piece: Piece;
  readonly words: string;
  readonly activeMark: string | undefined;
  readonly onMark: ((id: string) => void) | undefined;
};

function PieceView({ piece, words, activeMark, onMark }: PieceViewProps) {
  if (piece.marks.length === 0) return piece.cut ? <del className="cut">{words}</del> : words;
  const active = activeMark !== undefined && piece.marks.includes(activeMark);
  const next = piece.marks[0];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same by keyboard
    <mark className={active ? "mark mark-active" : "mark"} onClick={() => next && onMark?.(next)}>
      {words}
    </mark>
  );
}
