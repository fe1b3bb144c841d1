/** How words of names are shortened with a dot, folded. What is cut anywhere else is compared by its beginning. */
const WITH_DOT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ev: 'evangelisch',
    evang: 'evangelisch',
    kath: 'katholisch',
    luth: 'lutherisch',
    ref: 'reformiert',
    dt: 'deutsch',
    dtsch: 'deutsch',
    int: 'international',
    intern: 'international',
    internat: 'international',
    ges: 'gesellschaft',
    umg: 'umgebung',
    f: 'fuer',
    kreisverb: 'kreisverband',
    landesverb: 'landesverband',
    verb: 'verband',
    soz: 'sozial',
    gem: 'gemeinnuetzig',
    gemn: 'gemeinnuetzig',
    bez: 'bezirk',
    univ: 'universitaet',
    inst: 'institut',
    str: 'strasse',
    st: 'sankt',
    assn: 'association',
    assoc: 'association',
    dept: 'department',
    intl: 'international',
    natl: 'national',
    mfg: 'manufacturing',
    mgmt: 'management',
    svcs: 'services',
  }),
);

/** What is written shortened without a dot as well. */
const ALWAYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    intl: 'international',
    natl: 'national',
    assn: 'association',
    mfg: 'manufacturing',
    mgmt: 'management',
    svcs: 'services',
    sankt: 'sankt',
    centre: 'center',
  }),
);

/** The long form of a folded word that is known to be a short one, else the word itself. */
export function spellOut(word: string, hasDot: boolean): string {
  return ALWAYS.get(word) ?? (hasDot ? (WITH_DOT.get(word) ?? word) : word);
}
