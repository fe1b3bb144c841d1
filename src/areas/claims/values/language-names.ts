import { fold, foldPlain } from '../../../plain/text.ts';

/** Languages of which `Intl` knows the names, with what else lists call them (codes of three letters, abbreviations, variants). */
const NAMED: Readonly<Record<string, string>> = {
  aa: 'aar, Danakil',
  af: 'afr, Afrikaans',
  ak: 'aka',
  am: 'amh, Amharisch, amhar, አማርኛ',
  ar: 'ara, arab, arabi, Hocharabisch, Standardarabisch, arabçe, arabski',
  arc: 'Aramäisch, Neuaramäisch',
  ary: 'Darija, Marokkanisch-Arabisch, marokkanisches Arabisch',
  arz: 'ägyptisches Arabisch',
  az: 'aze, Aserbaidschanisch, Aserisch, Azeri, Azerice',
  be: 'bel, Belarusisch, Weißrussisch, Belorussisch',
  bg: 'bul, bulg',
  bm: 'bam',
  bn: 'ben, Bengali, Bangla, Bengalisch',
  bs: 'bos, bosn',
  ca: 'cat, Katalan',
  ckb: 'Sorani, Soranî, Soranisch, Kurdisch-Sorani, Zentralkurdisch, Südkurdisch (Sorani), سورانی, سوراني, Sorani-Kurdisch',
  cs: 'ces, cze, tschech',
  da: 'dan, dän',
  de: 'deu, ger, dt, dtsch, deut, Hochdeutsch, Schriftdeutsch, almanca',
  dyu: 'Dioula, Diula',
  ee: 'ewe',
  el: 'ell, gre, griech, Neugriechisch',
  en: 'eng, engl, ingl, anglais, Inglés',
  es: 'spa, span, Castellano, Kastilisch',
  et: 'est, estn',
  eu: 'baq, eus',
  fa: 'fas, per, pers, Farsi, Farsî, Persisch, iranisch, Fārsī, Farsça',
  ff: 'ful, Fulfulde, Fulani, Peul, Pular, Pulaar, Fula',
  fi: 'fin, finn',
  fil: 'Pilipino',
  fr: 'fra, fre, frz, franz, franc, französ',
  ga: 'gle, Gälisch',
  gl: 'glg, Galizisch',
  ha: 'hau, Hausa',
  he: 'heb, Iwrit, Ivrit, Hebr, Neuhebräisch',
  hi: 'hin',
  hr: 'hrv, kroat',
  hu: 'hun, ungar',
  hy: 'hye, arm, armen',
  id: 'ind',
  ig: 'ibo, Ibo',
  is: 'isl',
  it: 'ita, ital',
  ja: 'jpn, jap, japan',
  ka: 'kat, georg',
  kab: 'Kabyl',
  kg: 'kon, Kikongo',
  kk: 'kaz',
  km: 'khm, Kambodschanisch',
  ko: 'kor',
  ky: 'kir',
  la: 'lat, Latein',
  lb: 'ltz, Letzeburgisch',
  ln: 'lin',
  lo: 'lao',
  lt: 'lit',
  lv: 'lav',
  man: 'Mandinka, Malinke, Mandinke',
  mg: 'mlg, Madagassisch',
  mk: 'mkd, mac, maked, Makedonisch',
  ml: 'mal',
  mn: 'mon, Chalcha',
  mr: 'mar',
  ms: 'msa, may, Malaysisch, Malaiisch',
  mt: 'mlt',
  my: 'mya, bur, Burmesisch',
  nb: 'nob, Bokmål',
  ne: 'nep, Nepali',
  nl: 'nld, dut, Flämisch, Holländisch',
  no: 'nor, norw',
  om: 'orm, Afaan Oromo, Oromiffa, Oromisch, Oromifa',
  pa: 'pan, Pandschabi, Panjabi, Pundschabi',
  pl: 'pol, poln',
  prs: 'Dari, Darî, Dari-Persisch, Afghanisch-Persisch, Persisch (Dari), Farsi-Dari, Dari (Afghanistan)',
  ps: 'pus, Paschto, Pashtu, Paschtunisch, Pashtun, Pachto, Pastu',
  pt: 'por, port, portug, Brasilianisch',
  rn: 'run, Kirundi',
  ro: 'ron, rum, rumän, rum, Moldauisch, Moldawisch',
  rom: 'Romanes, Romani, Romanés, Romani Chib, Romanesisch',
  ru: 'rus, russ',
  rw: 'kin, Ruandisch',
  sd: 'snd',
  shi: 'Tachelhit, Schilha, Taschelhit',
  si: 'sin, Sinhala',
  sk: 'slk, slo, slowak',
  sl: 'slv, slowen',
  so: 'som, Somalisch, Soomaali, Somali, Af Soomaali, somal',
  sq: 'sqi, alb, alban',
  sr: 'srp, serb',
  sv: 'swe, schwed',
  sw: 'swa, Swahili, Kisuaheli, Kiswahili, Suahelisch',
  ta: 'tam, Tamilisch',
  te: 'tel',
  tg: 'tgk',
  th: 'tha, Thai, Siamesisch',
  ti: 'tir, Tigrinisch, Tigrigna, Tigrinja, Tigriña, tigr, Tigrinnisch',
  tig: 'Tigre',
  tk: 'tuk',
  tl: 'tgl, Tagalog',
  tr: 'tur, türk, türkce',
  ug: 'uig',
  uk: 'ukr, ukrain, ukrainski',
  ur: 'urd',
  uz: 'uzb',
  vi: 'vie, vietnam',
  wo: 'wol',
  yi: 'yid',
  yo: 'yor',
  yue: 'Yue',
  zgh: 'Tamazight, Amazigh, Berberisch, Masirisch',
  zh: 'zho, chi, chin, Mandarin, Hochchinesisch, Putonghua',
  zza: 'Zazaki, Zazaisch, Zazaca, Dimli, Kirmancki, diq, kiu',
};

/** Languages whose names in `Intl` are missing, or are those of another language. */
const UNNAMED: Readonly<Record<string, string>> = {
  aii: 'Assyrisch, Assyrian, Sureth, Suret, Neuassyrisch, ostassyrisch, Asurice',
  apc: 'Levantinisch, levantinisches Arabisch, syrisches Arabisch, Syrisch-Arabisch, Levantine Arabic',
  bal: 'Belutschisch, Balochi, Belutschi, Baluchi, Beluçça',
  gsg: 'Deutsche Gebärdensprache, DGS, Gebärdensprache (DGS), German Sign Language',
  gsw: 'Schweizerdeutsch, Schwyzerdütsch, Schwiizertüütsch, Mundart (CH), Swiss German, suisse allemand',
  haz: 'Hazaragi, Hasaragi, Hazara, Hasara, هزارگی',
  kmr: 'Kurmandschi, Kurmanci, Kurmancî, Kurmanji, Kurmandji, Kurmandschî, Kurmanjî, Kurmandschisch, Nordkurdisch, Northern Kurdish, Kurdisch-Kurmanci, Kurdisch-Kurmandschi, Kurmanci-Kurdisch, kurdî (kurmancî), Badini, Bahdini, Behdini, Kurmançça, كرمانجي, كورمانجي, курманджі',
  ku: 'kur, kurd, Kurdisch, Kurdish, Kürtçe, kurde, kurdî, kurdi, الكردية, كردي, курдська, kurdski',
  mnk: 'Mandinka (Gambia)',
  sdh: 'Südkurdisch, Southern Kurdish, Feyli, Faili, Pehlewani',
  sh: 'Serbokroatisch, Serbo-Kroatisch, Kroatoserbisch, Jugoslawisch, Serbo-Croatian, serbokroat, hbs, srpskohrvatski, Sırp-Hırvatça',
  swb: 'Komorisch, Shimaore',
  tru: 'Turoyo, Surayt, Suryoyo, Süryanice, Westaramäisch',
  tw: 'Twi, Akan-Twi, Aschanti-Twi',
  uzs: 'südusbekisch, Southern Uzbek',
  cmn: 'Mandarin-Chinesisch',
};

/** What stands for several languages at once. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  BKS: ['bs', 'hr', 'sr'],
  BCS: ['bs', 'hr', 'sr'],
  BKMS: ['bs', 'cnr', 'hr', 'sr'],
};

/** Which language is a form of which: "Kurdisch (Sorani)" is Sorani and not Kurdish as well. */
export const FORM_OF: Readonly<Record<string, string>> = {
  apc: 'ar',
  ary: 'ar',
  arz: 'ar',
  ckb: 'ku',
  cmn: 'zh',
  haz: 'fa',
  kmr: 'ku',
  nb: 'no',
  prs: 'fa',
  sdh: 'ku',
  tw: 'ak',
  yue: 'zh',
  mnk: 'man',
};

const LANGUAGES_OF_NAMES = ['de', 'en', 'tr', 'ar', 'uk', 'fr'];
// The names of these are those of another language: "Syrisch" means Arabic in most lists, "Kurdisch" no form of Kurdish.
const OWN_NAME_ELSEWHERE = new Set(['arc', 'arz', 'ary', 'no']);

let byName: ReadonlyMap<string, readonly string[]> | null = null;

/** The tags of languages that are called so, in one of the languages of names, in themselves, or by code. */
export function languagesCalled(name: string): readonly string[] | undefined {
  byName ??= collectNames();
  return byName.get(fold(name)) ?? byName.get(foldPlain(name));
}

/** The tags that can be read. */
export function knownLanguages(): readonly string[] {
  return [...Object.keys(NAMED), ...Object.keys(UNNAMED)].toSorted();
}

function collectNames(): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  const add = (name: string, tags: readonly string[]): void => {
    for (const form of [fold(name), foldPlain(name)]) if (form !== '' && !names.has(form)) names.set(form, tags);
  };
  for (const [name, tags] of Object.entries(SEVERAL)) add(name, tags);
  for (const [tag, words] of [...Object.entries(UNNAMED), ...Object.entries(NAMED)]) {
    for (const name of [tag, ...words.split(', ')]) add(name, [tag]);
  }
  for (const language of LANGUAGES_OF_NAMES) {
    const display = namesIn(language);
    for (const tag of Object.keys(NAMED)) add(display.of(tag) ?? tag, [tag]);
  }
  for (const tag of Object.keys(NAMED)) if (!OWN_NAME_ELSEWHERE.has(tag)) add(namesIn(tag).of(tag) ?? tag, [tag]);
  return names;
}

function namesIn(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
}
