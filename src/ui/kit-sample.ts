/** What the kit is shown with. Invented, like the county it speaks of. */
export interface KitSample {
  readonly heading: string;
  readonly lead: string;
  readonly parts: Readonly<
    Record<'start' | 'marks' | 'finding' | 'facts' | 'writing' | 'telling' | 'moving' | 'icons' | 'sheet', string>
  >;
  readonly search: { readonly question: string; readonly example: string; readonly hint: string };
  readonly doors: readonly [TitledText, TitledText];
  readonly statements: readonly { readonly text: string; readonly figures: readonly string[]; readonly note: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly lang: string | null;
    readonly what: string;
    readonly why: string;
    readonly fresh: string;
    readonly isFresh: boolean;
    readonly chip: string;
  }[];
  readonly facets: readonly { readonly label: string; readonly options: readonly string[] }[];
  readonly facts: readonly { readonly term: string; readonly value: string; readonly note: string | null }[];
  readonly table: {
    readonly caption: string;
    readonly headers: readonly [string, string, string];
    readonly rows: readonly (readonly [string, string, number])[];
  };
  readonly form: Readonly<
    Record<
      | 'name'
      | 'nameHint'
      | 'nameError'
      | 'day'
      | 'kind'
      | 'kinds'
      | 'kind2'
      | 'text'
      | 'fields'
      | 'file'
      | 'papers'
      | 'yes'
      | 'no'
      | 'unknown'
      | 'save'
      | 'cancel'
      | 'takeBack'
      | 'really'
      | 'reallyText',
      string
    >
  >;
  readonly tones: readonly [string, string, string, string, string];
  readonly steps: readonly [string, string, string, string];
  readonly tabs: readonly [string, string, string];
  readonly progress: string;
  readonly empty: TitledText;
  readonly related: readonly [string, string, string];
  readonly back: string;
  readonly seven: readonly [string, string, string, string, string, string, string];
}

export interface TitledText {
  readonly title: string;
  readonly text: string;
}

export const GERMAN: KitSample = {
  heading: 'Alle Teile',
  lead: 'So sehen die Teile aus, aus denen jede Seite besteht.',
  parts: {
    start: 'Anfangen',
    marks: 'Zeichen und Töne',
    finding: 'Finden',
    facts: 'Was bekannt ist',
    writing: 'Schreiben',
    telling: 'Sagen, was ist',
    moving: 'Von hier nach dort',
    icons: 'Bilder neben Wörtern',
    sheet: 'Blatt zum Ausdrucken',
  },
  search: {
    question: 'Was suchst du?',
    example: 'z. B. Sprachcafé, Sonntag, Tigrinya',
    hint: 'Ohne Anmeldung. Wir speichern nicht, wer was sucht.',
  },
  doors: [
    {
      title: 'Etwas finden',
      text: 'Angebote, Vereine und Ansprechstellen, nach Sprache, Ort, Zeit und danach, ob Papiere verlangt werden.',
    },
    {
      title: 'Zusammenarbeiten',
      text: 'Von der ersten Idee zu einer fairen Vereinbarung. Beide Seiten schreiben, beide entscheiden.',
    },
  ],
  statements: [
    {
      text: '214 Organisationen und 388 Angebote sind bekannt.',
      figures: ['214', '388'],
      note: 'Aus 6 Listen und 41 Selbstauskünften',
    },
    {
      text: '341 Angebote wurden in den letzten 180 Tagen bestätigt.',
      figures: ['341'],
      note: 'Die älteste offene Frage ist vom 3. Mai',
    },
    {
      text: '17 Angebote sind nur bis Jahresende gesichert.',
      figures: ['17'],
      note: '3 Förderungen enden im Dezember',
    },
    { text: 'Im Norden fehlt Sprachmittlung Tigrinya.', figures: ['Sprachmittlung Tigrinya'], note: 'Ab 1. Januar' },
  ],
  rows: [
    {
      name: 'Frauenverein Nûjîn e. V.',
      lang: null,
      what: 'Sprachcafé für Mütter · Kurmancî, Türkisch, Arabisch · Dienstag und Donnerstag 18–20 Uhr · Fulda-Nord',
      why: 'Gefunden, weil „Sprachcafé“ im Namen des Angebots steht',
      fresh: 'bestätigt vor 12 Tagen',
      isFresh: true,
      chip: 'ohne Papiere',
    },
    {
      name: 'جمعية الجسر',
      lang: 'ar',
      what: 'Begleitung zu Ämtern · Arabisch · nach Vereinbarung · Hünfeld',
      why: 'Zwei Listen nennen verschiedene Rufzeiten',
      fresh: 'seit 7 Monaten nicht bestätigt',
      isFresh: false,
      chip: 'ohne Anmeldung',
    },
  ],
  facets: [
    { label: 'Handlungsfeld', options: ['Gesundheit', 'Schule und Bildung', 'Wohnen'] },
    { label: 'Sprache des Angebots', options: ['Arabisch', 'Kurmancî', 'Tigrinya', 'Ukrainisch'] },
    { label: 'Bedingungen', options: ['ohne Papiere', 'ohne Namen', 'kostenlos'] },
  ],
  facts: [
    { term: 'So nennen wir uns', value: 'Frauenverein Nûjîn e. V.', note: 'Selbstauskunft vom 9. November 2026' },
    { term: 'Kontakt', value: 'Büro, Dienstag 16–18 Uhr', note: 'Bestätigt von der Koordination am 2. November 2026' },
    { term: 'Bezirk', value: 'Fulda-Nord', note: null },
  ],
  table: {
    caption: 'Spalten der Liste',
    headers: ['Spalte', 'Erstes Beispiel', 'Gefüllte Zeilen'],
    rows: [
      ['Name des Vereins', 'Frauenverein Nûjîn e. V.', 214],
      ['E-Mail', 'kontakt@frauenverein-nujin-rhoenau.example', 187],
      ['Sprachen', 'Deutsch, Kurmancî, Türkisch', 96],
    ],
  },
  form: {
    name: 'Name der Organisation',
    nameHint: 'So, wie ihr euch selbst nennt. In jeder Schrift.',
    nameError: 'Schreib den Namen der Organisation.',
    day: 'Gültig ab',
    kind: 'Art der Organisation',
    kinds: 'Verein',
    kind2: 'Initiative ohne Rechtsform',
    text: 'Was ihr macht',
    fields: 'Handlungsfelder',
    file: 'Liste',
    papers: 'Werden Papiere verlangt?',
    yes: 'Ja',
    no: 'Nein',
    unknown: 'Das weiß ich nicht',
    save: 'Speichern',
    cancel: 'Abbrechen',
    takeBack: 'Liste zurücknehmen',
    really: 'Die ganze Liste zurücknehmen?',
    reallyText: 'Danach ist alles wie vor dieser Liste. Du kannst sie später wieder übernehmen.',
  },
  tones: ['Zur Kenntnis', 'Bestätigt', 'Schau noch einmal hin', 'Beendet', 'Geschützter Raum'],
  steps: ['Datei', 'Spalten', 'Was sich ändert', 'Übernehmen'],
  tabs: ['Angaben', 'Quellen', 'Verlauf'],
  progress: 'Die Liste wird übernommen',
  empty: {
    title: 'Dazu ist nichts bekannt.',
    text: 'Versuch es mit weniger Wörtern oder such in einem größeren Umkreis.',
  },
  related: ['Wer macht Ähnliches?', 'Welche Liste sagt das?', 'Etwas stimmt nicht'],
  back: 'Alle Listen',
  seven: [
    'Wohnen',
    'Schule und Bildung',
    'Arbeit und Einkommen',
    'Gesundheit',
    'Verkehr',
    'Selbstorganisation',
    'Kulturorte',
  ],
};

export const ARABIC: KitSample = {
  heading: 'جميع الأجزاء',
  lead: 'هكذا تبدو الأجزاء التي تتكوّن منها كل صفحة.',
  parts: {
    start: 'البداية',
    marks: 'علامات وألوان',
    finding: 'البحث',
    facts: 'ما هو معروف',
    writing: 'الكتابة',
    telling: 'قول ما يحدث',
    moving: 'من هنا إلى هناك',
    icons: 'صور بجانب الكلمات',
    sheet: 'ورقة للطباعة',
  },
  search: {
    question: 'عمّ تبحث؟',
    example: 'مثلًا: مقهى لغوي، الأحد، تيغرينيا',
    hint: 'دون تسجيل الدخول. لا نحفظ من بحث عن ماذا.',
  },
  doors: [
    {
      title: 'العثور على شيء',
      text: 'عروض وجمعيات وجهات اتصال، بحسب اللغة والمكان والوقت، وبحسب ما إذا كانت الأوراق مطلوبة.',
    },
    { title: 'العمل معًا', text: 'من الفكرة الأولى إلى اتفاق عادل. يكتب الطرفان ويقرر الطرفان.' },
  ],
  statements: [
    { text: 'نعرف 214 منظمة و388 عرضًا.', figures: ['214', '388'], note: 'من 6 قوائم و41 إفادة ذاتية' },
    { text: 'تم تأكيد 341 عرضًا في آخر 180 يومًا.', figures: ['341'], note: 'أقدم سؤال مفتوح من 3 أيار' },
    { text: 'هناك 17 عرضًا مضمونًا حتى نهاية السنة فقط.', figures: ['17'], note: 'تنتهي 3 منح في كانون الأول' },
    { text: 'تنقص في الشمال الترجمة إلى التيغرينيا.', figures: ['التيغرينيا'], note: 'ابتداءً من 1 كانون الثاني' },
  ],
  rows: [
    {
      name: 'Frauenverein Nûjîn e. V.',
      lang: 'de',
      what: 'مقهى لغوي للأمهات · الكرمانجية والتركية والعربية · الثلاثاء والخميس 18–20 · فولدا الشمالية',
      why: 'وُجد لأن كلمة «مقهى» في اسم العرض',
      fresh: 'تم التأكيد قبل 12 يومًا',
      isFresh: true,
      chip: 'دون أوراق',
    },
    {
      name: 'جمعية الجسر',
      lang: null,
      what: 'مرافقة إلى الدوائر الرسمية · العربية · بعد الاتفاق · هونفلد',
      why: 'تذكر قائمتان أوقات اتصال مختلفة',
      fresh: 'لم يُؤكَّد منذ 7 أشهر',
      isFresh: false,
      chip: 'دون تسجيل',
    },
  ],
  facets: [
    { label: 'مجال العمل', options: ['الصحة', 'المدرسة والتعليم', 'السكن'] },
    { label: 'لغة العرض', options: ['العربية', 'الكرمانجية', 'التيغرينيا', 'الأوكرانية'] },
    { label: 'الشروط', options: ['دون أوراق', 'دون اسم', 'مجانًا'] },
  ],
  facts: [
    { term: 'هكذا نسمّي أنفسنا', value: 'جمعية الجسر', note: 'إفادة ذاتية من 9 تشرين الثاني 2026' },
    { term: 'التواصل', value: 'المكتب، الثلاثاء 16–18', note: 'أكّدته جهة التنسيق في 2 تشرين الثاني 2026' },
    { term: 'المنطقة', value: 'فولدا الشمالية', note: null },
  ],
  table: {
    caption: 'أعمدة القائمة',
    headers: ['العمود', 'المثال الأول', 'الصفوف المملوءة'],
    rows: [
      ['Name des Vereins', 'Frauenverein Nûjîn e. V.', 214],
      ['E-Mail', 'kontakt@frauenverein-nujin-rhoenau.example', 187],
      ['Sprachen', 'Deutsch, Kurmancî, Türkisch', 96],
    ],
  },
  form: {
    name: 'اسم المنظمة',
    nameHint: 'كما تسمّون أنفسكم، بأي كتابة.',
    nameError: 'اكتب اسم المنظمة.',
    day: 'صالح من',
    kind: 'نوع المنظمة',
    kinds: 'جمعية',
    kind2: 'مبادرة دون شكل قانوني',
    text: 'ماذا تعملون',
    fields: 'مجالات العمل',
    file: 'القائمة',
    papers: 'هل تُطلب أوراق؟',
    yes: 'نعم',
    no: 'لا',
    unknown: 'لا أعرف',
    save: 'حفظ',
    cancel: 'إلغاء',
    takeBack: 'سحب القائمة',
    really: 'هل تريد سحب القائمة كلها؟',
    reallyText: 'بعد ذلك يعود كل شيء كما كان قبل هذه القائمة. يمكنك إضافتها لاحقًا من جديد.',
  },
  tones: ['للعلم', 'مؤكَّد', 'انظر مرة أخرى', 'منتهٍ', 'مساحة محمية'],
  steps: ['الملف', 'الأعمدة', 'ما الذي يتغيّر', 'الإضافة'],
  tabs: ['البيانات', 'المصادر', 'السجل'],
  progress: 'تجري إضافة القائمة',
  empty: { title: 'لا نعرف شيئًا عن ذلك.', text: 'جرّب كلمات أقل أو ابحث في محيط أوسع.' },
  related: ['من يعمل شيئًا مشابهًا؟', 'أي قائمة تقول ذلك؟', 'هناك خطأ'],
  back: 'كل القوائم',
  seven: ['السكن', 'المدرسة والتعليم', 'العمل والدخل', 'الصحة', 'المواصلات', 'التنظيم الذاتي', 'أماكن الثقافة'],
};
