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
/** Written like this and not otherwise: "NA" is how statistics programs write nothing, "KA" may be an abbreviation, "ka" a language. */
const EXACTLY = new Set(['NA', 'kA', 'k A', 'kA.']);
const LONGEST = Math.max(...[...NOTHING].map((word) => word.length));
const NO_CONTACT =
  /^(?:(?:hat|haben|noch|derzeit|zurzeit|leider) )*(?:keine?[nrs]?|keins|nein|ohne|none|no|not available|yok|немає|لا يوجد|aucune?|nicht vorhanden)(?: (?:e-?mail(?:-?adresse)?|mail|mailadresse|telefon|telefonnummer|tel\.?|nummer|handy|fax|web|webseite|website|homepage|internet|internetseite|adresse|kontakt|ansprechpartner(?:in)?|ansprechperson|person|vorhanden|bekannt))?[.!]?$/iu;

/**
 * Whether a cell says nothing: blank, "-", "k. A.", "n/a", "nan", "#NV". "keine" may be an answer and is not empty,
 * except where a contact is meant.
 */
export function isEmpty(raw: string, about?: 'contact'): boolean {
  const text = raw.replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '').trim();
  if (text === '' || /^[-–—_.…/?*'"\s]+$/.test(text)) return true;
  if (about === 'contact' && text.length <= 60 && NO_CONTACT.test(text)) return true;
  return text.length <= LONGEST && (EXACTLY.has(text) || NOTHING.has(text.toLowerCase()));
}
