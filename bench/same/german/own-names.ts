import { arabicNames, kurdishNames, tigrinyaNames, turkishNames } from './own-names-south.ts';
import { russianNames, ukrainianNames } from './own-names-east.ts';

/** A name that an association gave itself: in its own letters, and as people here write it, each in their own way. */
export interface OwnName {
  readonly own: string;
  /** By hand, as found on door plates, in mails and in lists of offices: no table and no rule made them. */
  readonly latin: readonly string[];
}

/** What an association is, said around its name: `{}` stands for the name. */
export interface OwnKind {
  readonly german: readonly string[];
  readonly own: readonly string[];
  /** Its own words in Latin letters. */
  readonly latin: readonly string[];
}

export interface Community {
  readonly slice: 'ar' | 'uk' | 'ru' | 'tr' | 'kmr' | 'ti';
  readonly adjective: string;
  readonly languages: readonly string[];
  readonly kinds: readonly OwnKind[];
  readonly names: readonly OwnName[];
}

export const COMMUNITIES: readonly Community[] = [
  {
    slice: 'ar',
    adjective: 'Arabisch',
    languages: ['Arabisch', 'Deutsch'],
    names: arabicNames,
    kinds: [
      {
        german: ['Arabischer Kulturverein {}', 'Kulturverein {}', 'Deutsch-Arabischer Kulturverein {}'],
        own: ['جمعية {} الثقافية', 'جمعية {}'],
        latin: ['Jamiyat {}', 'Dschamʿiya {}'],
      },
      {
        german: ['Frauenverein {}', 'Arabischer Frauenverein {}'],
        own: ['جمعية {} النسائية', 'جمعية {} للنساء'],
        latin: ['Jamiyat {} lil-Nisa', 'Frauenverein {}'],
      },
      {
        german: ['Beratungszentrum {}', '{} Beratungszentrum'],
        own: ['مركز {} للاستشارة', 'مركز {}'],
        latin: ['Markaz {}', 'Markas {}'],
      },
      {
        german: ['Jugendclub {}', 'Jugendklub {}'],
        own: ['نادي {} للشباب', 'نادي {}'],
        latin: ['Nadi {}', 'Club {}'],
      },
    ],
  },
  {
    slice: 'uk',
    adjective: 'Ukrainisch',
    languages: ['Ukrainisch', 'Russisch', 'Deutsch'],
    names: ukrainianNames,
    kinds: [
      {
        german: ['Ukrainischer Verein {}', 'Ukrainischer Verein „{}“', 'Verein {}'],
        own: ['Спілка «{}»', 'Українська спілка «{}»'],
        latin: ['Spilka {}', 'Spilka "{}"'],
      },
      {
        german: ['Ukrainische Samstagsschule {}', 'Samstagsschule {}'],
        own: ['Українська суботня школа «{}»', 'Суботня школа «{}»'],
        latin: ['Subotnja schkola {}', 'Subotnia shkola {}'],
      },
      {
        german: ['Ukrainisches Zentrum {}', 'Zentrum {}'],
        own: ['Центр «{}»', 'Український центр «{}»'],
        latin: ['Tsentr {}', 'Zentr {}'],
      },
    ],
  },
  {
    slice: 'ru',
    adjective: 'Russisch',
    languages: ['Russisch', 'Deutsch'],
    names: russianNames,
    kinds: [
      {
        german: ['Russischsprachiger Kulturverein {}', 'Kulturverein {}', 'Kulturverein „{}“'],
        own: ['Общество «{}»', 'Культурное общество «{}»'],
        latin: ['Obschtschestwo {}', 'Obshchestvo {}'],
      },
      {
        german: ['Elternverein {}', 'Russischsprachiger Elternverein {}'],
        own: ['Общество родителей «{}»', 'Родительский клуб «{}»'],
        latin: ['Roditelskij klub {}', 'Klub roditelej {}'],
      },
      {
        german: ['Klub {}', 'Seniorenklub {}'],
        own: ['Клуб «{}»', 'Клуб пенсионеров «{}»'],
        latin: ['Klub {}', 'Club {}'],
      },
    ],
  },
  {
    slice: 'tr',
    adjective: 'Türkisch',
    languages: ['Türkisch', 'Deutsch'],
    names: turkishNames,
    kinds: [
      {
        german: ['Türkischer Kulturverein {}', 'Kulturverein {}', 'Deutsch-Türkischer Kulturverein {}'],
        own: ['{} Kültür Derneği', '{} Kültür ve Dayanışma Derneği'],
        latin: ['{} Kültür Dernegi', '{} Kueltuer Dernegi'],
      },
      {
        german: ['Türkischer Elternverein {}', 'Elternverein {}'],
        own: ['{} Okul Aile Birliği', '{} Veliler Derneği'],
        latin: ['{} Okul Aile Birligi', '{} Veliler Dernegi'],
      },
      {
        german: ['Türkischer Frauenverein {}', 'Frauenverein {}'],
        own: ['{} Kadınlar Derneği', '{} Kadın Derneği'],
        latin: ['{} Kadinlar Dernegi', '{} Kadin Dernegi'],
      },
      {
        german: ['Türkischer Sportverein {}', 'Sportverein {}', 'SV {}'],
        own: ['{} Spor Kulübü', '{}spor'],
        latin: ['{} Spor Kulübü', '{} Spor'],
      },
    ],
  },
  {
    slice: 'kmr',
    adjective: 'Kurdisch',
    languages: ['Kurdisch (Kurmandschi)', 'Deutsch'],
    names: kurdishNames,
    kinds: [
      {
        german: ['Kurdischer Verein {}', 'Deutsch-Kurdischer Verein {}', 'Verein {}'],
        own: ['Komeleya {}', 'Komela {}'],
        latin: ['Komeleya {}', 'Komala {}'],
      },
      {
        german: ['Kurdisches Kulturzentrum {}', 'Kulturzentrum {}'],
        own: ['Navenda Çandê ya {}', 'Navenda {}'],
        latin: ['Navenda Cande ya {}', 'Navenda {}'],
      },
      {
        german: ['Kurdischer Frauenverein {}', 'Frauenverein {}'],
        own: ['Komeleya Jinan a {}', 'Jinên {}'],
        latin: ['Komeleya Jinan {}', 'Jinen {}'],
      },
    ],
  },
  {
    slice: 'ti',
    adjective: 'Eritreisch',
    languages: ['Tigrinya', 'Deutsch'],
    names: tigrinyaNames,
    kinds: [
      {
        german: ['Eritreischer Verein {}', 'Eritreische Gemeinschaft {}', 'Verein {}'],
        own: ['ማሕበር {}', 'ማሕበረሰብ {}'],
        latin: ['Mahber {}', 'Maheber {}'],
      },
      {
        german: ['Eritreisches Kulturzentrum {}', 'Kulturzentrum {}'],
        own: ['ባህላዊ ማእከል {}', 'ማእከል {}'],
        latin: ['Maekel {}', 'Ma’ekel {}'],
      },
      {
        german: ['Eritreischer Frauenverein {}', 'Frauenverein {}'],
        own: ['ማሕበር ደቂ ኣንስትዮ {}', 'ማሕበር ኣዴታት {}'],
        latin: ['Mahber Dekianstyo {}', 'Mahber Adetat {}'],
      },
    ],
  },
];
