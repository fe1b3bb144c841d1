import type { LegalForm, Part, Town } from './thing.ts';

/** Towns that do not exist; postcodes that begin with 05 are not given out in Germany. */
export const TOWNS: Readonly<Record<Part, readonly Town[]>> = {
  development: [
    { name: 'Kirschenroda', postcodes: ['05101', '05102', '05103'] },
    { name: 'Osterlinden', postcodes: ['05104'] },
    { name: 'Mühlwerben', postcodes: ['05105'] },
    { name: 'Grauenstedt', postcodes: ['05106'] },
    { name: 'Neu Sandheim', postcodes: ['05107'] },
    { name: 'Tiefenbrügge', postcodes: ['05108'] },
    { name: 'Bad Erlenau', postcodes: ['05109'] },
  ],
  'held-out': [
    { name: 'Hohenwerda', postcodes: ['05501', '05502', '05503'] },
    { name: 'Lüttenfelde', postcodes: ['05504'] },
    { name: 'Rosswinkel', postcodes: ['05505'] },
    { name: 'Altgrieben', postcodes: ['05506'] },
    { name: 'Bad Quellstein', postcodes: ['05507'] },
    { name: 'Steinhörde', postcodes: ['05508'] },
    { name: 'Weißenbruck', postcodes: ['05509'] },
  ],
};

export const STREET_STEMS: Readonly<Record<Part, readonly string[]>> = {
  development: words(
    'Weber Färber Linden Ahorn Schlehen Kirsch Mühlen Ziegel Brunnen Amsel Otter Basalt Heide Korb Moor Sankt-Anna- Bahnhof Schul',
  ),
  'held-out': words(
    'Gerber Böttcher Ulmen Buchen Holunder Apfel Hammer Kalk Turm Lerchen Milan Schiefer Wacholder Garn Wiesen Sankt-Veit- Post Garten',
  ),
};
export const STREET_ENDS = words('straße straße straße gasse weg weg ring platz allee ufer');

/** What associations and houses are. */
export const KINDS: readonly (readonly [string, LegalForm | null])[] = [
  ['Nachbarschaftshilfe', 'eV'],
  ['Bürgerverein', 'eV'],
  ['Elterninitiative', 'eV'],
  ['Interkultureller Frauentreff', null],
  ['Flüchtlingshilfe', 'eV'],
  ['Freundeskreis Asyl', null],
  ['Mehrgenerationenhaus', null],
  ['Familienzentrum', 'gGmbH'],
  ['Stadtteilverein', 'eV'],
  ['Kleiderkammer', null],
  ['Begegnungsstätte', null],
  ['Mädchentreff', 'eV'],
  ['Jugendhaus', null],
  ['Seniorenkreis', null],
  ['Gemeinschaftsgarten', 'eV'],
  ['Fahrradwerkstatt', 'gUG'],
  ['Theaterwerkstatt', 'eV'],
  ['Musikverein', 'eV'],
  ['Kulturbrücke', 'eV'],
  ['Willkommensbündnis', null],
  ['Bildungswerk', 'gGmbH'],
  ['Schuldnerberatung', 'eV'],
  ['Frauenhaus', 'eV'],
  ['Wohnprojekt', 'eG'],
  ['Tafel', 'eV'],
  ['Jugendwerkstatt', 'gGmbH'],
];

export const COINED: Readonly<Record<Part, readonly string[]>> = {
  development: words(
    'Sonnenblume Regenbogen Lichtblick Kompass Anker Kastanie Windrose Löwenzahn Buntspecht Wegwarte Morgenstern Zugvögel Brückenschlag Drehscheibe Grünspecht Fährhaus Kieselstein Wurzelwerk Tröpfchen Nordlicht',
  ),
  'held-out': words(
    'Pusteblume Schmetterling Leuchtturm Apfelbaum Wellenbrecher Funkenflug Eisvogel Holzwurm Sternschnuppe Haltestelle Blätterdach Türöffner Nussknacker Flussufer Rückenwind Spinnrad Zündschlüssel Feuervogel Grashüpfer Ankerplatz',
  ),
};

export const ACRONYM_HEADS = [
  'Verein für',
  'Arbeitskreis für',
  'Zentrum für',
  'Bündnis für',
  'Initiative für',
  'Netzwerk für',
  'Gesellschaft für',
];
export const ACRONYM_MIDDLES = words(
  'Interkulturelle Soziale Kulturelle Politische Berufliche Ökologische Europäische Gemeinsame',
);
export const ACRONYM_TAILS = words(
  'Begegnung Bildung Beratung Integration Teilhabe Jugendarbeit Nachbarschaft Verständigung Orientierung',
);
/** Both words of the first half count: Türkisch-Deutscher Verein is the TDV. */
export const ACRONYM_PAIRS = [
  'Türkisch-Deutscher',
  'Deutsch-Kurdischer',
  'Polnisch-Deutscher',
  'Vietnamesisch-Deutscher',
  'Deutsch-Syrischer',
  'Deutsch-Afghanischer',
  'Eritreisch-Deutscher',
  'Deutsch-Ukrainischer',
  'Kroatisch-Deutscher',
];
export const ACRONYM_BODIES = words('Verein Kulturverein Elternverein Freundeskreis Sportverein Frauenverein');

/** Longer than the fifty signs that some programs keep of a name. */
export const LONG_NAMES: readonly (readonly [string, LegalForm])[] = [
  ['Arbeitskreis für interkulturelle Begegnung, Bildung und Beratung {} und Umgebung', 'eV'],
  ['Kinder-, Jugend- und Familienhilfe im Stadtverband {} und Umgebung', 'gGmbH'],
  ['Gesellschaft für Arbeit, Jugend und Umwelt im Landkreis {} und Umgebung', 'gGmbH'],
  ['Verein zur Förderung der Teilhabe zugewanderter Familien in {} und Umgebung', 'eV'],
  ['Förderverein der Schule am Stadtpark für Kinder und Jugendliche {}', 'eV'],
  ['Selbsthilfe und Beratung für Menschen mit Behinderung und ihre Angehörigen {}', 'eV'],
  ['Soziale Dienste und Wohnen für Seniorinnen und Senioren {} und Umland', 'gGmbH'],
  ['Freiwilligenagentur und Koordinierungsstelle für bürgerschaftliches Engagement {}', 'eV'],
];

/** Pairs that are spelled alike and are two: school and school, parish and parish. */
export const ALIKE: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['Grundschule Am Lindenhof', 'GS Am Lindenhof'],
    ['Grundschule Am Lindenberg', 'GS Am Lindenberg'],
  ],
  [
    ['Evangelisch-Lutherische Kirchgemeinde Sankt Jakobi', 'Ev.-Luth. Kirchgemeinde St. Jakobi'],
    ['Evangelisch-Lutherische Kirchgemeinde Sankt Matthäus', 'Ev.-Luth. Kirchgemeinde St. Matthäus'],
  ],
  [
    ['Kindertagesstätte Regentropfen', 'Kita Regentropfen', 'KiTa "Regentropfen"'],
    ['Kindertagesstätte Regenwürmchen', 'Kita Regenwürmchen', 'KiTa "Regenwürmchen"'],
  ],
  [
    ['Oberschule Nord', 'OS Nord', 'Oberschule-Nord'],
    ['Oberschule Süd', 'OS Süd', 'Oberschule-Süd'],
  ],
  [
    ['Kinderhaus Wirbelwind', 'Kinderhaus „Wirbelwind“'],
    ['Kinderhaus Wirbelstein', 'Kinderhaus „Wirbelstein“'],
  ],
  [
    ['Kleingartenverein Abendfrieden', 'KGV Abendfrieden'],
    ['Kleingartenverein Abendruh', 'KGV Abendruh'],
  ],
  [
    ['Sportgemeinschaft Rot-Weiß', 'SG Rot-Weiß'],
    ['Sportgemeinschaft Grün-Weiß', 'SG Grün-Weiß'],
  ],
  [
    ['Volkshochschule', 'VHS', 'Volkshochschule (VHS)'],
    ['Volksbühne', 'Volksbühne (VB)'],
  ],
  [
    ['Kinderchor Lerchennest', 'Kinderchor "Lerchennest"'],
    ['Kirchenchor Lerchennest', 'Kirchenchor "Lerchennest"'],
  ],
  [
    ['Freie Waldschule', 'Waldschule, freie'],
    ['Freie Waldkindergruppe', 'Waldkindergruppe, freie'],
  ],
];

/** Carriers with many branches; none of them exists. */
export const UMBRELLAS: Readonly<Record<Part, readonly (readonly [string, LegalForm, string])[]>> = {
  development: [
    ['Sozialwerk Lindenbogen', 'eV', 'SWL'],
    ['Wohlfahrtsbund Sternweg', 'eV', 'WBS'],
    ['Bildungsverbund Auenfeld', 'gGmbH', 'BVA'],
    ['Familienwerk Dreiklang', 'gGmbH', 'FWD'],
    ['Jugendring Ostermühle', 'eV', 'JRO'],
    ['Arbeiterhilfe Falkenau', 'eV', 'AHF'],
  ],
  'held-out': [
    ['Sozialwerk Kranichhof', 'eV', 'SWK'],
    ['Wohlfahrtsbund Silbertal', 'eV', 'WBS'],
    ['Bildungsverbund Weidenring', 'gGmbH', 'BVW'],
    ['Familienwerk Zwillingsbach', 'gGmbH', 'FWZ'],
    ['Jugendring Westermark', 'eV', 'JRW'],
    ['Bürgerhilfe Rabenstein', 'eV', 'BHR'],
  ],
};
export const BRANCHES = [
  'Migrationsberatung',
  'Jugendmigrationsdienst',
  'Schuldnerberatung',
  'Schwangerenberatung',
  'Sozialstation',
  'Tagespflege',
  'Kinder- und Jugendtreff',
  'Wohnheim',
];
export const DISTRICTS = ['Nord', 'Süd', 'Mitte', 'West'];
export const OFFICES = [
  'Sozialamt',
  'Jugendamt',
  'Ausländerbehörde',
  'Wohngeldstelle',
  'Gesundheitsamt',
  'Schulverwaltungsamt',
  'Ordnungsamt',
  'Kulturamt',
  'Standesamt',
  'Integrationsbeauftragte',
];

/** What is offered; each said in the ways in which lists say it. */
export const OFFERS: readonly (readonly string[])[] = [
  ['Deutschkurs A1', 'Deutsch A1', 'Deutschkurs (A1)'],
  ['Deutschkurs für Frauen', 'Deutschkurs für Frauen mit Kinderbetreuung', 'Frauen-Deutschkurs'],
  ['Sprachcafé', 'Sprach-Café', 'Offenes Sprachcafé'],
  ['Hausaufgabenhilfe', 'Hausaufgabenhilfe für Schulkinder'],
  ['Integrationskurs', 'Integrationskurs (allgemein)', 'Allg. Integrationskurs'],
  ['Offener Frauentreff', 'Frauentreff (offen)', 'Frauentreff'],
  ['Asylverfahrensberatung', 'Beratung zum Asylverfahren'],
  ['Allgemeine Sozialberatung', 'Sozialberatung', 'Allg. Sozialberatung'],
  ['Elterncafé', 'Eltern-Café', 'Elterncafe'],
  ['Nähwerkstatt', 'Nähwerkstatt für Anfängerinnen', 'Naehwerkstatt'],
  ['Fußballtraining für Jugendliche', 'Fussballtraining Jugend', 'Fußball für Jugendliche'],
  ['Begleitung zu Ämtern und Ärzten', 'Begleitung zu Ämtern u. Ärzten', 'Ämterbegleitung'],
  ['Bewerbungstraining', 'Bewerbungs-Training'],
  ['Interkultureller Kochabend', 'Kochabend interkulturell', 'Kochabend'],
  ['Krabbelgruppe', 'Krabbelgruppe für Eltern mit Babys', 'Eltern-Kind-Gruppe (Krabbelgruppe)'],
  ['Alphabetisierungskurs', 'Alphabetisierung', 'Alpha-Kurs'],
  ['Rechtsberatung', 'Kostenlose Rechtsberatung'],
  ['Schwimmkurs für Frauen', 'Frauenschwimmkurs', 'Schwimmkurs (nur Frauen)'],
  ['Computerkurs', 'Computerkurs für Einsteiger', 'PC-Kurs'],
  ['Theatergruppe', 'Theatergruppe für alle'],
];
/** When it takes place, each time as one list or another says it. */
export const TIMES: readonly (readonly string[])[] = [
  ['Mo 9–12 Uhr', 'montags 9-12 Uhr', 'Mo 09:00-12:00'],
  ['Di 16-18 Uhr', 'Dienstag 16–18 Uhr', 'Di 16:00-18:00'],
  ['Mi 10:00-12:00', 'Mittwoch, 10-12 Uhr', 'mittwochs 10 bis 12'],
  ['Do 17 bis 19 Uhr', 'Do 17-19 Uhr', 'donnerstags 17:00-19:00'],
  ['Fr 14-16 Uhr', 'Freitag 14 - 16 Uhr'],
  ['Sa 10-13 Uhr', 'Samstag 10:00–13:00', 'samstags 10-13 Uhr'],
  ['montags 18 Uhr', 'Mo ab 18 Uhr', 'Mo 18:00'],
  ['jeden 1. Dienstag im Monat', '1. Dienstag im Monat', '1. Di/Monat'],
];
export const SPOKEN = [
  'Arabisch',
  'Türkisch',
  'Englisch',
  'Russisch',
  'Persisch',
  'Ukrainisch',
  'Polnisch',
  'Kurdisch',
  'Tigrinya',
  'Französisch',
];

function words(text: string): readonly string[] {
  return text.split(' ');
}
