import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFor } from '../../plain/ids.ts';
import { hashOfNote, ROOT_HASH, type ChainedNote, type Note } from './chain.ts';
import { headOf, verifyChain } from './verify-chain.ts';

const HOUSE = idFor('house');

const words = fc.record({
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  act: fc.constantFrom('protected.read', 'role.ended', 'offer.said'),
  byRole: fc.constantFrom('organisation', 'coordination', 'system'),
  about: fc.string(),
});
const chains = (minLength: number) => fc.array(words, { minLength, maxLength: 12 }).map(chained);
const place = fc.nat();

function chained(notes: readonly Omit<Note, 'number'>[]): ChainedNote[] {
  const chain: ChainedNote[] = [];
  for (const [index, each] of notes.entries()) {
    const formerHash = headOf(chain);
    const note = { ...each, number: index + 1 };
    chain.push({ ...note, formerHash, hash: hashOfNote(HOUSE, formerHash, note) });
  }
  return chain;
}

test('a chain as it was written is intact, and so is every head it ever had', () => {
  fc.assert(
    fc.property(chains(0), place, (notes, n) => {
      const earlier = headOf(notes.slice(0, n % (notes.length + 1)));
      expect(verifyChain(HOUSE, notes, earlier)).toEqual({
        kind: 'intact',
        length: notes.length,
        head: headOf(notes),
      });
    }),
  );
});

test('a note that says something else is found at its place', () => {
  fc.assert(
    fc.property(chains(1), place, words, fc.constantFrom('at', 'act', 'byRole', 'about'), (notes, n, other, field) => {
      const index = n % notes.length;
      const changed = notes.map((note, at) => (at === index ? { ...note, [field]: other[field] } : note));
      fc.pre(String(notes[index]?.[field]) !== String(other[field]));
      if (field === 'at') fc.pre(notes[index]?.at.getTime() !== other.at.getTime());
      expect(verifyChain(HOUSE, changed)).toEqual({ kind: 'broken', at: index + 1 });
    }),
  );
});

test('a note whose hashes were made to fit breaks the one after it, or misses the kept head', () => {
  fc.assert(
    fc.property(chains(1), place, (notes, n) => {
      const index = n % notes.length;
      const changed = notes.map((note, at) => {
        if (at !== index) return note;
        const forged = { ...note, about: `${note.about}!` };
        return { ...forged, hash: hashOfNote(HOUSE, forged.formerHash, forged) };
      });
      expect(verifyChain(HOUSE, changed, headOf(notes)).kind).not.toBe('intact');
    }),
  );
});

test('notes in another order are found', () => {
  fc.assert(
    fc.property(chains(2), place, place, (notes, n, m) => {
      const [one, other] = [n % notes.length, m % notes.length];
      fc.pre(one !== other);
      const swapped = notes.map((note, at) => (at === one ? notes[other] : at === other ? notes[one] : note));
      expect(
        verifyChain(
          HOUSE,
          swapped.filter((note) => note !== undefined),
        ),
      ).toEqual({
        kind: 'broken',
        at: Math.min(one, other) + 1,
      });
    }),
  );
});

test('a note that was put in is found', () => {
  fc.assert(
    fc.property(chains(1), place, words, (notes, n, extra) => {
      const index = n % notes.length;
      const formerHash = headOf(notes.slice(0, index));
      const note = { ...extra, about: `${extra.about}+`, number: index + 1 };
      const added = { ...note, formerHash, hash: hashOfNote(HOUSE, formerHash, note) };
      const longer = [...notes.slice(0, index), added, ...notes.slice(index)];
      expect(verifyChain(HOUSE, longer).kind).toBe('broken');
    }),
  );
});

test('a note that was taken out of the middle is found', () => {
  fc.assert(
    fc.property(chains(2), place, (notes, n) => {
      const index = n % (notes.length - 1);
      expect(verifyChain(HOUSE, notes.toSpliced(index, 1))).toEqual({ kind: 'broken', at: index + 1 });
    }),
  );
});

test('a cut end fits together, and only a head that was kept elsewhere shows it', () => {
  fc.assert(
    fc.property(chains(1), place, (notes, n) => {
      const cut = notes.slice(0, n % notes.length);
      expect(verifyChain(HOUSE, cut).kind).toBe('intact');
      expect(verifyChain(HOUSE, cut, headOf(notes))).toEqual({ kind: 'head missing', length: cut.length });
    }),
  );
});

test('the chain of another organisation does not pass for this one', () => {
  fc.assert(
    fc.property(chains(1), (notes) => {
      expect(verifyChain(idFor('other'), notes)).toEqual({ kind: 'broken', at: 1 });
    }),
  );
  expect(verifyChain(HOUSE, [])).toEqual({ kind: 'intact', length: 0, head: ROOT_HASH });
});
