import { hasKnownScript } from '../script/letters.ts';
import { romanise } from '../script/romanise.ts';
import { foldLong } from './fold.ts';

/**
 * What kind of organisation a word names, in the languages of those who found associations. An entry is a word;
 * with "~" in front it may also end a compound ("~verein": Elternverein), with "*" behind it may go on with the
 * endings of its language ("товариств*"). With "+" behind it is a word of another language as it is written in Latin
 * letters: up to four letters may follow it, a word of three stands alone.
 */
const KINDS: Readonly<Record<string, string>> = {
  association:
    '~verein ~vereine ~vereins ~vereinigung association associations associazione associação asociación assoc society dernek dernekler derneğ* birlik birliğ* cemiyet* komel* komele stowarzyszen* sdružensk* ženy spolek udružensk* ženy udruga удружењ* جمعية جمعيات رابطة انجمن کانون товариство товариства товариств* общество общества обєднання объединени* асоціаці* ассоциаци* спілк* союз* дружеств* сдружени* σύλλογος σωματείο ασοციაცია ასოციაცია გაერთიანება ማህበር ማሕበር mahber maheber mahiber shoqata کۆمەڵە jamiya jamiyat jamiyyat jamia jamiyah jamiya dschamiya dschamiat dschamija djamia anjoman anjuman andschoman rabita mahber+ maheber+ jamiy+ jamaiy+ jamiaa+ dschamiy+ dschamij+ dschamiij+ djamiy+ djamai+ gamiy+ gamaiy+ cemiy+ rabita+ anjoman+ andschoman+ andjoman+ obschtschestw+ obshchestv+ obshestv+ obscestv+ obschestw+ towaryst+ tovaryst+ objednann+ obyednann+ obiednann+ spilk+ spolk+ komele+ komela+ komeley+ dernek+ dernegi+ stowarzyszen+ udruzen+ sdruzen+',
  federation:
    '~verband ~verbände ~verbund federation federazione federación fédération federasyon* konfederasyon* ~dachorganisation union اتحاد فدراسیون федераці* федераци* ομοσπονδία ფედერაცია ittihad+ federasi+ federatsi+ federaci+ federazi+',
  foundation:
    '~stiftung foundation fondation fondazione fundación fundacja nadace nadácia vakıf vakfı fond фонд фонда фонду фондація مؤسسة بنیاد ίδρυμα ფონდი',
  initiative:
    '~initiative ~bündnis ~bund ~helferkreis ~freundeskreis ~arbeitskreis initiativ girişim* inisiyatif* مبادرة ініціатив* инициатив* πρωτοβουλία ინიციატივა initsiatyv+ iniziatiw+ iniciativ+ mubadara+',
  group: '~gruppe ~gruppen ~team group groupe grubu gruppo grupo grupa مجموعة گروه групп* група групи ομάδα ჯგუფი',
  network: '~netzwerk network réseau netwerk ağı شبكة мереж* сеть сети δίκτυο ქსელი',
  centre:
    '~zentrum ~zentren centrum center centers centre centro merkez* navend* ~treff ~treffpunkt центр* مركز مراکز κέντρο ცენტრი ማእከል ማዕከል ناوەند markaz markas markaz+ markas+ merkez+ tsentr+ zentr+ centr+ maekel+ maikel+ navend+ nawend+',
  house: '~haus maison dom дом дім будинок بيت دار خانه خانة σπίτι სახლი ቤት beyt+ bayt+ beit+ dim+ dom+ xane+ mala+',
  school:
    '~schule ~schulen ~gymnasium ~schulzentrum ~lyzeum ~kolleg school schools école scuola escuela szkoła škola okul* lise lisesi dibistan школ* مدرسة مدارس σχολείο σχολή სკოლა ትምህርት madrasa+ madrasat+ madrassa+ medrese+ schkol+ shkol+ skol+ dibistan+ maktab+ okul+',
  adultEducation: '~volkshochschule vhs kvhs ~bildungswerk ~erwachsenenbildung ~familienbildungsstätte',
  kindergarten:
    '~kindergarten ~kita ~kitas ~kindertagesstätte ~kindertageseinrichtung ~kinderkrippe ~kinderhort kiga nursery kreş crèche anaokulu детсад روضة مهدکودک',
  university:
    '~universität ~hochschule university université università universidad üniversite* uniwersytet* університет* университет* جامعة دانشگاه πανεπιστήμιο უნივერსიტეტი',
  academy: '~akademie academy académie accademia akademi akademisi академі* академи* أكاديمية آکادمی',
  institute: '~institut institute instituto istituto enstitü* інститут* институт* معهد ინსტიტუტი',
  church:
    '~kirche ~kirchgemeinde ~kirchengemeinde ~pfarrgemeinde ~pfarrei ~pfarramt ~kapelle church église chiesa iglesia kilise* церк* храм* كنيسة کلیسا εκκλησία ეკლესია ቤተክርስቲያን parish paroisse',
  community:
    '~gemeinde ~gemeinschaft community communities communauté comunità comunidad topluluk topluluğu cemaat* civak* общин* громад* جالية الجالية κοινότητα თემი spilnot+ gromad+ hromad+ dschaliy+ jaliy+ jaliya+ topluluk+ civak+',
  mosque: '~moschee mosque cami camii mosquée мечет* مسجد جامع',
  counselling:
    '~beratung ~beratungsstelle ~beratungsdienst ~beratungszentrum counselling counseling advice conseil consulenza danışma* şêwirmend* консультаці* консультаци* استشارة استشارات إرشاد مشاورة',
  office:
    '~amt ~behörde ~verwaltung ~büro ~ministerium ~referat office bureau ofis ofisi müdürlüğü dairesi управлінн* управлени* бюро مكتب دفتر إدارة γραφείο',
  council:
    '~rat ~beirat council consiglio consejo konsey konseyi meclis* рада совет* савет* съвет مجلس شورا شورى συμβούλιο საბჭო',
  service: '~dienst ~dienste service services hizmet* служб* خدمات υπηρεσία',
  aid: '~hilfe ~hilfswerk aid relief help aide secours aiuto yardım* alîkarî допомог* помощь помощи مساعدة إغاثة کمک βοήθεια დახმარება',
  library:
    '~bibliothek ~bücherei library bibliothèque biblioteca kütüphane* бібліотек* библиотек* مكتبة کتابخانه βιβλιοθήκη',
  museum: '~museum musée museo müze* музе* متحف μουσείο',
  theatre: '~theater ~bühne theatre théâtre teatro tiyatro* театр* مسرح تئاتر θέατρο',
  hospital:
    '~krankenhaus ~klinik ~klinikum hospital hôpital ospedale hastane* лікарн* больниц* مستشفى بیمارستان νοσοκομείο',
  club: '~sportverein ~sportclub ~turnverein ~club ~klub clubs kulüp kulübü клуб* نادي باشگاه nadi+ nady+ klub+ klubi+',
  cooperative: '~genossenschaft cooperative cooperativa coopérative kooperatif* кооператив* تعاونية تعاونی',
  cafe: '~café ~cafe kafe кафе مقهى کافه',
  project: '~projekt ~projekte project projects projet progetto proyecto proje projesi проект* проєкт* مشروع پروژه',
};

/** Whom it is for or what it is about. */
const TOPICS: Readonly<Record<string, string>> = {
  women:
    '~frauen ~mädchen women woman womens girls femmes femme donne mujeres kadın* jin jinan kobiet* žensk* ženy жінк* жінок жіноч* женщин* женск* жена نساء نسائية المرأة زنان بانوان γυναικ* ქალთა ሴቶች nisa+ nissa+ nisai+ zhinoch+ schinoch+ zhinok+ schinok+ zinok+ zhensk+ schensk+ zensk+ zhenshchin+ zhinot+ zanan+ jinen+ jinan+ kadinlar+ dekianstyo+',
  youth:
    '~jugend ~jugendliche youth jeunes jeunesse giovani jóvenes juventud genç* gençlik* ciwan* młodzież* mládež* молод* شباب شبيبة جوانان νεολαία ახალგაზრდ* ወጣቶች schabab+ shabab+ chabab+ molod+ javanan+ ciwan+ genclik+',
  children:
    '~kinder ~kind children kids enfants bambini niños çocuk* zarok* dzieci* děti dětí dětsk* діт* дет* أطفال الطفل کودکان παιδι* ბავშვთა ህጻናት atfal+ dityach+ ditjatsch+ detsk+ ditej+ detej+ kudakan+ zarok+ cocuk+',
  parents:
    '~eltern parents parent genitori padres ebeveyn* veli dêûbav rodzic* rodič* батьк* батьків* родител* أولياء والدین γονέων მშობელთა roditel+ rodytel+ batk+ batkiv+ veli+ wali+',
  family:
    '~familie ~familien family families famille famiglia familia aile ailesi aileler malbat* rodzin* rodina rodiny rodin сімʼ* сім* семь* семей* عائلة أسرة خانواده οικογένεια ოჯახი',
  elderly: '~senioren elderly seniors yaşlı* літн* пожил* مسنين سالمندان',
  refugees:
    '~flüchtlinge ~geflüchtete ~geflüchteten asyl asylum refugee refugees réfugiés rifugiati refugiados mülteci* sığınmacı* penaber* uchodźc* uprchlík* біженц* беженц* لاجئين لاجئ پناهندگان مهاجرین πρόσφυγες ስደተኞች',
  migration:
    '~migration ~migranten ~migrantinnen migrants migrant immigrants göç göçmen* koçber* мігра* мигра* مهاجرين مهاجر مهاجران μετανάστες',
  integration:
    '~integration intégration integrazione integración entegrasyon uyum інтеграці* интеграци* اندماج ادغام ინტეგრაცია',
  culture:
    '~kultur kulturell kulturelle kultureller kulturverein culture cultural culturelle cultura kültür* çand çandî çanda kultury kulturn* культур* ثقافة ثقافي ثقافية الثقافية فرهنگ فرهنگی πολιτισμ* πολιτιστικ* კულტურ* ባህል thaqaf+ saqaf+ sakaf+ thakaf+ farhang+ kulturn+ kultury+ kulturno+ cande+ canda+ bahlawi+',
  education:
    '~bildung education éducation educazione educación eğitim* perwerde* oświat* vzděláv* освіт* образован* تعليم تربية آموزش آموزشی εκπαίδευση განათლება',
  language:
    '~sprache ~sprachen ~sprachkurs ~deutschkurs ~integrationskurs language languages langue lingua dil ziman* мов* язык* لغة زبان γλώσσα ენა movn+ mown+ jazyk+ yazyk+',
  sport: '~sport ~fußball sports spor футбол* спорт* رياضة رياضي ورزش ورزشی αθλητικ* სპორტ*',
  health: '~gesundheit health santé salute salud sağlık tenduristî zdrow* zdrav* здоров* صحة صحي سلامت υγεία ጤና',
  art: '~kunst ~künste art arts arte sanat sanatı sanatlar huner* мистец* искусств* فن فنون هنر τέχνη',
  music: '~musik ~chor ~orchester music musique musica música müzik* muzîk* музик* музык* موسيقى موسیقی μουσική',
  work: '~arbeit ~beschäftigung work employment travail lavoro роботи труд* عمل کار εργασία',
  law: '~recht rights droits diritti derechos hak hakları mafên прав* حقوق δικαιώματα',
  peace: '~frieden peace paix pace paz barış aştî мир миру سلام صلح ειρήνη',
  friendship:
    '~freundschaft freunde friendship friends amitié amicizia dostluk* hevalt* przyjaź* přátel* дружб* друж* صداقة دوستی φιλία',
  neighbourhood: '~nachbarschaft neighbourhood neighborhood komşu* komşuluk сусід* сосед* γειτονιά',
  computer: '~computer pc edv ordinateur bilgisayar* компʼютер* компьютер* حاسوب كمبيوتر',
  district: '~stadtteil ~quartier quartiere mahalle* حي محله',
  solidarity:
    '~solidarität solidarity solidarité solidarietà solidaridad solidarność dayanışma* yardımlaşma* hevkarî солідарн* солидарн* تضامن αλληλεγγύη',
  intercultural:
    'interkulturell interkulturelle interkultureller interkulturelles intercultural multicultural multikulturell* kültürlerarası міжкультур* межкультур*',
  saturday: 'samstag+ subotn+ subbotn+ cumartesi+',
  sunday: 'sonntag+ nediln+ voskresn+ woskresn+',
};

interface Lexicon {
  readonly exact: ReadonlyMap<string, string>;
  /** First and last parts of compounds. */
  readonly parts: ReadonlyMap<string, string>;
  readonly beginnings: ReadonlyMap<string, string>;
  readonly romanised: ReadonlyMap<string, string>;
}

const SHORTEST_ROMANISED = 5;

const kinds = lexiconOf(KINDS);
const topics = lexiconOf(TOPICS);

/** The kind of organisation that a folded word is in its language: `dernegi` → `association`; null for any other word. */
export function kindOf(word: string): string | null {
  return lookUp(kinds, word);
}

/** Whom or what a folded word means: `kadinlar` → `women`; null for any other word. */
export function topicOf(word: string): string | null {
  return lookUp(topics, word);
}

/** The kind that a word names, also as the end of a compound: `elternverein` → `association`. */
export function kindIn(word: string): string | null {
  return kindOf(word) ?? lastPart(kinds, word) ?? romanisedIn(kinds, word);
}

/** What a word is about, also as a part of a compound: `frauentreff` → `women`. */
export function topicIn(word: string): string | null {
  return topicOf(word) ?? firstPart(topics, word) ?? lastPart(topics, word) ?? romanisedIn(topics, word);
}

/** What a compound of two foreign words is about by its first one, as they are written in Latin letters. */
export function topicAtStart(word: string): string | null {
  for (let end = word.length - SHORTEST; end >= SHORTEST + 1; end--) {
    const topic = romanisedIn(topics, word.slice(0, end));
    if (topic !== null) return topic;
  }
  return null;
}

function lexiconOf(table: Readonly<Record<string, string>>): Lexicon {
  const exact = new Map<string, string>();
  const parts = new Map<string, string>();
  const beginnings = new Map<string, string>();
  const romanised = new Map<string, string>();
  const spelled = new Map<string, string>();
  for (const [symbol, entries] of Object.entries(table)) {
    for (const entry of entries.split(' ')) {
      const word = foldLong(entry.replace(/[~*+]/g, ''));
      if (entry.endsWith('+')) {
        romanised.set(word, symbol);
        continue;
      }
      const isBeginning = entry.endsWith('*');
      (isBeginning ? beginnings : exact).set(word, symbol);
      if (entry.startsWith('~')) parts.set(word, symbol);
      // Not of beginnings: "zentr" and "kultur" begin half of all German words for something else.
      if (!isBeginning) for (const latin of latinSpellings(word)) spelled.set(latin, symbol);
    }
  }
  // "Spilka" and "tovarystvo" are Ukrainian words in any letters; a word of a Latin language comes first.
  for (const [latin, symbol] of spelled) if (!exact.has(latin)) exact.set(latin, symbol);
  return { exact, parts, beginnings, romanised };
}

/** Of alphabets that write their vowels; what Arabic leaves out is told by entries of its own. */
function latinSpellings(word: string): readonly string[] {
  if (!hasKnownScript(word) || /\p{Script=Arabic}/u.test(word)) return [];
  return romanise(word)
    .map(foldLong)
    .filter((latin) => latin.length >= SHORTEST_ROMANISED);
}

const SHORTEST = 3;
const SHORTEST_FIRST_PART = 5;
const LONGEST = 25;
/** Arabic glues the article, "and" and "for" to the word. */
const GLUED = /^(?:و?ال|لل|و|ل)(?=\p{Script=Arabic}{3})/u;

function lookUp(lexicon: Lexicon, word: string): string | null {
  const whole = lexicon.exact.get(word);
  if (whole !== undefined || word.length < SHORTEST) return whole ?? null;
  const inflected = longestFirst(word.length, SHORTEST, (length) => lexicon.beginnings.get(word.slice(0, length)));
  if (inflected !== null) return inflected;
  const bare = word.replace(GLUED, '');
  return bare === word ? null : lookUp(lexicon, bare);
}

const LONGEST_ENDING = 4;

function romanisedIn({ romanised }: Lexicon, word: string): string | null {
  return longestFirst(word.length, Math.max(SHORTEST, word.length - LONGEST_ENDING), (length) =>
    length > SHORTEST || length === word.length ? romanised.get(word.slice(0, length)) : undefined,
  );
}

/** At least three letters stand before the last part of a compound. */
function lastPart(lexicon: Lexicon, word: string): string | null {
  return longestFirst(word.length - SHORTEST, SHORTEST, (length) => lexicon.parts.get(word.slice(-length)));
}

function firstPart(lexicon: Lexicon, word: string): string | null {
  return longestFirst(word.length - SHORTEST, SHORTEST_FIRST_PART, (length) =>
    lexicon.parts.get(word.slice(0, length)),
  );
}

function longestFirst(from: number, to: number, symbolOf: (length: number) => string | undefined): string | null {
  for (let length = Math.min(from, LONGEST); length >= to; length -= 1) {
    const symbol = symbolOf(length);
    if (symbol !== undefined) return symbol;
  }
  return null;
}
