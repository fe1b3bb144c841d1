import { fold } from '../../plain/text.ts';

/** The invented county; the id follows the key of German counties, in a range that is not given out. */
export const COUNTY_ID = 'DE-99001';
export const COUNTY_NAME = 'Landkreis Rhönau';

/** The districts of the town of Rhönau. */
export const DISTRICTS = ['Nord', 'Mitte', 'Süd', 'Altstadt', 'Weberviertel'] as const;

/** The municipalities: no German municipality has these names, no real place has these postcodes. */
export const RHOENAU_PLACES: readonly { name: string; postcodes: readonly string[]; lat: number; lon: number }[] = [
  { name: 'Rhönau', postcodes: ['00101', '00102', '00103'], lat: 50.548, lon: 9.884 },
  { name: 'Kaltenried', postcodes: ['00104'], lat: 50.612, lon: 9.952 },
  { name: 'Oberwiesthal', postcodes: ['00105'], lat: 50.483, lon: 10.041 },
  { name: 'Niederlohra', postcodes: ['00106'], lat: 50.571, lon: 9.778 },
  { name: 'Wendelfeld', postcodes: ['00107'], lat: 50.641, lon: 9.842 },
  { name: 'Hüttengrund', postcodes: ['00108'], lat: 50.437, lon: 9.913 },
  { name: 'Steinaubach', postcodes: ['00109'], lat: 50.519, lon: 9.731 },
  { name: 'Lindenroda', postcodes: ['00110'], lat: 50.668, lon: 10.018 },
  { name: 'Fuldatal-Ost', postcodes: ['00111'], lat: 50.527, lon: 9.979 },
  { name: 'Brückenhain', postcodes: ['00112'], lat: 50.459, lon: 9.802 },
  { name: 'Moosleiten', postcodes: ['00113'], lat: 50.593, lon: 10.073 },
  { name: 'Tannrode-Süd', postcodes: ['00114'], lat: 50.421, lon: 10.012 },
];

/** The id that the gazetteer gives a municipality: `placeId('Fuldatal-Ost')` is `DE-99001-fuldatal-ost`. */
export function placeId(name: string): string {
  return `${COUNTY_ID}-${fold(name).replaceAll(' ', '-')}`;
}

/** The postcode of a district of Rhönau; `Nord` has 00102. */
export function postcodeOf(district: string): string {
  if (district === 'Nord') return '00102';
  return district === 'Süd' || district === 'Weberviertel' ? '00103' : '00101';
}
