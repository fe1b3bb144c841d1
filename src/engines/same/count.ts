import { runOf } from './column.ts';
import type { Corpus } from './corpus.ts';
import { use } from './vocabulary.ts';

/** Counts what a record uses: +1 when it comes, -1 when it goes. */
export function count(corpus: Corpus, record: number, amount: number): void {
  const { records, names } = corpus;
  const tokens = new Set<number>();
  const keys = new Set<number>();
  const acronyms = new Set<number>();
  for (const name of runOf(records.names, record)) {
    for (const token of runOf(names.tokens, name)) tokens.add(token);
    for (const acronym of runOf(names.acronyms, name)) acronyms.add(acronym);
    for (const acronym of runOf(names.initials, name)) acronyms.add(acronym);
    keys.add(names.key.values[name] ?? 0);
  }
  const skeletons = new Set<number>();
  for (const token of tokens) {
    use(corpus.tokens, token, amount);
    for (const skeleton of runOf(corpus.tokenSkeletons, token)) skeletons.add(skeleton);
  }
  for (const skeleton of skeletons) use(corpus.skeletons, skeleton, amount);
  for (const key of keys) use(corpus.nameKeys, key, amount);
  for (const acronym of acronyms) use(corpus.acronyms, acronym, amount);
  for (const phone of runOf(records.phones, record)) use(corpus.phones, phone, amount);
  for (const mail of runOf(records.mails, record)) use(corpus.mails, mail, amount);
  for (const domain of runOf(records.domains, record)) use(corpus.domains, domain, amount);
  for (const page of runOf(records.pages, record)) use(corpus.pages, page, amount);
  use(corpus.addresses, records.address.values[record] ?? -1, amount);
  use(corpus.addressesByPostcode, records.addressByPostcode.values[record] ?? -1, amount);
  use(corpus.addressesByPlace, records.addressByPlace.values[record] ?? -1, amount);
  use(corpus.streets, records.street.values[record] ?? -1, amount);
  use(corpus.postcodes, records.postcode.values[record] ?? -1, amount);
  use(corpus.places, records.place.values[record] ?? -1, amount);
  use(corpus.sources, records.source.values[record] ?? -1, amount);
  const pairs = runOf(records.fields, record);
  for (let at = 1; at < pairs.length; at += 2) use(corpus.values, pairs[at] ?? -1, amount);
}
