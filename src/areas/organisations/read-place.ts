import { not, ok } from '../../plain/result.ts';
import { saying } from '../../plain/words.ts';
import type { Facts, ReadPlace } from '../claims/index.ts';
import type { Gazetteer } from '../places/index.ts';

const AS_WRITTEN = 'as-written';
const LONGEST = 120;

/** Reads a place that somebody types: asks where several have the name, and takes an unknown one only on request. */
export function placeReader(gazetteer: Gazetteer, country: Country): ReadPlace {
  return (text, chosen, words) => {
    const name = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed();
    if (chosen === AS_WRITTEN) return ok({ name });
    const answer = gazetteer.resolvePlace({ text: name, country });
    if (answer.state === 'found') {
      const { place, postcode } = answer;
      return ok({ place: place.id, name: place.name, ...(postcode === null ? {} : { postcode }) });
    }
    const places = answer.state === 'ambiguous' ? answer.choices : [];
    const meant = places.find(({ id }) => id === chosen);
    if (meant !== undefined) return ok({ place: meant.id, name: meant.name });
    return not({
      told: answer.state === 'ambiguous' ? saying('organisations.speak.whichPlace', { place: name }) : answer.reason,
      choices: [
        ...places.map(({ id, name: label }) => ({ value: id, label: [label, above(gazetteer, id)].join(', ') })),
        { value: AS_WRITTEN, label: words.say('organisations.speak.placeAsWritten') },
      ],
    });
  };
}

type Country = 'DE' | 'AT' | 'CH' | 'LI';

/** The country whose area codes and place names are meant: the one where the subject is. */
export function countryOf(facts: Facts): Country {
  const place = facts['place'];
  const id =
    place !== null && typeof place === 'object' && !Array.isArray(place) && 'place' in place ? place.place : '';
  const found = (['AT', 'CH', 'LI'] as const).find((country) => typeof id === 'string' && id.startsWith(`${country}-`));
  return found ?? 'DE';
}

function above(gazetteer: Gazetteer, id: string): string {
  return gazetteer.ancestors(id)[0]?.name ?? '';
}
