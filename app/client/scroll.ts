/**
 * Where the reader is. At the end she stays at the end; further up nothing moves under her eyes.
 * The thread may scroll in its frame or with the page, and from its beginning or (column-reverse) from its end, where
 * scrollTop counts downwards from 0: so everything here is measured on what is seen, and moved by differences.
 */
import { byId } from './page';
import { anchors } from './protocol';

/** Pixels below the edge that still count as in view: a nudge of the wheel, a rounded zoom. */
const SLACK = 80;

export function scroller(): Element {
  for (let box = byId(anchors.thread); box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.documentElement;
}

const bottomOf = (element?: Element | null): number => element?.getBoundingClientRect().bottom ?? 0;

/** How far the last message reaches below the edge of what is seen; negative when there is room to spare. */
function beyond(box: Element): number {
  return (
    bottomOf(byId(anchors.thread)?.lastElementChild) - (box === document.documentElement ? innerHeight : bottomOf(box))
  );
}

export const isAtEnd = (): boolean => beyond(scroller()) <= SLACK;

export function toEnd(): void {
  const box = scroller();
  box.scrollTop = box.scrollHeight;
}

/**
 * Does `change`, and keeps in its place the end of the thread when it was in view, else the first message in view.
 * `change` is told which, and so is the caller: true for the end.
 */
export function keepPlace(change: (stays: boolean) => void): boolean {
  const box = scroller();
  const stays = isAtEnd();
  const top = Math.max(0, box.getBoundingClientRect().top);
  const mark = [...(byId(anchors.thread)?.children ?? [])].find((child) => bottomOf(child) > top);
  const where = () => (stays ? beyond(box) : bottomOf(mark));
  const before = stays ? Math.min(0, where()) : where();
  change(stays);
  box.scrollTop += where() - before;
  return stays;
}
