import { randomInt } from 'node:crypto';

/**
 * Codes for paper: German words that one can read aloud on the telephone and type on any keyboard.
 * 1,024 words of 4 to 8 letters without umlauts, each known by its first four letters: a word is
 * worth 10 bits. `newCode(6)` is for a link on paper (60 bits, always behind a throttle),
 * `newCode(8)` and more for what nobody slows down.
 *
 *     const code = newCode(6); // ['garten', 'wolke', 'laterne', 'specht', 'zimt', 'kahn']
 *     readCode('Garten-WOLKE, late spec\nzimt kahn', 6); // 'garten wolke laterne specht zimt kahn'
 *     readCode('garten wolke', 6); // null
 */
export const WORDS: readonly string[] = `
abend ablauf abreise abstand abteil abwasch acker adresse agave agentur ahorn akazie algen allee alltag alpen ameise
ampel amsel amulett ananas anbau anblick andenken anekdote anfang angel anhang anker anlass anmut anpassen anpfiff
anruf ansage antwort anzug apfel apotheke april aquarium arbeit archiv arena armband arnika aroma artikel aster atem
atlas atmen atrium auerhahn aufbau aufgabe auflauf aufzug aula ausflug ausweis auto avocado bach backofen badesee
bahnhof baldrian balkon ballon bambus band bank basar bauer baum beamer becher beere begabung begriff behagen
beifall beige beitrag beleg bellen berater berg beruf besteck besuch betrieb beutel bewegung bezirk bezug biber
biene bild bindung binse biologie biotop birke biskuit bistro bitte biwak blatt blech blick blinker blitz blume
bluse boden bogen bohne boje bolzen bonbon boot borte brauch breit brezel brief brille brise brokkoli bronze brot
bruder brunnen buch budget buffet bukett bummel bungalow bunt busfahrt butter cafe camping cello chance chor
cocktail collage comic couch cousin curry dach dackel dahlie dampf dank dattel datum dauer daumen decke deich delfin
delta denkmal design dessert detail dezember diagramm dialog dichter diele dienst dill dinkel diplom dirigent dohle
doktor domino dorf dose dotter drache draht drehen dreirad drittel drops drossel duett duft durst dusche dutzend
ebbe ebene echo ecke edel efeu ehre eiche eidechse eifer eintopf einzug eisbahn elan elch elefant elster empfang
energie enkel ente enzian epoche erbse erde erfolg erholung erinnern erker erkunden erlebnis ernte erproben erwarten
erzeugen essen etikett eule ewig fabel fabrik fach faden fahne fahrrad falke familie fantasie farbe faser fassade
fauna favorit februar feder feier feige feld felsen fenster ferien fernweh fest fichte figur film finger fisch
fixstern fjord flagge flasche flechte fleece flink flocke floh flora flug fluss folge folie forelle format forst
forum foto foyer fracht frage freund frieden frisch froh frucht fuchs fund funke futter gala galerie galopp garage
garn garten gasse gast gazelle gebirge gedanke gedicht geduld gefieder gegend gehweg geige gemeinde gemse gepard
gerste gesang geschenk getreide gewand gimpel ginster gipfel giraffe girlande gitarre glanz glas gleis glimmer
globus glocke gokart golf gondel gramm gras grenze griff grille grotte grund gruppe gruss gummi gurke gurt haar
habicht hafen hagel hahn hammer hamster hand harfe harmonie harz hase haube haus hebamme hecke hefe heiter hektar
helfer helm herbst herz hibiskus hilfe himbeere himmel hinweis hirsch hocker hoffnung hofladen holunder holz honig
hopfen horizont hotel hufeisen huhn hummel humor hund hymne idee idyll igel ikone imker impuls ingwer innen insel
jacke jahr januar jeans joghurt jolle jubel judo jugend juli kabine kachel kaffee kahn kajak kakao kaktus kalender
kamin kamm kanal kandis kanne kanu kanzlei kapitel kappe kapsel karotte karpfen karte kaskade kasse kasten katalog
katze kegel keks keller keramik kerbe kerze kessel kette kiefer kies kimono kino kiosk kirsche kissen kiste kittel
kitz kiwi klammer klar klavier kleber klee kleid klima knospe koala koch koffer kohl kolibri kommode kompass konzert
kopf koralle korb kosmos krabbe kresse krokus krume kuchen kuckuck kultur kumpel kunst kurbel labor lachs laden
lagune lakritz lama lampe laptop larve laterne laub lauch laune laute lavendel lawine leguan lehne lehrer leihen
leine leiter leopard lerche lesen leuchte levkoje lexikon libelle licht liebe lift lilie limette limonade linde
linie loipe lorbeer lotse luchs luft luke lunge lupe lupine lustig magnet mais majoran makrele malve mandel manege
mango marder marille marmor maske matte mauer medaille meer mehl meister melone menge meter mikado mikrofon milch
minze mischung mitglied mitte modell mohn mokka molke moment mond morgen mosaik motiv motor mousse muffin munter
muschel museum musik muster mutig mythos nachbar nadel nagel nahrung name narzisse nashorn natur nektar nelke nest
nilpferd norden note novelle nudel nugat nummer nuss oase objekt obst odyssee ofen oktave oktober olive olymp
omnibus onkel optik orange ordner oregano orgel osten otter ozean paar paddel paket palette palme panda panorama
papier pappel paprika parfum park passage pastell pause pavillon pedal pegel pelikan penne perle person pfad pfanne
pfeffer pfeife pfennig pferd pfirsich pflanze pfote pianist pilz pinguin pinie pinsel pionier pirol pizza plakat
planet platz plausch podium poesie pokal polka pony popcorn portal posaune prisma projekt publikum pudding pudel
pullover puls pulver pumpe punkt puppe puzzle pyramide qualle quarz quelle quirl quitte quiz rabatt rabe radio
radler radweg ragout rahmen rand raps rasen ratgeber rathaus raum raupe rebe rede redner reederei regal regen regie
reibe reifen reiher reim reis rekord reling remise rennen reporter reserve respekt rest rettich revier revue rezept
rhythmus riegel riese ring rispe ritual robbe rock rodel roggen rohr rolle roman rose rosine rosmarin rotkohl
roulade route rubin rubrik ruder rutsche sache safran sahne saite salat salbei salon salz samt sand sardine sattel
satz sauber sauna saxofon schach scheune schiff schloss schnee schrank schuh seefahrt seelachs segel seife seite
sektor sekunde selbst sellerie seminar semmel senf senior serenade serie sessel siedlung siegel signal silber silo
sinfonie singen sinn sirup sittich skizze skulptur slalom smaragd socke sofa solide sommer sonett sonne sorte sosse
spagat specht spende spiel spinat spitze sport sprache sprung spule spur stabil stadt stempel stern stiel stift
stolz strand stube studium stufe stunde suche sudoku summe suppe sushi symbol szene tabelle tablett tafel takt
talent talisman tambour tandem tango tanz tapete tapfer tasche tasse taste taube taucher tauwerk taxi technik teddy
teich teilen telefon teller tempo tennis tenor teppich termin terrasse theater thema thymian ticket tiefe tiger
tinte tipp tisch toast tochter tofu tomate tonne topas topf tour traktor treppe trommel tropfen trubel truhe tuba
tuch tukan tulpe tundra tunnel turm turnen tutor ulme umarmen umfang umgang umkreis umland umschlag umsicht umweg
umzug unikat uralt urkunde urlaub ursprung vanille vase veilchen ventil veranda verein verlag vers vesper vetter
video villa vitamin vitrine vogel vokal vordach vorhang vorort vorrat vulkan waage wabe wagen wald walnuss walross
walzer wand warm warte wasser wecker wedel weekend weide weite weizen welle welt wende werft wespe wichtel widder
wiese wild wind winkel winter wippe wirbel wirsing woche wolke wort wunder wunsch wurzel zacke zahl zahn zauber zaun
zebra zeder zeichen zeile zeit zelt zenit zentrum zettel ziel ziffer zikade zimmer zimt zinn zirkus zitat zither
zitrone zopf zuber zucchini zucker zugabe zugvogel zuhause zukunft zuletzt zunft zunge zusage zutritt zweig zwiebel
zwilling zwirn zyklus zylinder zypresse
`
  .trim()
  .split(/\s+/);

const LETTERS_THAT_TELL = 4;

const byStart = new Map(WORDS.map((word) => [word.slice(0, LETTERS_THAT_TELL), word]));

/** As many words as asked for, each drawn on its own by the system's chance; join them with a space to hash or to keep. */
export function newCode(count: number): string[] {
  return Array.from({ length: count }, () => WORDS[randomInt(WORDS.length)] ?? '');
}

/**
 * What somebody typed as the one way to spell this code (`word word word …`), or null if it cannot be one.
 * Forgives case, hyphens, commas, dots, line breaks, ß and umlauts, and whatever follows the first four letters.
 */
export function readCode(text: string, count: number): string | null {
  const typed = folded(text)
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
  if (typed.length !== count) return null;
  const words = typed.map((part) => byStart.get(part.slice(0, LETTERS_THAT_TELL)));
  return words.includes(undefined) ? null : words.join(' ');
}

/** How many bits of chance a code of so many words has. */
export function bitsOf(count: number): number {
  return count * Math.log2(WORDS.length);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue');
}
