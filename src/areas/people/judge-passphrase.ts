import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { saying, type Saying } from '../../plain/words.ts';
import { lengthOf, LONGEST, SHORTEST } from './passphrase.ts';

/** Guesses, as a power of ten, that somebody needs who knows how people choose. */
const ENOUGH = 10;

/** More of a passphrase adds nothing to the judgement, only time. */
const JUDGED = 64;

/** Signs that a passphrase has of its own, beside the alias and the name of the site. */
const LEFT = 8;

let judge: Promise<ZxcvbnFactory> | null = null;

/**
 * What is wrong with a new passphrase, or null: too short, too long, or easy to guess because it is common,
 * repeats itself, runs along a row of keys, or consists of what is known (`known`: the alias, the site).
 */
export async function findWeakness(passphrase: string, known: readonly string[]): Promise<Saying | null> {
  const length = lengthOf(passphrase);
  if (length < SHORTEST) return saying('people.passphrase.short', { least: SHORTEST });
  if (length > LONGEST) return saying('people.passphrase.long', { most: LONGEST });
  judge ??= load();
  const about = ['geflecht', ...known.flatMap((each) => [each, ...each.split(/[^\p{L}\p{N}]+/u)])]
    .map((each) => each.toLowerCase())
    .filter((each) => each.length > 2)
    .toSorted((a, b) => b.length - a.length);
  const spelled = [...passphrase.normalize('NFKC')].slice(0, JUDGED).join('');
  const { guessesLog10 } = (await judge).check(spelled, about);
  return guessesLog10 < ENOUGH || lengthOf(without(spelled, about)) < LEFT ? saying('people.passphrase.common') : null;
}

/** What is left when everything is taken out that is known of the account and the site. */
function without(passphrase: string, about: readonly string[]): string {
  const left = about.reduce((text, each) => text.replaceAll(each, ''), passphrase.toLowerCase());
  return left.replace(/\s+/g, '');
}

/** Loaded with the first passphrase that somebody chooses: most processes never need the list. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({
    dictionary: { common: common.dictionary['passwords-common'] },
    graphs: common.adjacencyGraphs,
  });
}
