import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Box } from "#domains/projects/web/local-projection.ts";

export type View = { readonly x: number; readonly y: number; readonly zoom: number };

const WHOLE: View = { x: 0, y: 0, zoom: 1 };
const MOST_ZOOM = 40;
const STEP = 1.5;
/** Part of what is seen that an arrow key moves. */
const SHIFT = 0.15;
const DRAG_FROM = 4;

/** Moves and enlarges a drawing: wheel and two buttons, dragging, and the keys. `x` and `y` are the middle of what is seen, in the drawing's own unit. */
export function usePanZoom(frame: RefObject<SVGSVGElement | null>, box: Box) {
  const [view, setView] = useState<View>(WHOLE);
  const drag = useRef<{ x: number; y: number; moved: boolean }>(undefined);
  const clamp = ({ x, y, zoom }: View): View => {
    const kept = Math.min(MOST_ZOOM, Math.max(1, zoom));
    const [roomX, roomY] = [(box.width / 2) * (1 - 1 / kept), (box.height / 2) * (1 - 1 / kept)];
    return { zoom: kept, x: Math.min(roomX, Math.max(-roomX, x)), y: Math.min(roomY, Math.max(-roomY, y)) };
  };
  const unitsPerPixel = () => {
    const shown = frame.current?.getBoundingClientRect();
    if (!shown || shown.width === 0) return 1;
    return Math.max(box.width / shown.width, box.height / shown.height) / view.zoom;
  };
  const enlarge = (by: number, at?: { readonly x: number; readonly y: number }) =>
    setView((now) => {
      const zoom = Math.min(MOST_ZOOM, Math.max(1, now.zoom * by));
      const focus = at ?? now;
      const part = 1 - now.zoom / zoom;
      return clamp({ zoom, x: now.x + (focus.x - now.x) * part, y: now.y + (focus.y - now.y) * part });
    });

  // React listens to the wheel passively; only an own listener may keep the page from scrolling.
  const wheel = useRef<(event: WheelEvent) => void>(undefined);
  wheel.current = (event) => {
    event.preventDefault();
    const shown = frame.current?.getBoundingClientRect();
    const units = unitsPerPixel();
    const at = shown && {
      x: view.x + (event.clientX - shown.left - shown.width / 2) * units,
      y: view.y + (event.clientY - shown.top - shown.height / 2) * units,
    };
    enlarge(event.deltaY < 0 ? 1.2 : 1 / 1.2, at);
  };
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => wheel.current?.(event);
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [frame]);

  const fingers = useRef(new Map<number, { readonly x: number; readonly y: number }>());
  const onPointerDown = (event: PointerEvent) => {
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    drag.current = { x: event.clientX, y: event.clientY, moved: false };
  };
  const onPointerEnd = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  /** Two fingers enlarge by as much as they go apart. */
  const pinch = (event: PointerEvent): boolean => {
    const apart = () => {
      const [one, other] = [...fingers.current.values()];
      return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
    };
    const before = apart();
    if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.current.size < 2 || before === 0) return false;
    enlarge(apart() / before);
    return true;
  };
  const onPointerMove = (event: PointerEvent) => {
    if (pinch(event)) return;
    const from = drag.current;
    if (!from || event.buttons === 0) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < DRAG_FROM) return;
    // From here on the pointer is the map's: the project under it will not take the end of a drag for a click.
    if (!from.moved) frame.current?.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    const units = unitsPerPixel();
    setView((now) => clamp({ ...now, x: now.x - dx * units, y: now.y - dy * units }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const shift = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (shift) {
      const [dx = 0, dy = 0] = shift;
      setView((now) => clamp({ ...now, x: now.x + (dx * SHIFT * box.width) / now.zoom, y: now.y + (dy * SHIFT * box.height) / now.zoom }));
    } else if (event.key === "+" || event.key === "=") enlarge(STEP);
    else if (event.key === "-") enlarge(1 / STEP);
    else if (event.key === "0") setView(WHOLE);
    else return;
    event.preventDefault();
  };
  return {
    view,
    zoomIn: () => enlarge(STEP),
    zoomOut: () => enlarge(1 / STEP),
    reset: () => setView(WHOLE),
    handlers: { onPointerDown, onPointerMove, onPointerUp: onPointerEnd, onPointerCancel: onPointerEnd, onKeyDown },
  };
}
