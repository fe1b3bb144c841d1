import { addDays } from '../../../plain/time.ts';
import { dice } from '../dice.ts';
import { textOf, type List, type Offer } from '../county.ts';
import type { Measure } from '../invent-organisations.ts';
import { typedPhone } from '../phones.ts';
import { draft, spoil } from './draft.ts';
import { answer, languagesInWords, part, timesInWords, words } from './spell.ts';

/** The forty offers that were asked whether they want to see papers: what they say, before anyone has checked. */
export function solidarityList(offers: readonly Offer[], { seed, today }: Measure): List {
  const throws = dice(seed, 'list solidarisch');
  const made = draft<Offer>(
    [
      ['Angebot', (one) => textOf(one, 'name')],
      ['Träger', (one) => textOf(one, 'carrier')],
      ['Papiere nötig?', (one) => answer(one, 'papersAsked')],
      ['Name nötig?', (one) => answer(one, 'nameRequired')],
      ['Anonym möglich?', (one) => answer(one, 'anonymousPossible')],
      ['Öffentliche Stelle?', (one) => answer(one, 'publicBody')],
      ['Anmeldung', (one) => answer(one, 'appointment')],
      ['Sprachen', (one) => languagesInWords(words(one, 'languages'))],
      ['Wann', (one) => timesInWords(one, throws)],
      ['PLZ', (one) => part(one, 'place', 'postcode')],
      ['Ort', (one) => part(one, 'place', 'name')],
      ['Telefon', (one) => (textOf(one, 'phone') === '' ? '' : typedPhone(textOf(one, 'phone'), throws))],
      ['gefragt am', (_, place) => addDays(today, -10 - (place % 20))],
    ],
    offers,
  );
  spoil(made, throws, {
    defect: 'unknownMark',
    header: 'Anonym möglich?',
    count: 6,
    to: (cell) => (cell === '' ? throws.pick(['kA', '?', '-']) : null),
  });
  return {
    ...made,
    key: 'solidarisch',
    title: 'Vierzig Angebote: wird nach Papieren gefragt?',
    publisher: 'Initiative Solidarische Stadt M.',
    purpose: 'Menschen sollen wissen, wo sie ohne Angst hingehen können',
    licence: 'CC-BY-4.0',
    rhythm: 'einmal im Jahr',
    role: 'Arbeitsgruppe Zugang',
    subject: 'offer',
    format: 'csv-utf16-tab',
    keyHeader: null,
    head: [made.headers.map((text) => ({ text, columns: 1 }))],
    numbers: [],
  };
}
