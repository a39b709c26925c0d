/** Where a drawn picture is shown while it moves: enlarged by `scale` and moved by so many pixels. */
export type Shift = { readonly scale: number; readonly x: number; readonly y: number };
export const STILL: Shift = { scale: 1, x: 0, y: 0 };

/** What is under the pointer stays under it. */
export const zoomedAt = (shift: Shift, ratio: number, [x, y]: readonly [number, number]): Shift => ({
  scale: shift.scale * ratio,
  x: x + ratio * (shift.x - x),
  y: y + ratio * (shift.y - y),
});

/** A shift as the one step of drawing that does the same: moved, or enlarged about a point that stays where it is. */
export const settled = ({ scale, x, y }: Shift): { readonly by: readonly [number, number] } | { readonly about: [number, number] } =>
  Math.abs(scale - 1) < 1e-6 ? { by: [x, y] } : { about: [x / (1 - scale), y / (1 - scale)] };

/** What is left of a shift once a part of it has been drawn. */
export const beyond = (shift: Shift, drawn: Shift): Shift => {
  const scale = shift.scale / drawn.scale;
  return { scale, x: shift.x - scale * drawn.x, y: shift.y - scale * drawn.y };
};

type Glide = {
  /** How far it may be enlarged yet, and reduced. */
  readonly reach: () => readonly [least: number, most: number];
  /** Draws it where it has come to rest. */
  readonly settle: (shift: Shift) => Promise<void>;
};

const RESTS_MS = 180;
/** A hand that shakes by so much still clicks. */
const SHAKES = 4;
const WHEEL = 0.0015;

/**
 * Thousands of places are not drawn anew while they are moved: the picture as it is glides under the hand, and is drawn once when it rests.
 * @returns whether the last press was a move and no click, and how to stop.
 */
export function glide(container: HTMLElement, { reach, settle }: Glide): { readonly wasMoved: () => boolean; stop(): void } {
  let shift = STILL;
  let held: { readonly x: number; readonly y: number; readonly from: Shift } | undefined;
  let moved = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let settling = Promise.resolve();
  const layers = () => [...container.querySelectorAll("canvas")];
  const show = () => {
    for (const layer of layers()) {
      layer.style.transformOrigin = "0 0";
      layer.style.transform = shift === STILL ? "" : `translate(${shift.x}px, ${shift.y}px) scale(${shift.scale})`;
    }
  };
  const restSoon = () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (held !== undefined) return;
      const reached = shift;
      settling = settling
        .then(() => settle(reached))
        .then(() => {
          // Who went on meanwhile goes on from there.
          if (held !== undefined) held = { ...held, from: beyond(held.from, reached) };
          shift = shift === reached ? STILL : beyond(shift, reached);
          show();
        });
    }, RESTS_MS);
  };
  const here = (event: MouseEvent): readonly [number, number] => {
    const { left, top } = container.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const press = (event: PointerEvent) => {
    moved = false;
    if (event.isPrimary && event.button === 0) held = { x: event.clientX, y: event.clientY, from: shift };
  };
  const move = (event: PointerEvent) => {
    if (held === undefined || !event.isPrimary) return;
    const [x, y] = [event.clientX - held.x, event.clientY - held.y];
    if (!moved && Math.hypot(x, y) < SHAKES) return;
    moved = true;
    shift = { ...held.from, x: held.from.x + x, y: held.from.y + y };
    show();
  };
  const release = () => {
    if (held === undefined) return;
    held = undefined;
    if (moved) restSoon();
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const [least, most] = reach();
    const wanted = shift.scale * Math.exp(-event.deltaY * WHEEL);
    const ratio = Math.min(most, Math.max(least, wanted)) / shift.scale;
    if (ratio === 1) return;
    shift = zoomedAt(shift, ratio, here(event));
    show();
    restSoon();
  };
  container.addEventListener("pointerdown", press, true);
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", release);
  window.addEventListener("pointercancel", release);
  container.addEventListener("wheel", wheel, { capture: true, passive: false });
  return {
    wasMoved: () => moved,
    stop: () => {
      clearTimeout(rest);
      container.removeEventListener("pointerdown", press, true);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", release);
      window.removeEventListener("pointercancel", release);
      container.removeEventListener("wheel", wheel, { capture: true });
    },
  };
}
