import { fold } from '../../../plain/text.ts';

/** What lists write for a code, besides the code itself; labels of the catalogues are among them (a test compares). */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    association:
      'Verein, Vereine, e. V., eV, eingetragener Verein, gemeinnütziger Verein, eingetragener Verein (e. V.), Migrantenverein, Migrantenorganisation, Migrant*innenorganisation, MSO, MO, Kulturverein, association, registered association, dernek, جمعية, асоціація, громадська організація, association loi 1901',
    initiative:
      'Initiative, Initiative ohne Form, Initiative ohne Rechtsform, initiative without legal form, Bürgerinitiative, Helferkreis, Helferkreise, Unterstützerkreis, Gruppe, Selbsthilfegruppe, Bündnis, Ehrenamtsinitiative, freie Initiative, Arbeitskreis, Nachbarschaftsinitiative, informelle Gruppe, volunteer group, group, girişim, مبادرة, ініціатива',
    carrier:
      'Träger, freier Träger, freie Träger, Wohlfahrtsverband, Bildungsträger, gGmbH, gAG, Träger der freien Jugendhilfe, Träger der Wohlfahrtspflege, carrier, welfare organisation, welfare organization, service provider, Maßnahmeträger',
    administration:
      'Behörde, Behörden, Verwaltung, Amt, Kommune, kommunal, Stadtverwaltung, Kreisverwaltung, öffentliche Verwaltung, Stadt, Landkreis, Landratsamt, Verwaltungseinheit, administration, authority, public authority, public administration, belediye, resmi kurum, بلدية, орган влади',
    institution:
      'Einrichtung, Einrichtungen, Institution, Schule, Bildungseinrichtung, Volkshochschule, VHS, Bibliothek, Hochschule, Universität, Kita, Museum, öffentliche Einrichtung, institution, facility, school, library, kurum, مؤسسة, установа',
    umbrella:
      'Dachverband, Verband, Landesverband, Bundesverband, Dachorganisation, Föderation, Zusammenschluss, umbrella, umbrella organisation, umbrella organization, federation, çatı örgütü, federasyon, اتحاد, федерація',
  },
  fieldsOfAction: {
    housing:
      'Wohnen, Wohnung, Wohnungssuche, Unterkunft, Unterbringung, Wohnen und Unterkunft, housing, barınma, konut, سكن, السكن, житло, logement',
    education:
      'Bildung, Schule, Sprache, Sprachen, Schule und Bildung, Bildung und Schule, Bildung und Sprache, Sprachkurs, Sprachkurse, Deutschkurs, Deutschkurse, Nachhilfe, Ausbildung, Kita, Sprachförderung, education, school, school and education, language, language course, eğitim, okul, تعليم, التعليم, освіта, éducation, Qualifizierung',
    work: 'Arbeit, Beruf, Job, Arbeit und Einkommen, Arbeit und Beruf, Arbeitsmarkt, Beschäftigung, Einkommen, work, work and income, employment, iş, çalışma, عمل, العمل, робота, travail, Jobsuche, Bewerbung',
    health:
      'Gesundheit, Medizin, Pflege, psychische Gesundheit, Gesundheitsversorgung, health, sağlık, صحة, الصحة, здоров’я, santé, Therapie, psychosoziale Beratung',
    transport:
      'Verkehr, Mobilität, Fahrten, Verkehr und Mobilität, Nahverkehr, Fahrrad, transport, mobility, transport and mobility, ulaşım, مواصلات, транспорт',
    selfOrganisation:
      'Selbstorganisation, Selbsthilfe, Empowerment, Teilhabe, Beteiligung, politische Teilhabe, Partizipation, Interessenvertretung, Selbstvertretung, self-organisation, self-organization, participation, öz örgütlenme, самоорганізація, التنظيم الذاتي',
    culture:
      'Kultur, kulturelle Orte, Begegnung, Orte der Kultur, Kultur und Begegnung, Begegnungscafé, Begegnungsort, Freizeit, Kunst, Musik, Theater, culture, cultural places, culture and meeting, kültür, ثقافة, الثقافة, культура, encounter',
  },
  targetGroups: {
    everyone:
      'alle, alle Menschen, jede und jeder, für alle, offen für alle, jeder, alle Interessierten, Interessierte, Öffentlichkeit, everyone, everybody, all, anyone, herkes, الجميع, للجميع, усі, всі, tous',
    women:
      'Frauen, Frau, Mütter, Migrantinnen, FLINTA, FLINTA*, Frauen*, women, mothers, kadınlar, نساء, النساء, жінки, femmes',
    men: 'Männer, Mann, Väter, Männer*, men, fathers, erkekler, رجال, الرجال, чоловіки, hommes',
    children:
      'Kinder, Kind, Kleinkinder, Grundschulkinder, Schulkinder, children, kids, çocuklar, أطفال, الأطفال, діти, enfants',
    youth:
      'Jugendliche, Jugend, junge Menschen, junge Erwachsene, Heranwachsende, Teenager, youth, young people, young adults, gençler, شباب, الشباب, молодь, jeunes',
    parents:
      'Eltern, Eltern und Familien, parents and families, Familien, Familie, Alleinerziehende, Elternteil, parents, families, ebeveynler, aileler, آباء, عائلات, العائلات, батьки, сім’ї, parents et familles',
    older:
      'Senioren, Seniorinnen, Senior*innen, Seniorinnen und Senioren, ältere Menschen, Ältere, alte Menschen, 60+, 65+, older people, elderly, seniors, yaşlılar, كبار السن, літні люди, пенсіонери',
    newcomers:
      'Geflüchtete, Neuzugewanderte, Zugewanderte, Neu Zugewanderte, Neuankommende, Flüchtlinge, Asylsuchende, Asylbewerber, Migranten, Migrant*innen, Migrant:innen, Migrantinnen und Migranten, Menschen mit Fluchterfahrung, Menschen mit Migrationsgeschichte, Menschen mit Migrationshintergrund, neu in der Stadt, Neu Angekommene, newcomers, refugees, migrants, mülteciler, göçmenler, لاجئون, اللاجئين, اللاجئون, біженці, мігранти, réfugiés',
    lgbtiq:
      'LSBTIQ, LSBTIQ*, LSBTI, LGBT, LGBTQ, LGBTIQ, LGBTIQ+, LGBTQIA, LGBTQIA+, queer, queere Menschen, LSBTTIQ, LSBTIQA, queer people, lesbian gay bisexual trans inter queer',
    volunteers:
      'Ehrenamtliche, Freiwillige, Engagierte, Helfer, Helferinnen, Helfende, Patinnen und Paten, Ehrenamt, volunteers, gönüllüler, متطوعون, المتطوعون, волонтери, bénévoles',
    organisations:
      'Organisationen, Vereine, Initiativen, Fachkräfte, Multiplikatoren, Multiplikatorinnen, Multiplikator*innen, Vereine und Initiativen, associations and initiatives, Migrantenorganisationen, organisations, organizations, associations, professionals, dernekler, منظمات, організації',
  },
  cost: {
    free: 'kostenlos, kostenfrei, frei, gratis, umsonst, keine, keine Kosten, ohne Kosten, kein Beitrag, unentgeltlich, gebührenfrei, Eintritt frei, freier Eintritt, Teilnahme kostenlos, nein, 0, free, free of charge, no cost, no charge, ücretsiz, bedava, مجاني, مجانا, безкоштовно, gratuit',
    fee: 'kostenpflichtig, Gebühr, Kosten, Beitrag, gegen Gebühr, Teilnahmebeitrag, Teilnahmegebühr, Kursgebühr, Unkostenbeitrag, Eintritt, Mitgliedsbeitrag, mit Kosten, kostet etwas, kostet Geld, ja, fee, costs something, costs money, paid, charge, ücretli, مدفوع, برسوم, платно, payant',
    donation:
      'Spende, Spenden, auf Spendenbasis, Spendenbasis, gegen Spende, Spende erbeten, Spende willkommen, freiwillige Spende, Hutkasse, donation, donations, donation welcome, by donation, bağış, تبرع, пожертва, don libre, pay what you can, Zahl was du kannst',
  },
};

const tables = new Map(Object.entries(WORDS).map(([field, codes]) => [field, tableOf(codes)]));
const LONGEST = 6;

/** The code that a whole phrase stands for, if the field declares it. */
export function codeCalled(field: string, codes: readonly string[], phrase: string): string | undefined {
  const folded = fold(phrase);
  const code = tables.get(field)?.get(folded) ?? codes.find((one) => fold(one) === folded);
  return code !== undefined && codes.includes(code) ? code : undefined;
}

export interface Inside {
  readonly codes: readonly string[];
  /** Words of the phrase that belong to no code. */
  readonly left: readonly string[];
}

/** The codes that are named by words inside a phrase, longest first: "gemeinnütziger eingetragener Verein". */
export function codesInside(field: string, codes: readonly string[], phrase: string): Inside {
  const words = fold(phrase)
    .split(' ')
    .filter((word) => word !== '');
  const found: string[] = [];
  const left: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST, words.length - at);
    let code: string | undefined;
    // A single letter or number inside a phrase is no answer.
    while (length > 0 && (code = called(words.slice(at, at + length).join(' '), field, codes)) === undefined) length--;
    if (code === undefined) left.push(words[at++] ?? '');
    else {
      found.push(code);
      at += length;
    }
  }
  return { codes: [...new Set(found)], left };
}

function called(phrase: string, field: string, codes: readonly string[]): string | undefined {
  return phrase.length < 2 ? undefined : codeCalled(field, codes, phrase);
}

function tableOf(codes: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(codes).flatMap(([code, words]) =>
      [code, ...words.split(', ')].map((word): [string, string] => [fold(word), code]),
    ),
  );
}
