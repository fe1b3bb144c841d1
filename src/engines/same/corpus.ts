import { newColumn, newRuns, runCount, type Column, type Runs } from './column.ts';
import { newVocabulary, type Vocabulary } from './vocabulary.ts';

/** Names, each read once however many records carry it. */
export interface Names {
  readonly texts: Vocabulary;
  readonly tokens: Runs;
  /** Written acronyms and initials, numbers of `corpus.acronyms`. */
  readonly acronyms: Runs;
  readonly initials: Runs;
  readonly legal: Column;
  readonly isCut: Column;
  /** What is left of a name without order and legal form, a number of `corpus.nameKeys`. */
  readonly key: Column;
}

/** One entry per record in every column; -1 says that a record has none. */
export interface Records {
  readonly names: Runs;
  readonly carrier: Column;
  readonly phones: Runs;
  readonly mails: Runs;
  readonly domains: Runs;
  readonly pages: Runs;
  /** Street and number alone, with the postcode, with the place. */
  readonly address: Column;
  readonly addressByPostcode: Column;
  readonly addressByPlace: Column;
  readonly street: Column;
  readonly number: Column;
  readonly postcode: Column;
  readonly place: Column;
  /** Millionths of a degree; `NOWHERE` for none. */
  readonly lat: Column;
  readonly lon: Column;
  readonly kind: Column;
  readonly source: Column;
  /** The record that this one repeats when very many do, see repeats.ts; -1 for most. */
  readonly twin: Column;
  readonly languages: Runs;
  readonly topics: Runs;
  /** Field and value in turn. */
  readonly fields: Runs;
}

/** Everything that is known about all records, as numbers. */
export interface Corpus {
  /** From this number on tokens are only passing through: nobody may remember anything about them. */
  readonly passing: { tokens: number };
  readonly tokens: Vocabulary;
  /** Script-neutral skeletons of each token, the likeliest first. */
  readonly tokenSkeletons: Runs;
  readonly skeletons: Vocabulary;
  /** What kind of thing a token names in any language ("Verein", "dernek"), what it is about ("Frauen", "жінки"); -1 for neither. */
  readonly kindOf: Column;
  /** The kind of the last part of a compound: of "Beratungszentrum" the centre. */
  readonly headKindOf: Column;
  readonly topicOf: Column;
  /** 1 where the kind is a part of something else rather than an organisation: "Wohnheim", "Beratungsstelle". */
  readonly isUnit: Column;
  /** 1 where more than the kind is said: "Musikverein", not "Verein". */
  readonly isCompound: Column;
  /** The acronym that is spelled like a token, a number of `acronyms`; -1 for long words. */
  readonly acronymOf: Column;
  /** Which words it excludes, see contrasts.ts; -1 for none. */
  readonly contrast: Column;
  /** 1 for articles and the like of any language: whether they stand there or not says nothing. */
  readonly isSmall: Column;
  /** 1 for words like "arabischer", "türkischsprachig", "deutsch". */
  readonly isWhose: Column;
  readonly meanings: Vocabulary;
  readonly acronyms: Vocabulary;
  readonly legals: Vocabulary;
  readonly nameKeys: Vocabulary;
  readonly names: Names;
  readonly phones: Vocabulary;
  readonly mails: Vocabulary;
  readonly domains: Vocabulary;
  readonly pages: Vocabulary;
  /** Street and number, those and the postcode, those and the place. */
  readonly addresses: Vocabulary;
  readonly addressesByPostcode: Vocabulary;
  readonly addressesByPlace: Vocabulary;
  readonly streets: Vocabulary;
  readonly numbers: Vocabulary;
  readonly postcodes: Vocabulary;
  readonly places: Vocabulary;
  /** The words of a place, numbers of `tokens`. */
  readonly placeTokens: Runs;
  /** Days of the week and first hour of a value of a field: `days << 8 | hour`, 0 for no time, hour 99 for none. */
  readonly sessions: Column;
  /** From when to when, in steps of five minutes: `from << 10 | until`; 0 for no such time. */
  readonly spans: Column;
  readonly languages: Vocabulary;
  readonly topics: Vocabulary;
  /** 1 for words of places, by their number. */
  readonly isPlaceWord: Column;
  readonly sources: Vocabulary;
  readonly fields: Vocabulary;
  readonly values: Vocabulary;
  readonly records: Records;
}

export const NOWHERE = 0x7fffffff;

export function newCorpus(): Corpus {
  return {
    passing: { tokens: Infinity },
    tokens: newVocabulary(true),
    tokenSkeletons: newRuns(),
    skeletons: newVocabulary(true),
    kindOf: newColumn(),
    headKindOf: newColumn(),
    topicOf: newColumn(),
    isUnit: newColumn(),
    acronymOf: newColumn(),
    contrast: newColumn(),
    isSmall: newColumn(),
    isCompound: newColumn(),
    isWhose: newColumn(),
    meanings: newVocabulary(),
    isPlaceWord: newColumn(),
    acronyms: newVocabulary(),
    legals: newVocabulary(),
    nameKeys: newVocabulary(),
    names: {
      texts: newVocabulary(),
      tokens: newRuns(),
      acronyms: newRuns(),
      initials: newRuns(),
      legal: newColumn(),
      isCut: newColumn(),
      key: newColumn(),
    },
    phones: newVocabulary(true),
    mails: newVocabulary(),
    domains: newVocabulary(),
    pages: newVocabulary(),
    addresses: newVocabulary(),
    addressesByPostcode: newVocabulary(),
    addressesByPlace: newVocabulary(),
    streets: newVocabulary(true),
    numbers: newVocabulary(true),
    postcodes: newVocabulary(true),
    places: newVocabulary(true),
    placeTokens: newRuns(),
    sources: newVocabulary(),
    fields: newVocabulary(true),
    values: newVocabulary(true),
    sessions: newColumn(),
    spans: newColumn(),
    languages: newVocabulary(),
    topics: newVocabulary(),
    records: {
      names: newRuns(),
      carrier: newColumn(),
      phones: newRuns(),
      mails: newRuns(),
      domains: newRuns(),
      pages: newRuns(),
      address: newColumn(),
      addressByPostcode: newColumn(),
      addressByPlace: newColumn(),
      street: newColumn(),
      number: newColumn(),
      postcode: newColumn(),
      place: newColumn(),
      lat: newColumn(),
      lon: newColumn(),
      kind: newColumn(),
      source: newColumn(),
      twin: newColumn(),
      languages: newRuns(),
      topics: newRuns(),
      fields: newRuns(),
    },
  };
}

export function recordCount(corpus: Corpus): number {
  return runCount(corpus.records.names);
}
