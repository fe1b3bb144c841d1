export interface Mail {
  /** Before the @, without what some hosts ignore (a tag behind "+"). */
  readonly local: string;
  readonly domain: string;
  /** A host that gives addresses to everybody: its domain says nothing about whom the address belongs to. */
  readonly isFree: boolean;
}

/** Hosts of free addresses that are seen in lists of associations, by the part before the ending. */
const FREE = new Set(
  (
    'gmail googlemail gmx web hotmail outlook live msn yahoo ymail rocketmail t-online freenet arcor aol icloud me mac ' +
    'online mail mailbox posteo proton protonmail pm tutanota tuta tutamail riseup systemli immerda disroot yandex ya ' +
    'rambler bk inbox list ukr i meta vodafone vodafonemail kabelmail unitybox unity-mail o2online o2mail 1und1 email ' +
    'netcologne versanet osnanet ewe htp-tel alice alice-dsl directbox fastmail zoho aon chello gmx-topmail bluewin ' +
    'sunrise hispeed libero laposte orange free sfr wanadoo wp onet o2 interia seznam centrum abv mynet superonline comcast'
  ).split(' '),
);
/** Of these only the hosts with these endings are free; "free.example" or "online.example" may be anybody's. */
const FREE_ENDINGS = /^(?:de|com|net|org|at|ch|li|eu|ru|ua|co\.uk|fr|it|es|pl|cz|bg|tr|com\.tr|me|li|se|is|info|chat)$/;

const ADDRESS = /[^\s@<>()[\]{},;:"|/\\]+@[^\s@<>()[\]{},;:"|/\\]+\.[^\s@<>()[\]{},;:"|/\\]+/u;

/**
 * Reads the first mail address of a text; null when there is none.
 *
 * @example mailOf('Kontakt@TDV.example')         // { local: 'kontakt', domain: 'tdv.example', isFree: false }
 * @example mailOf('verein.mueller [at] gmx.de')  // { local: 'verein.mueller', domain: 'gmx.de', isFree: true }
 */
export function mailOf(text: string): Mail | null {
  const found = ADDRESS.exec(opened(text))?.[0];
  if (found === undefined) return null;
  const address = found.toLowerCase().replace(/^['.]+|['.!?*]+$/g, '');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).replace(/\+.*$/, '');
  const domain = address.slice(at + 1).replace(/\?.*$/, '');
  if (local === '' || !domain.includes('.')) return null;
  return { local, domain, isFree: isFreeHost(domain) };
}

/** Undoes what protects against collectors of addresses: "info [at] verein [punkt] de". */
function opened(text: string): string {
  if (text.includes('@')) return text.includes(' @') || text.includes('@ ') ? text.replace(/ *@ */g, '@') : text;
  return text
    .normalize('NFKC')
    .replace(/\s*[[({<]\s*(?:at|ät|a)\s*[\])}>]\s*|\s+(?:at|ät)\s+/giu, '@')
    .replace(/\s*[[({<]\s*(?:dot|punkt)\s*[\])}>]\s*|\s+(?:dot|punkt)\s+/giu, '.');
}

function isFreeHost(domain: string): boolean {
  const dot = domain.indexOf('.');
  return FREE.has(domain.slice(0, dot)) && FREE_ENDINGS.test(domain.slice(dot + 1));
}
