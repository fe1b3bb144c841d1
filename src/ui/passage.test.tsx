import { expect, test } from 'vitest';
import { Unbroken } from './passage.tsx';

test('a legal form stays on one line, and the words of the name stay what they are', () => {
  const html = String(<Unbroken text="Frauenverein Nûjîn e. V. & Freunde" />);
  expect(html).toBe('Frauenverein Nûjîn <span class="unbroken">e. V.</span> &amp; Freunde');
  expect(String(<Unbroken text="Treff am Wehr" />)).toBe('Treff am Wehr');
});
