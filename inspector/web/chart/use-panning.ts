import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ScreenPoint } from './places.ts';

/** Moves what scrolls by dragging it, and zooms with the wheel while Ctrl or ⌘ is held, at the place that is pointed at. */
export function usePanning(
  scroller: RefObject<HTMLElement>,
  onZoom: (factor: number, at: ScreenPoint) => void,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let from: { x: number; y: number; left: number; top: number } | null = null;
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || event.pointerType !== 'mouse') return;
      const { clientX: x, clientY: y } = event;
      from = { x, y, left: element.scrollLeft, top: element.scrollTop };
    };
    const move = (event: PointerEvent) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!element.hasPointerCapture(event.pointerId)) {
        if (Math.hypot(x, y) < 5) return;
        element.setPointerCapture(event.pointerId);
        element.classList.add('is-panning');
      }
      element.scrollLeft = from.left - x;
      element.scrollTop = from.top - y;
    };
    const up = () => {
      from = null;
      element.classList.remove('is-panning');
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      onZoom(event.deltaY < 0 ? 1.1 : 1 / 1.1, { x: event.clientX, y: event.clientY });
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('wheel', wheel);
    };
  }, []);
}
