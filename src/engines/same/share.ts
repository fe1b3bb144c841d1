import { type Column, type Runs } from './column.ts';
import type { Corpus, Names, Records } from './corpus.ts';
import type { KeyIndex } from './key-index.ts';
import { newVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The same corpus with all numbers in memory that threads share, without what finds a text again: for
 * comparing the numbers do. Nothing can be added to it.
 */
export function sharedCorpus(corpus: Corpus): Corpus {
  const { names, records } = corpus;
  return {
    ...corpus,
    passing: { ...corpus.passing },
    tokens: vocabulary(corpus.tokens),
    tokenSkeletons: runs(corpus.tokenSkeletons),
    skeletons: vocabulary(corpus.skeletons),
    kindOf: column(corpus.kindOf),
    headKindOf: column(corpus.headKindOf),
    topicOf: column(corpus.topicOf),
    isUnit: column(corpus.isUnit),
    isCompound: column(corpus.isCompound),
    acronymOf: column(corpus.acronymOf),
    contrast: column(corpus.contrast),
    isSmall: column(corpus.isSmall),
    isWhose: column(corpus.isWhose),
    meanings: vocabulary(corpus.meanings),
    acronyms: vocabulary(corpus.acronyms),
    legals: vocabulary(corpus.legals),
    nameKeys: vocabulary(corpus.nameKeys),
    names: sharedNames(names),
    phones: vocabulary(corpus.phones),
    mails: vocabulary(corpus.mails),
    domains: vocabulary(corpus.domains),
    pages: vocabulary(corpus.pages),
    addresses: vocabulary(corpus.addresses),
    addressesByPostcode: vocabulary(corpus.addressesByPostcode),
    addressesByPlace: vocabulary(corpus.addressesByPlace),
    streets: vocabulary(corpus.streets),
    numbers: vocabulary(corpus.numbers),
    postcodes: vocabulary(corpus.postcodes),
    places: vocabulary(corpus.places),
    placeTokens: runs(corpus.placeTokens),
    sessions: column(corpus.sessions),
    spans: column(corpus.spans),
    languages: vocabulary(corpus.languages),
    topics: vocabulary(corpus.topics),
    isPlaceWord: column(corpus.isPlaceWord),
    sources: vocabulary(corpus.sources),
    fields: vocabulary(corpus.fields),
    values: vocabulary(corpus.values),
    records: sharedRecords(records),
  };
}

export function sharedIndex(index: KeyIndex): KeyIndex {
  return {
    keys: copy(index.keys, Uint32Array),
    starts: copy(index.starts, Int32Array),
    records: copy(index.records, Int32Array),
    shelves: copy(index.shelves, Int32Array),
    fresh: new Map(),
  };
}

function sharedNames(names: Names): Names {
  return {
    texts: vocabulary(names.texts),
    tokens: runs(names.tokens),
    acronyms: runs(names.acronyms),
    initials: runs(names.initials),
    legal: column(names.legal),
    isCut: column(names.isCut),
    key: column(names.key),
  };
}

function sharedRecords(records: Records): Records {
  return {
    names: runs(records.names),
    carrier: column(records.carrier),
    phones: runs(records.phones),
    mails: runs(records.mails),
    domains: runs(records.domains),
    pages: runs(records.pages),
    address: column(records.address),
    addressByPostcode: column(records.addressByPostcode),
    addressByPlace: column(records.addressByPlace),
    street: column(records.street),
    number: column(records.number),
    postcode: column(records.postcode),
    place: column(records.place),
    lat: column(records.lat),
    lon: column(records.lon),
    kind: column(records.kind),
    source: column(records.source),
    twin: column(records.twin),
    languages: runs(records.languages),
    topics: runs(records.topics),
    fields: runs(records.fields),
  };
}

/** Without what finds the number of a text. */
function vocabulary({ uses, repeats, letters }: Vocabulary): Vocabulary {
  return {
    ...newVocabulary(),
    uses: column(uses),
    repeats: column(repeats),
    letters: letters === null ? null : runs(letters),
  };
}

function runs({ starts, values }: Runs): Runs {
  return { starts: column(starts), values: column(values) };
}

function column({ values, length }: Column): Column {
  return { values: copy(values.subarray(0, length), Int32Array), length };
}

function copy<Numbers extends Int32Array | Uint32Array>(
  from: Numbers,
  Kind: new (buffer: SharedArrayBuffer) => Numbers,
): Numbers {
  const to = new Kind(new SharedArrayBuffer(from.byteLength));
  to.set(from);
  return to;
}
