import { fold } from '../../../plain/text.ts';
import { cleanCell } from './clean.ts';
import { quote, type Read, refused, understood } from './reading.ts';

const YES =
  'ja, j, yes, y, x, 1, true, wahr, t, evet, var, oui, نعم, اجل, так, да, baa, belê, erê, ok, stimmt, vorhanden, erforderlich, notwendig, nötig, möglich, required, ja bitte, ist erforderlich, ist möglich, wird verlangt, wird benötigt, ✓, ✔, ✅, ☑';
const NO =
  'nein, n, no, 0, false, falsch, f, hayır, yok, non, لا, كلا, ні, нет, na, nê, keine, keiner, kein, nicht, nicht erforderlich, nicht notwendig, nicht nötig, nicht möglich, nicht vorhanden, wird nicht verlangt, not required, kein Bedarf, ✗, ✘, ❌, ☐';

/** What some fields say in words of their own. */
const OWN: Readonly<Record<string, { readonly yes: string; readonly no: string }>> = {
  nameRequired: {
    yes: 'name erforderlich, mit namen, mit namensangabe',
    no: 'ohne namen, ohne namensangabe, name nicht erforderlich, anonym',
  },
  papersAsked: {
    yes: 'ausweis, ausweis erforderlich, mit papieren, papiere erforderlich, pass',
    no: 'ohne papiere, ohne ausweis, keine papiere, no papers, papers not required, niemand fragt nach papieren',
  },
  publicBody: {
    yes: 'behoerde, staatlich, kommunal, oeffentlich, oeffentliche stelle',
    no: 'privat, frei, freier traeger, nicht staatlich',
  },
  anonymousPossible: { yes: 'anonym, anonym moeglich, anonymous', no: 'nicht anonym' },
  appointment: {
    yes: 'mit termin, nur mit termin, termin erforderlich, nach vereinbarung, nach terminvereinbarung, nach anmeldung, mit anmeldung, anmeldung erforderlich, by appointment, appointment required, termin noetig',
    no: 'ohne termin, ohne anmeldung, offen, offenes angebot, no appointment, drop in, keine anmeldung, kein termin, keine anmeldung erforderlich, einfach kommen',
  },
  stepFree: {
    yes: 'barrierefrei, barrierefreier zugang, rollstuhlgerecht, stufenlos, stufenfrei, ebenerdig, wheelchair, accessible, step free, aufzug, barrierefreies schulhaus',
    no: 'nicht barrierefrei, nicht rollstuhlgerecht, stufen, treppe, treppen, nur ueber treppe, not accessible',
  },
};

type Answer = 'yes' | 'no';
const shared = answers(YES, NO);
const own = new Map(Object.entries(OWN).map(([field, words]) => [field, answers(words.yes, words.no)]));

/** Reads yes or no. "teilweise" is neither: such a place needs words of its own. */
export function readAnswer(raw: string, field: string): Read {
  const cell = cleanCell(raw);
  const key = keyOf(cell);
  const answer = own.get(field)?.get(key) ?? shared.get(key);
  if (answer !== undefined) return understood(answer);
  return refused(
    /^(?:teilweise|teils|bedingt|eingeschränkt|manchmal|limited|partly|partial|kısmen|частково|جزئيا)/i.test(cell)
      ? 'claims.answer.partly'
      : 'claims.answer.unknown',
    { part: quote(cell) },
  );
}

function answers(yes: string, no: string): Map<string, Answer> {
  return new Map([
    ...keys(yes).map((key): [string, Answer] => [key, 'yes']),
    ...keys(no).map((key): [string, Answer] => [key, 'no']),
  ]);
}

function keys(words: string): string[] {
  return words.split(', ').map(keyOf);
}

// Ticks are no letters, folding would lose them.
function keyOf(text: string): string {
  return fold(text) || text.trim();
}
