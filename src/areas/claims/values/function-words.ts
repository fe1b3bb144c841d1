import { fold } from '../../../plain/text.ts';

/** Words that name a function, a place in a house or an organisation, in the languages that lists are written in. */
const FUNCTIONS = new Set([
  'büro', 'beruf', 'office', 'empfang', 'zentrale', 'info', 'infos', 'kontakt', 'contact', 'mail', 'post', 'vorstand', 'vorsitz', 'vorsitzende', 'vorsitzender', 'schatzmeister', 'kasse', 'leitung', 'leiter', 'leiterin', 'chef', 'chefin',
  'leiter*in', 'leiter:in', 'koordinator', 'koordinatorin', 'referent', 'referentin', 'referat', 'abteilung', 'fachbereich', 'fachdienst', 'dezernat', 'amt', 'dienst', 'team', 'stelle', 'verwaltung', 'beratung', 'anmeldung', 'hotline', 'telefon', 'service',
  'projekt', 'projektleiter', 'projektleiterin', 'sozialarbeiter', 'sozialarbeiterin', 'sozialpädagoge', 'sozialpädagogin', 'mitarbeiter', 'mitarbeiterin', 'mitarbeitende', 'geschäftsführer', 'geschäftsführerin', 'hausmeister', 'hausmeisterin', 'pförtner', 'pforte',
  'rektor', 'rektorin', 'schulleiter', 'schulleiterin', 'lehrkräfte', 'trainer', 'trainerin', 'berater', 'beraterin', 'beauftragte', 'beauftragter', 'präsident', 'präsidentin', 'sprecher', 'sprecherin', 'sprecherrat', 'vertretung', 'ombudsstelle', 'bürgermeister', 'bürgermeisterin',
  'verein', 'initiative', 'gruppe', 'schule', 'kita', 'hort', 'haus', 'zentrum', 'treff', 'café', 'cafe', 'bibliothek', 'redaktion', 'presse', 'migration', 'integration', 'flucht', 'asyl', 'soziales', 'jugend', 'frauen', 'männer', 'kinder', 'familie', 'familien', 'senioren', 'bildung', 'sprache', 'arbeit',
  'ehrenamt', 'freiwillige', 'kultur', 'gesundheit', 'wohnen', 'recht', 'rathaus', 'jobcenter', 'stadt', 'gemeinde', 'landkreis', 'kreis', 'netzwerk', 'bündnis', 'zentral', 'sekretariat', 'sekretärin', 'assistenz', 'buchhaltung', 'organisation', 'programm', 'finanzen', 'förderung', 'sprechstunde', 'sprechzeit',
  'board', 'reception', 'desk', 'front', 'help', 'helpdesk', 'management', 'manager', 'coordinator', 'director', 'chair', 'secretary', 'treasurer', 'counselling', 'counseling', 'advice', 'advisory', 'centre', 'center', 'point', 'services', 'general', 'public', 'relations', 'press', 'volunteers', 'head', 'staff', 'support',
  'danışma', 'sekreterlik', 'yönetim', 'kurulu', 'ofis', 'ofisi', 'merkezi', 'merkez', 'koordinasyon', 'koordinatör', 'başkan', 'başkanlık', 'başkanı', 'iletişim', 'müdür', 'müdürlük', 'resepsiyon', 'derneği', 'dernek', 'sekreter', 'genel',
  'مكتب', 'المكتب', 'استشارة', 'استشارات', 'الاستشارات', 'ادارة', 'الادارة', 'جمعية', 'الجمعية', 'لجنة', 'سكرتارية', 'السكرتارية', 'استقبال', 'الاستقبال', 'مركز', 'المركز', 'خدمة', 'خدمات', 'منسق', 'منسقة', 'رئيس', 'رئيسة', 'مدير', 'مديرة', 'قسم', 'رئيس مجلس', 'مجلس', 'اتصال', 'الاتصال',
  'офіс', 'секретаріат', 'приймальня', 'правління', 'координатор', 'координаторка', 'консультація', 'консультації', 'голова', 'директор', 'директорка', 'керівник', 'керівниця', 'центр', 'відділ', 'служба', 'контакт', 'рада', 'бюро', 'секретар', 'бухгалтерія',
  'secrétariat', 'accueil', 'bureau', 'direction', 'conseil', 'présidence',
].map(fold));

/** Endings of German compounds that name a function; from some length on, so that "Jung" and "Neuhaus" stay names. */
const ENDINGS: readonly (readonly [ending: RegExp, length: number])[] = [
  [/(?:stelle|beratung|buero|kammer|leitung|fuehrung|sekretariat|zentrum|dienst|gruppe|arbeit|hilfe|verein|verband|verbund|werk|agentur|initiative|treff|cafe|service|team|stellen|dienste|kreis|beauftragter?|beauftragten|koordination|verwaltung|schule|kita|vorstand|referat|behoerde|projekt|angebot|angebote|telefon|sprechstunde|laden|werkstatt|garten|bibliothek|beirat|ausschuss|office)$/, 6],
  [/(?:ung|ion|heit|keit|schaft|itaet|ismus|ция|ція)$/, 8],
  [/(?:haus|amt|platz|raum|markt|heim|treffpunkt)$/, 9],
  [/(?:leiter|leiterin|fuehrer|fuehrerin|arbeiterin|arbeiter|paedagogin|paedagoge|beraterin|berater|vorsitzender?|sprecherin|referentin|koordinatorin|koordinator|managerin|manager)$/, 9],
  [/(?:isch|lich|ell|ional|iv)e[rsnm]?$/, 9],
];

/** Words before a name: they say that a person follows but no function. */
export const CONTACT_LABEL = /^\s*(?:ansprech(?:partner|person|perso)(?:[*:_/]?-?in(?:nen)?)?|ansprechbar|kontaktperson|kontakt|contact(?: person)?|zuständig|verantwortlich(?:e|er)?|name|ilgili(?: kişi)?|irtibat(?: kişisi)?|контактна особа|контакт|جهة الاتصال|الشخص المسؤول|المسؤول|مسؤول)\s*[:：-]?\s*/iu;

export const HONORIFIC = /^(?:frau|herr|herrn|hr|fr|dr|prof|dipl|mag|mr|mrs|ms|miss|mme|madame|monsieur|bay|bayan|пан|пані|панi|г-н|г-жа|السيد|السيدة|سيد|سيدة|الاستاذ|الاستاذة|الدكتور|الدكتورة|د)$/u;

/** Small words inside functions and names. */
export const SMALL = /^(?:und|u|der|die|das|des|den|dem|für|im|in|am|an|zur|zum|bei|of|the|for|and|ve|için|von|van|de|el|al|bin|та|і|для|з|و|في|ل|oder|or|sowie|mit)$/iu;

export function isFunctionWord(word: string): boolean {
  const folded = fold(word);
  if (folded.includes(' ')) return folded.split(' ').some(isFunctionWord);
  return FUNCTIONS.has(folded) || ENDINGS.some(([ending, length]) => folded.length >= length && ending.test(folded));
}
