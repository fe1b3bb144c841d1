import { spellingsOf, termsOf } from './terms.ts';

/** The languages in which things can be asked for. The first word of each is the name of the thing. */
type Said = Readonly<Record<'de' | 'en' | 'tr' | 'ar' | 'uk', string>>;

/**
 * What offers are often called, in five languages: whoever asks in one of them finds what is
 * written in another. Words and phrases, separated by commas.
 */
const THINGS: Readonly<Record<string, Said>> = {
  languageCafe: {
    de: 'Sprachcafé, Sprachtreff, Sprachstammtisch, Begegnungscafé',
    en: 'language café, language cafe, conversation café, language meet-up',
    tr: 'dil kafesi, konuşma kafesi, sohbet kafesi',
    ar: 'مقهى اللغات, مقهى اللغة, مقهى لغوي, مقهى المحادثة',
    uk: 'мовне кафе, мовний клуб, розмовний клуб',
  },
  germanCourse: {
    de: 'Deutschkurs, Sprachkurs, Deutsch lernen, Deutsch für Anfänger, Integrationskurs',
    en: 'German course, German class, language course, learn German, German for beginners',
    tr: 'Almanca kursu, dil kursu, Almanca öğrenmek',
    ar: 'دورة ألمانية, دورة لغة, دورة اللغة الألمانية, تعلم الألمانية',
    uk: 'курс німецької, мовні курси, мовний курс, курси німецької',
  },
  counselling: {
    de: 'Beratung, Sozialberatung, Beratungsstelle, Migrationsberatung',
    en: 'counselling, advice, advice centre, social counselling',
    tr: 'danışmanlık, danışma',
    ar: 'استشارة, استشارات, مشورة',
    uk: 'консультація, консультації, порада',
  },
  helpWithForms: {
    de: 'Formularhilfe, Hilfe bei Formularen, Formulare ausfüllen, Behördenbriefe, Ausfüllhilfe',
    en: 'help with forms, filling in forms, help with letters',
    tr: 'form doldurma yardımı, form yardımı',
    ar: 'مساعدة في تعبئة الاستمارات, تعبئة الاستمارات',
    uk: 'допомога з формулярами, заповнення формулярів, допомога з документами',
  },
  interpreting: {
    de: 'Sprachmittlung, Dolmetschen, Dolmetscher, Übersetzen, Übersetzung',
    en: 'interpreting, interpreter, translation',
    tr: 'çeviri, tercüme, sözlü çeviri',
    ar: 'ترجمة, ترجمة شفهية',
    uk: 'переклад, усний переклад, перекладач',
  },
  homeworkHelp: {
    de: 'Hausaufgabenhilfe, Nachhilfe, Lernhilfe',
    en: 'homework help, tutoring',
    tr: 'ödev yardımı, ders yardımı',
    ar: 'مساعدة في الواجبات المدرسية, دروس تقوية',
    uk: 'допомога з домашніми завданнями, репетиторство',
  },
  storyTime: {
    de: 'Vorlesestunde, Vorlesen, Bilderbuchkino',
    en: 'story time, reading aloud',
    tr: 'okuma saati, masal saati',
    ar: 'ساعة قراءة, قراءة القصص',
    uk: 'читання вголос, година читання',
  },
  womensCafe: {
    de: 'Frauencafé, Frauentreff, Frauenfrühstück',
    en: 'women’s café, women’s group, women’s breakfast',
    tr: 'kadınlar kafesi, kadın buluşması',
    ar: 'مقهى النساء, ملتقى النساء',
    uk: 'жіноче кафе, жіночий клуб',
  },
  parentsCafe: {
    de: 'Elterncafé, Elterntreff, Krabbelgruppe, Familiencafé',
    en: 'parents’ café, parents’ group, toddler group',
    tr: 'veli kafesi, anne baba kafesi',
    ar: 'مقهى الآباء والأمهات, ملتقى الأهل',
    uk: 'кафе для батьків, батьківський клуб',
  },
  youthClub: {
    de: 'Jugendtreff, Jugendclub, Jugendzentrum',
    en: 'youth club, youth centre',
    tr: 'gençlik buluşması, gençlik kulübü, gençlik merkezi',
    ar: 'ملتقى الشباب, نادي الشباب',
    uk: 'молодіжний клуб, молодіжний центр',
  },
  sewing: {
    de: 'Nähwerkstatt, Nähkurs, Nähen, Nähtreff',
    en: 'sewing workshop, sewing',
    tr: 'dikiş atölyesi, dikiş',
    ar: 'ورشة خياطة, خياطة',
    uk: 'швейна майстерня, шиття',
  },
  cooking: {
    de: 'Kochgruppe, gemeinsam kochen, Kochen',
    en: 'cooking together, cooking',
    tr: 'birlikte yemek pişirmek, yemek pişirmek',
    ar: 'نطبخ معا, الطبخ',
    uk: 'готуємо разом, кулінарія',
  },
  applications: {
    de: 'Bewerbungswerkstatt, Bewerbungshilfe, Bewerbung',
    en: 'application workshop, help with applications, job applications',
    tr: 'iş başvurusu atölyesi, iş başvurusu',
    ar: 'ورشة طلبات التوظيف, طلبات التوظيف',
    uk: 'майстерня резюме, резюме',
  },
  flatSearch: {
    de: 'Wohnungssuche, Hilfe bei der Wohnungssuche',
    en: 'help finding a flat, flat search',
    tr: 'ev arama yardımı, ev arama',
    ar: 'مساعدة في البحث عن سكن, البحث عن سكن',
    uk: 'допомога в пошуку житла, пошук житла',
  },
  bicycleWorkshop: {
    de: 'Fahrradwerkstatt, Radwerkstatt, Fahrradreparatur',
    en: 'bicycle workshop, bike workshop, bike repair',
    tr: 'bisiklet atölyesi, bisiklet tamiri',
    ar: 'ورشة دراجات, تصليح الدراجات',
    uk: 'веломайстерня, ремонт велосипедів',
  },
};

const NAMED_IN = ['en', 'tr', 'ar', 'uk'] as const;

/** The words and phrases for a thing, folded. */
export function phrasesForThing(thing: string): readonly string[] {
  return THINGS[thing] === undefined ? [] : [...new Set(written(THINGS[thing]).flatMap(spellingsOf))];
}

/** The name of a thing in a language of the pages; German where it has none. */
export function nameOfThing(thing: string, language: string): string {
  const said = THINGS[thing];
  if (said === undefined) return thing;
  const known = NAMED_IN.find((each) => each === language) ?? 'de';
  return said[known].split(', ')[0] ?? thing;
}

/** What an entry with these terms is, as codes: a phrase counts when all its words are there. */
export function thingsIn(terms: readonly string[]): readonly string[] {
  const has = new Set(terms);
  const found = new Set<string>();
  for (const term of terms) {
    for (const { thing, rest } of byFirstTerm.get(term) ?? [])
      if (rest.every((each) => has.has(each))) found.add(`thing:${thing}`);
  }
  return [...found].toSorted();
}

const byFirstTerm = Map.groupBy(
  Object.entries(THINGS).flatMap(([thing, said]) =>
    written(said).flatMap((phrase) => {
      const [first = [], ...rest] = phrase
        .split(' ')
        .map((word) => termsOf(word))
        .filter((forms) => forms.length > 0);
      // One form of each further word is enough: an entry has all forms of its words.
      return first.map((form) => ({
        first: form,
        thing,
        rest: rest.flatMap(([form0]) => (form0 === undefined ? [] : [form0])),
      }));
    }),
  ),
  ({ first }) => first,
);

function written(said: Said): readonly string[] {
  return Object.values(said).flatMap((text) => text.split(', '));
}
