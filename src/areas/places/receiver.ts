const LEGAL_FORM =
  /(^|[\s.&(-])(g?GmbH|m\.? ?b\.? ?H\.?|AG|KGaA|KG|OHG|eG|e\. ?V\.?|SE|Ltd\.?|B\.V\.|S\.A\.|Aktiengesellschaft)(?=$|[\s,.)&-])/;

const OFFICE =
  /(amt|gericht|gerichtshof|ämter|anwaltschaft|behörden?|verwaltung|ministerium|präsidium|anstalt|landrat|magistrat|kammer|kanzlei|ordinariat|generalvikariat)(?=$|[\s,.)-])/i;

const HOUSE =
  /(bank|sparkasse|krankenkasse|gesundheitskasse|ersatzkasse|versicherung(en)?|krankenhaus|klinik|klinikum|universität|verlag|gesellschaft|stiftung|genossenschaft|rundfunk|museum|niederlassung|filiale|hauptverwaltung)(?=$|[\s,.)-])/i;

const OPENING =
  /^(Stadt|Landeshauptstadt|Landkreis|Kreis|Agentur für Arbeit|Job-?Center|Deutsche Post|Deutsche Telekom|AOK|IKK|BKK|DAK|HUK|BARMER|ADAC|TÜV|IHK|Techniker|Commerzbank|Postfach|Großkunde|Justizvollzugsanstalt|Regierung)(?=$|[\s-])/i;

/** Places that end like an office and are none. */
const REAL = new Set(['Freiamt', 'Freigericht', 'Hohenkammer', 'Linsengericht', 'Maikammer', 'Stadt Wehlen']);

/**
 * Whether a name in a list of postcodes is that of one large receiver of mail (a company, an
 * office, a clinic) and not of a place people live in.
 *
 * @example isReceiver('Daimler Insurance Services GmbH') // true
 * @example isReceiver('Linsengericht')                   // false
 */
export function isReceiver(name: string): boolean {
  if (REAL.has(name)) return false;
  return [LEGAL_FORM, OFFICE, HOUSE, OPENING].some((sign) => sign.test(name));
}
