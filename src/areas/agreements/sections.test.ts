import { expect, test } from 'vitest';
import { PARAGRAPHS } from './paragraph.ts';
import { sectionAt, sectionOf, SECTIONS } from './sections.ts';

test('every kind of paragraph is in exactly one section', () => {
  expect(SECTIONS.flatMap(({ kinds }) => kinds).toSorted()).toEqual(Object.keys(PARAGRAPHS).toSorted());
  for (const section of SECTIONS) for (const kind of section.kinds) expect(sectionOf(kind)).toBe(section);
});

test('a section is found by its address, and no other word finds one', () => {
  expect(SECTIONS.map(({ slug }) => sectionAt(slug))).toEqual(SECTIONS);
  expect(new Set(SECTIONS.map(({ slug }) => slug)).size).toBe(SECTIONS.length);
  expect(sectionAt('rahmenx')).toBeNull();
});
