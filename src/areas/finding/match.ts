import type { EntryIndex } from './entry-index.ts';
import { at, ints, push, type Ints } from './ints.ts';
import { widen, type Candidate, type Part } from './understand.ts';

/** The entries that answer to every part of a query, with their points. */
export interface Matches {
  readonly slots: Ints;
  readonly points: Uint16Array;
  /** The parts that count; without those that had to be let go. */
  readonly parts: readonly Part[];
  /** What was typed and nothing answers to together with the rest. */
  readonly dropped: readonly string[];
}

const WHOLE_NAME = 6;

/**
 * Finds the entries that answer to all parts. If there are none, words that look nearly the same
 * count too; if there are still none, as few words as possible are let go, and said so.
 */
export function match(index: EntryIndex, parts: readonly Part[]): Matches {
  const strict = matchAll(index, parts);
  if (strict.slots.length > 0 || parts.length === 0) return strict;
  const wide = parts.map((part) => widen(index, part));
  const wider = matchAll(index, wide);
  return wider.slots.length > 0 ? wider : relax(index, wide);
}

/** Entries for which every part has a candidate; with no parts all entries, without points. */
function matchAll(index: EntryIndex, parts: readonly Part[]): Matches {
  const size = index.slots();
  if (parts.length === 0) return everything(index);
  const points = new Uint16Array(size);
  const answered = new Uint8Array(size);
  const inName = new Uint8Array(size);
  const best = new Uint8Array(size);
  let touched = ints();
  for (const [order, part] of parts.entries()) {
    touched = ints();
    const take = (slot: number, worth: number, named: boolean) => {
      if ((answered[slot] ?? 0) < order || index.entry(slot) === undefined) return;
      const before = best[slot] ?? 0;
      if (before === 0) push(touched, slot);
      if (worth > before) best[slot] = worth;
      if (named) inName[slot] = (inName[slot] ?? 0) | 128;
    };
    for (const candidate of part.candidates) walk(index, candidate, take);
    for (let step = 0; step < touched.length; step += 1) {
      const slot = at(touched, step);
      points[slot] = (points[slot] ?? 0) + (best[slot] ?? 0);
      answered[slot] = order + 1;
      best[slot] = 0;
      const flagged = inName[slot] ?? 0;
      if (flagged >= 128) inName[slot] = (flagged & 127) + 1;
    }
    if (touched.length === 0) break;
  }
  for (let step = 0; step < touched.length; step += 1) {
    const slot = at(touched, step);
    const named = inName[slot] ?? 0;
    if (named > 0 && named >= at(index.nameLength, slot)) points[slot] = (points[slot] ?? 0) + WHOLE_NAME;
  }
  return { slots: touched, points, parts, dropped: [] };
}

function everything(index: EntryIndex): Matches {
  const slots = ints(Math.max(1, index.entries()));
  for (let slot = 0; slot < index.slots(); slot += 1) if (index.entry(slot) !== undefined) push(slots, slot);
  return { slots, points: NO_POINTS, parts: [], dropped: [] };
}

const NO_POINTS = new Uint16Array(0);

function walk(
  index: EntryIndex,
  candidate: Candidate,
  take: (slot: number, worth: number, named: boolean) => void,
): void {
  const { points } = candidate;
  if (candidate.of === 'code') {
    const list = index.slotsWith(candidate.number);
    for (let step = 0; step < list.length; step += 1) take(at(list, step), points[0], false);
    return;
  }
  const list = index.postingsOf(candidate.number);
  for (let step = 0; step < list.length; step += 1) {
    const posting = at(list, step);
    const where = posting % 4;
    take((posting - where) / 4, points[where] ?? 0, where === 3);
  }
}

function relax(index: EntryIndex, parts: readonly Part[]): Matches {
  const alone = parts.map((part) => matchAll(index, [part]).slots.length);
  const kept = parts.filter((_, order) => (alone[order] ?? 0) > 0);
  const dropped = parts.filter((part) => !kept.includes(part)).map(({ typed }) => typed);
  if (kept.length === 0) return { ...matchAll(index, []), slots: ints(), parts: [], dropped };
  const rest = dropped.length > 0 ? matchAll(index, kept) : null;
  if (rest !== null && rest.slots.length > 0) return { ...rest, dropped };
  const tries = kept.map((gone) => ({
    gone,
    found: matchAll(
      index,
      kept.filter((part) => part !== gone),
    ),
  }));
  const best = tries.reduce((a, b) => (b.found.slots.length > a.found.slots.length ? b : a));
  if (best.found.slots.length > 0) return { ...best.found, dropped: [...dropped, best.gone.typed] };
  const deeper = relax(index, kept.slice(0, -1));
  return { ...deeper, dropped: [...dropped, ...deeper.dropped, ...kept.slice(-1).map(({ typed }) => typed)] };
}
