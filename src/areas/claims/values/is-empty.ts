const NOTHING = new Set([
  'nan',
  'null',
  '(null)',
  '[null]',
  '\\n',
  'none',
  'nil',
  'undefined',
  'unknown',
  'leer',
  '(leer)',
  '(blank)',
  'n/a',
  'n.a.',
  'n. a.',
  '#n/a',
  '#na',
  '#nv',
  '#wert!',
  '#value!',
  '#bezug!',
  '#ref!',
  '#name?',
  '#div/0!',
  '#null!',
  'k.a.',
  'k. a.',
  'k.a',
  'k. a',
  'k/a',
  'ka.',
  'o.a.',
  'o. a.',
  'keine angabe',
  'keine angaben',
  'ohne angabe',
  'nicht angegeben',
  'unbekannt',
  'nicht bekannt',
  'entfällt',
  'liegt nicht vor',
  'tba',
  'tbd',
  'folgt',
]);
const LONGEST = Math.max(...[...NOTHING].map((word) => word.length));

/** Whether a cell says nothing: blank, "-", "k. A.", "n/a", "nan", "#NV". "keine" may be an answer and is not empty. */
export function isEmpty(raw: string): boolean {
  const text = raw.replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '').trim();
  if (text === '') return true;
  if (text.length > LONGEST) return /^[-–—_.…/?*'"\s]+$/.test(text);
  // "NA" is how statistics programs write nothing; "na" and "Na" may be words.
  return text === 'NA' || NOTHING.has(text.toLowerCase()) || /^[-–—_.…/?*'"\s]+$/.test(text);
}
