/**
 * Places: Land, Kreis, Gemeinde, postcode of Germany, Austria, Switzerland and Liechtenstein.
 *
 * @example
 * const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
 * const answer = gazetteer.resolvePlace({ postcode: '9116', name: 'Chemnitz', country: 'DE' });
 */
export { openGazetteer, type Gazetteer } from './open-gazetteer.ts';
export { rhoenauTable } from './rhoenau-table.ts';
export { distanceKm } from './distance.ts';
export { placeKey } from './place-key.ts';
export type { Place, PlaceAnswer, PlaceQuestion, Point } from './place.ts';
