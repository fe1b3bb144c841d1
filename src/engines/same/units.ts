/**
 * Ends of words for something that is mostly a part of an organisation, folded; what the text layer knows as a kind
 * is not repeated. A single digit counts houses, groups and sites. Of homes only those for somebody: Mannheim is a town.
 */
const UNITS =
  /(?:(?:wohn|pflege|alten|alters|senioren|kinder|jugend|maedchen|frauen|studenten|schwestern|fluechtlings|asyl|landes|gemeinde|vereins|sport|tier|schulland|obdachlosen)heim|station|tagespflege|werkstatt|laden|kueche|kammer|boerse|stelle|stuetzpunkt|tagesstaette|abteilung|filiale|standort|ortsgruppe|ortsverein|ortsverband|kreisverband|bezirksverband|kreisgruppe|landesverband|regionalgruppe|sektion|wohngruppe|hospiz|ambulanz|notruf|telefon|mobil)$|^\d$/;

/** Whether a folded word names a facility, a branch or a section. */
export function namesUnit(word: string): boolean {
  return UNITS.test(word);
}
